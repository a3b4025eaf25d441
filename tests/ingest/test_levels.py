"""Articles are found where they stand: deeper, grouped, keyed, wrapped, a column per language, without ids."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.errors import FaqevalError, FileUnreadable
from faqeval.ingest import ArticlesRead, read_articles, read_queries

_PAY, _TRACK = (
    {"question": "How do I pay?", "answer": "Choose Pay."},
    {"question": "Where is it?", "answer": "On its way."},
)


def _path(folder: Path, value: object) -> Path:
    path = folder / "a.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return path


def _read(folder: Path, value: object, **columns: str) -> ArticlesRead:
    return read_articles(_path(folder, value), IngestSettings(columns=columns))


@pytest.mark.parametrize(
    "value",
    [
        {"data": {"meta": {}, "articles": [_PAY, _TRACK]}},
        {"articles": {"page": 1, "items": [_PAY, _TRACK]}},
        [{"category": "Billing", "items": [_PAY]}, {"category": "Orders", "items": [_TRACK]}],
        {"Billing": [_PAY], "Orders": [_TRACK]},
        {"pay": _PAY, "track": _TRACK},
        {"edges": [{"node": _PAY}, {"node": _TRACK}]},
        {"data": [{"type": "faq", "attributes": _PAY}, {"type": "faq", "attributes": _TRACK}]},
        {"hits": {"total": 2, "hits": [{"_id": "1", "_source": _PAY}, {"_id": "2", "_source": _TRACK}]}},
        {"categories": [{"id": 1, "name": "A", "description": "All", "folders": [{"articles": [_PAY, _TRACK]}]}]},
        "\n".join(json.dumps([one]) for one in (_PAY, _TRACK)),
        json.dumps(_PAY) + json.dumps(_TRACK),
        json.dumps(_PAY, indent=1) + "\n" + json.dumps(_TRACK, indent=1),
    ],
    ids=lambda value: str(value)[:40],
)
def test_articles_are_found_at_any_level(value: Any, tmp_path: Path) -> None:
    read = _read(tmp_path, value)
    assert [article.title for article in read.articles] == ["How do I pay?", "Where is it?"]
    assert {article.body for article in read.articles} == {"Choose Pay.", "On its way."}


def test_a_deeper_level_is_named_and_groups_and_keys_are_kept(tmp_path: Path) -> None:
    read = _read(tmp_path, [{"category": "Billing", "items": [_PAY]}, {"category": "Orders", "items": [_TRACK]}])
    assert "2 entries were read at items[], which lies deeper" in read.notes[0]
    assert [article.category for article in read.articles] == ["Billing", "Orders"]
    assert [article.article_id for article in _read(tmp_path, {"p": _PAY, "t": _TRACK}).articles] == ["p", "t"]


def test_lists_inside_articles_stay_where_they_are(tmp_path: Path) -> None:
    entry = {"id": 1, **_PAY, "comments": [{"title": "Thanks", "body": "Nice"}] * 3}
    read = _read(tmp_path, [entry])
    assert [article.title for article in read.articles] == ["How do I pay?"]
    assert not read.notes


def test_two_lists_of_queries_are_still_too_many(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_queries(
            _path(tmp_path, {"a": [{"text": "pay"}], "b": [{"text": "track"}]}),
            IngestSettings(),
            languages=(),
            prior={},
        )


def test_fields_of_inner_objects_can_be_mapped(tmp_path: Path) -> None:
    entry = {"id": 1, "values": {"q": "How do I pay?", "a": {"html": "<p>Choose.</p>"}}}
    (article,) = _read(tmp_path, [entry], title="values.q", body="values.a.html").articles
    assert (article.title, article.body) == ("How do I pay?", "Choose.")


@pytest.mark.parametrize(
    "names", ["title_{} body_{}", "Title[{}] Body[{}]", "Question-{} Answer-{}", "title.{} body.{}"]
)
def test_a_column_per_language_gives_an_article_per_language(names: str) -> None:
    frame = pd.DataFrame([["1", "Pay", "Choose.", "Betala", "Välj."], ["2", "Track", "Use.", "", ""]])
    frame.columns = pd.Index(["id", *names.format("en", "en").split(), *names.format("sv", "sv").split()])
    read = read_articles(frame, IngestSettings())
    assert [(article.article_id, article.language) for article in read.articles] == [
        ("1:en", "en"), ("1:sv", "sv"), ("2", "en"),
    ]  # fmt: skip


def test_questions_and_answers_without_ids_get_ids_of_their_words() -> None:
    read = read_articles(pd.DataFrame([_PAY, _TRACK]), IngestSettings())
    assert [article.article_id for article in read.articles] == ["how-do-i-pay", "where-is-it"]
    assert "there is no column of ids" in read.notes[0]
    with pytest.raises(FaqevalError, match="'id'"):
        read_articles(pd.DataFrame({"title": ["Pay"]}), IngestSettings())


def test_a_likelier_column_is_taken_and_the_other_is_named() -> None:
    frame = pd.DataFrame(
        {"id": [1], "title": ["Printer"], "description": ["It does not print."], "solution": ["Restart."]}
    )
    read = read_articles(frame, IngestSettings())
    assert read.articles[0].body == "Restart."
    assert any("solution was taken for the body, not description" in note for note in read.notes)


def test_a_column_without_any_text_is_named() -> None:
    frame = pd.DataFrame({"id": [1], "title": ["Printer"], "body": [""]})
    assert any(
        "body was taken for the body and holds no text" in note for note in read_articles(frame, IngestSettings()).notes
    )
    frame["body"] = [{"blocks": [1]}]
    assert any("holds no text" in note for note in read_articles(frame, IngestSettings()).notes)


@pytest.mark.parametrize("is_inside", [True, False])
def test_translations_that_come_with_their_article_are_articles(is_inside: bool, tmp_path: Path) -> None:
    article = {
        "id": 5,
        "section_id": 1,
        "locale": "en-us",
        "title": "Address",
        "body": "<p>Edit.</p>",
        "label_names": ["a"],
    }
    texts = [("en-us", "Address", False), ("sv", "Adress", False), ("de", "Entwurf", True)]
    translations = [
        {
            "id": 90 + n,
            "source_id": 5,
            "source_type": "Article",
            "locale": code,
            "title": title,
            "body": "x",
            "draft": draft,
        }
        for n, (code, title, draft) in enumerate(texts)
    ]
    value: dict[str, Any] = {"articles": [{**article, "translations": translations} if is_inside else article]}
    read = _read(tmp_path, value if is_inside else {**value, "translations": translations})
    assert [(one.article_id, one.title) for one in read.articles] == [("5:en", "Address"), ("5:sv", "Adress")]
    assert all(one.keywords == ("a",) for one in read.articles)

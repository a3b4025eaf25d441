"""FAQPage markup as found in the wild: read, or named as broken; never passed over."""

import json
from pathlib import Path
from typing import Any

import pytest

from faqeval.config import IngestSettings
from faqeval.errors import FileUnreadable, NothingUsable
from faqeval.ingest import ArticlesRead, read_articles

_PAY = {
    "@type": "Question",
    "name": "How do I pay?",
    "acceptedAnswer": {"@type": "Answer", "text": "Choose <b>Pay</b>."},
}
_TRACK = {"@type": "Question", "name": "Where is it?", "acceptedAnswer": {"@type": "Answer", "text": "On its way."}}
_PAGE: dict[str, Any] = {"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": [_PAY, _TRACK]}
_JSON = json.dumps(_PAGE)


def _read(folder: Path, *blocks: str, kind: str = "application/ld+json", body: str = "") -> ArticlesRead:
    scripts = "".join(f'<script type="{kind}">{block}</script>' for block in blocks)
    path = folder / "faq.html"
    path.write_text(f"<!doctype html><html lang=en><head>{scripts}</head><body>{body}</body></html>", encoding="utf-8")
    return read_articles(path, IngestSettings())


def _titles(read: ArticlesRead) -> list[str]:
    return sorted(article.title for article in read.articles)


@pytest.mark.parametrize(
    "block",
    [
        f"<!--\n{_JSON}\n-->",
        f"//<![CDATA[\n{_JSON}\n//]]>",
        f"/*<![CDATA[*/{_JSON}/*]]>*/",
        f"{_JSON};",
        _JSON.replace('"', "&quot;"),
        _JSON.replace('"', "&#34;"),
        _JSON.replace('"', '\\"'),
        _JSON.replace("]}", ",]}"),
        f"{json.dumps({'@type': 'WebSite', 'name': 'x'})}\n{_JSON}",
        json.dumps({**_PAGE, "mainEntity": {"@type": "ItemList", "itemListElement": [_PAY, _TRACK]}}),
        json.dumps({"@graph": [{"@type": "FAQPage", "name": "FAQ"}, _PAY, _TRACK]}),
        json.dumps([_PAY, _TRACK]),
    ],
)
def test_each_way_to_write_a_block_is_read(block: str, tmp_path: Path) -> None:
    read = _read(tmp_path, block)
    assert _titles(read) == ["How do I pay?", "Where is it?"]
    assert {article.body for article in read.articles} == {"Choose Pay.", "On its way."}


@pytest.mark.parametrize("kind", ["application/ld+json; charset=utf-8", "Application/LD+JSON", " application/ld+json "])
def test_media_types_have_parameters_and_no_case(kind: str, tmp_path: Path) -> None:
    assert len(_read(tmp_path, _JSON, kind=kind).articles) == 2


def test_answers_may_stand_elsewhere(tmp_path: Path) -> None:
    answer = {"@type": "Answer", "@id": "#a", "text": "Choose Pay."}
    graph = [{**_PAGE, "mainEntity": [{"@id": "#q"}]}, {**_PAY, "@id": "#q", "acceptedAnswer": {"@id": "#a"}}, answer]
    assert [article.body for article in _read(tmp_path, json.dumps({"@graph": graph})).articles] == ["Choose Pay."]


def test_a_broken_block_beside_a_sound_one_is_named(tmp_path: Path) -> None:
    read = _read(tmp_path, _JSON, _JSON[:-40])
    assert len(read.articles) == 2
    assert read.rejects["reason"].tolist() == ["a block of FAQPage markup that is no JSON"]


def test_a_page_of_broken_blocks_is_no_page_without_markup(tmp_path: Path) -> None:
    with pytest.raises(NothingUsable, match="a block of FAQPage markup that is no JSON"):
        _read(tmp_path, _JSON[:-40])
    with pytest.raises(FileUnreadable, match="a page without it"):
        _read(tmp_path, '{"@type": "WebSite", broken')


@pytest.mark.parametrize(
    "body",
    [
        '<div itemscope itemtype="http://schema.org/Question"><summary><meta itemprop="name" content="Pay?">Pay?'
        '</summary><div itemprop="acceptedAnswer"><p itemprop="text">By card.</p><p itemprop="text">Or call.</p></div>'
        "</div>",
        '<div vocab="https://schema.org/" typeof="FAQPage"><div property="mainEntity" typeof="Question">'
        '<h2 property="name">Pay?</h2><div property="acceptedAnswer"><p property="text">By card.</p>'
        '<p property="text">Or call.</p></div></div></div>',
        '<div typeof="schema:Question"><h2 property="schema:name">Pay?</h2><div property="schema:acceptedAnswer">'
        '<p>By card.</p><p>Or call.</p></div></div>',
    ],
    ids=["microdata", "rdfa", "rdfa with a prefix"],
)  # fmt: skip
def test_markup_in_attributes_is_read_whole(body: str, tmp_path: Path) -> None:
    (article,) = _read(tmp_path, body=body).articles
    assert (article.title, article.body) == ("Pay?", "By card.\nOr call.")


@pytest.mark.parametrize("value", [_PAGE, [_PAGE], {"@graph": [_PAGE]}, [_PAY, _TRACK]])
def test_markup_in_a_json_file_is_read_as_on_a_page(value: object, tmp_path: Path) -> None:
    path = tmp_path / "faq.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    assert read_articles(path, IngestSettings()).articles == _read(tmp_path, json.dumps(value)).articles

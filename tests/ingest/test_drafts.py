import io
import json
from pathlib import Path

import pytest

from faqeval.config import IngestSettings
from faqeval.errors import InputError
from faqeval.ingest import queries_from_texts, read_draft, text_article

SETTINGS = IngestSettings()
ANSWER = "You see your PIN code in the app. Choose Security and then Show."


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.md", f"# I forgot my PIN\n\n{ANSWER}"),
        ("draft.txt", f"I forgot my PIN\n\n{ANSWER}"),
        ("draft.html", f"<h1>I forgot my PIN</h1><p>{ANSWER}</p>"),
        ("draft.json", json.dumps({"title": "I forgot my PIN", "body": f"<p>{ANSWER}</p>"})),
        ("draft.csv", f"id,title,body\n1,I forgot my PIN,{ANSWER}\n"),
    ],
)
def test_a_draft_has_its_title_and_its_answer_whatever_the_file(tmp_path: Path, name: str, text: str):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    draft = read_draft(path, SETTINGS)
    assert (draft.title, draft.body, draft.language) == ("I forgot my PIN", ANSWER, "en")


def test_a_draft_may_come_from_standard_input(monkeypatch):
    class Input:
        buffer = io.BytesIO(json.dumps({"title": "I forgot my PIN", "body": ANSWER}).encode())

    monkeypatch.setattr("sys.stdin", Input)
    assert read_draft("-", SETTINGS).title == "I forgot my PIN"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("draft.md", "   "),
        ("draft.json", "[1]"),
        ("draft.json", "{"),
        ("draft.csv", "id,title\n1,One\n2,Two\n"),
        ("draft.html", "<div>" * 100_000),
    ],
    ids=["empty", "no object", "no JSON", "two articles", "too deep"],
)
def test_what_is_no_single_draft_is_refused_in_one_line(tmp_path: Path, name: str, text: str):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        read_draft(path, SETTINGS)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(("declared", "read"), [("sv-SE", "sv"), ("no", "nb"), (None, "en"), ("fi", "fi")])
def test_a_declared_language_is_taken_and_written_in_one_form(declared: str | None, read: str):
    assert text_article("1", "I forgot my PIN", ANSWER, declared, SETTINGS).language == read


def test_an_empty_text_is_an_article_without_blocks():
    empty = text_article("", "", "", "en", SETTINGS)
    assert (empty.title, empty.body, empty.blocks) == ("", "", ())


def test_texts_keep_their_place_and_those_without_a_word_are_left_out():
    queries = queries_from_texts(["lost my pin", "", "Lost my PIN?", "🙂"], SETTINGS, {"en": 1.0})
    assert queries.row_ids == ("0", "2")
    assert queries.table["count"].tolist() == [2]

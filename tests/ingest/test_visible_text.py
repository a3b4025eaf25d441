"""What a reader sees is in the text, and what no reader sees is not."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.ingest import ArticlesRead, read_articles, read_draft
from faqeval.ingest.formats.confluence import storage_to_html
from faqeval.ingest.formats.shortcodes import without_shortcodes
from faqeval.ingest.markup.bodies import body_blocks, visible_line
from faqeval.ingest.markup.front_matter import split_front_matter


def _read(folder: Path, value: object, name: str = "a.json") -> ArticlesRead:
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return read_articles(path, IngestSettings())


def _text(markup: str) -> str:
    blocks = body_blocks(markup)
    assert blocks is not None
    return "\n".join(block.text for block in blocks)


def _macro(name: str, title: str, body: str = "") -> str:
    return (
        f'<ac:structured-macro ac:name="{name}"><ac:parameter ac:name="colour">Green</ac:parameter>'
        f'<ac:parameter ac:name="title">{title}</ac:parameter>{body}</ac:structured-macro>'
    )


def test_titles_of_macros_are_seen_and_their_colours_are_not() -> None:
    body = "<ac:rich-text-body><p>Wait two days.</p></ac:rich-text-body>"
    for name in ("expand", "panel", "info", "ui-expand"):
        assert (
            _text(storage_to_html(_macro(name, "What if it is late?", body))) == "What if it is late?\nWait two days."
        )
    assert _text(storage_to_html(f"<p>Order {_macro('status', 'SENT')} today</p>")) == "Order SENT today"


@pytest.mark.parametrize("as_text", [True, False])
def test_atlassian_document_format_is_read(as_text: bool, tmp_path: Path) -> None:
    def text(words: str, **more: Any) -> dict[str, Any]:
        return {"type": "text", "text": words, **more}

    link = {"type": "link", "attrs": {"href": "https://x.test/a"}}
    tree = {"type": "doc", "version": 1, "content": [
        {"type": "heading", "attrs": {"level": 2}, "content": [text("Late parcels")]},
        {"type": "expand", "attrs": {"title": "What then?"}, "content": [
            {"type": "paragraph", "content": [text("Wait & "), text("see", marks=[link])]}]},
        {"type": "bulletList", "content": [{"type": "listItem", "content": [
            {"type": "paragraph", "content": [{"type": "status", "attrs": {"text": "SENT"}}]}]}]},
    ]}  # fmt: skip
    value = json.dumps(tree) if as_text else tree
    entry = {"id": 1, "title": "Late", "body": {"atlas_doc_format": {"value": value}}}
    (article,) = _read(tmp_path, {"results": [entry]}).articles
    assert article.body == "Late parcels\nWhat then?\nWait & see\nSENT"
    (article,) = _read(tmp_path, [{"id": 1, "title": "Late", "body": value}]).articles
    assert article.body == "Late parcels\nWhat then?\nWait & see\nSENT"


def _entry(name: str, *nodes: dict[str, Any], **fields: Any) -> dict[str, Any]:
    answer = {"nodeType": "document", "content": list(nodes)}
    return {"sys": {"id": name}, "fields": {**fields, "answer": answer}}


def _paragraph(words: str) -> dict[str, Any]:
    return {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": words}]}


def _embedded(name: str) -> dict[str, Any]:
    return {"nodeType": "embedded-entry-block", "data": {"target": {"sys": {"id": name}}}, "content": []}


def test_embedded_entries_are_read_where_they_stand(tmp_path: Path) -> None:
    box = {"sys": {"id": "box"}, "fields": {"text": {"nodeType": "document", "content": [_paragraph("Two days.")]}}}
    items = [_entry("e", _paragraph("See:"), _embedded("box"), _paragraph("Then wait."), question="Late?")]
    read = _read(tmp_path, {"items": items, "includes": {"Entry": [box]}})
    assert [article.body for article in read.articles] == ["See:\nTwo days.\nThen wait."]
    assert not read.notes
    read = _read(tmp_path, {"items": items})
    assert any("1 articles lack the text of entries that are embedded" in note for note in read.notes)


def test_entries_that_embed_each_other_come_to_an_end(tmp_path: Path) -> None:
    items = [_entry(one, *[_embedded(other) for other in "abcd"], _paragraph(one), question=one) for one in "abcd"]
    read = _read(tmp_path, {"items": items})
    assert len(read.articles) == 4
    assert any("lack" in note for note in read.notes)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ('[vc_row][vc_column_text]Pay.[/vc_column_text][/vc_row]', "Pay.<hr><hr>"),
        ('[et_pb_toggle title="By card?"]Yes.[/et_pb_toggle]', "<h4>By card?</h4>Yes.<hr>"),
        ("[accordion heading='A &amp; B']x[/accordion]", "<h4>A &amp; B</h4>x"),
        ('[contact-form-7 id="12" title="Write to us"]', "<h4>Write to us</h4>"),
        ("Choose [Pay] or [optional].", "Choose [Pay] or [optional]."),
        ("[gallery ids=1,2 /]", ""),
    ],
)  # fmt: skip
def test_shortcodes_are_not_seen_and_their_titles_are(written: str, seen: str) -> None:
    assert without_shortcodes(written) == seen


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("&lt;p&gt;Choose &lt;b&gt;Pay&lt;/b&gt;&lt;/p&gt;", "Choose Pay"),
        ("<p>F&amp;ouml;r dig&amp;nbsp;h&amp;auml;r</p>", "För dig här"),
        ("Write &lt;b&gt; for bold &amp; more", "Write <b> for bold & more"),
        ("<p>x</p><!-- secret -->", "x"),
        ("# Pay\n\n{% include note.html %}Choose **Pay**.\n\n{{< youtube abc >}}", "Pay\nChoose Pay."),
        ("---\nslug: /pay\ntags: [a]\n---\nChoose **Pay** now.", "Choose Pay now."),
        ("+++\ntitle = \"Pay\"\n+++\nChoose.", "Choose."),
        ("<details><summary>When?</summary>Now.</details>", "When?\nNow."),
    ],
)  # fmt: skip
def test_what_no_reader_sees_is_not_in_the_text(markup: str, seen: str) -> None:
    assert _text(markup) == seen


def test_titles_are_seen_without_double_escapes() -> None:
    assert visible_line("Terms &amp;amp; prices f&amp;ouml;r dig") == "Terms & prices för dig"


@pytest.mark.parametrize("text", ["---\nno fields here\n---\nx", "--- dash", "", "---", "---\na: b"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert split_front_matter(text)[0] == {}


@pytest.mark.parametrize("name", ["page.md", "plain.md"])
def test_a_draft_has_its_title_from_its_front_matter_or_heading(name: str, tmp_path: Path) -> None:
    head = (
        "\ufeff---\nid: pay\ntitle: How do I pay?\nsidebar_label: Pay\n---\n"
        if name == "page.md"
        else "# How do I pay?\n"
    )
    path = tmp_path / name
    path.write_text(f"{head}\nChoose **Pay**.\n\n1. Log in\n2. Pay\n", encoding="utf-8")
    draft = read_draft(path, IngestSettings())
    assert (draft.title, draft.body) == ("How do I pay?", "Choose Pay.\nLog in\nPay")


def test_a_tree_of_another_kind_is_no_answer() -> None:
    frame = pd.DataFrame({"id": ["a"], "title": ["Pay"], "body": [{"blocks": []}]})
    assert read_articles(frame, IngestSettings()).articles[0].body == ""

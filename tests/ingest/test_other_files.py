"""Files of other programs: read where it is plain what is meant, else one sentence that says what to make instead."""

import gzip
import io
import zipfile
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from faqeval.config import IngestSettings
from faqeval.errors import FaqevalError, FileUnreadable
from faqeval.ingest import read_articles, read_queries

_TABLE = b"id,title,body\n1,Pay,Choose Pay.\n2,Track,Use the number.\n"


def _zip(members: Mapping[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members.items():
            packed.writestr(name, data)
    return held.getvalue()


def _ids(path: Path) -> list[str]:
    return [article.article_id for article in read_articles(path, IngestSettings()).articles]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv.gz", gzip.compress(_TABLE)),
        ("a.zip", _zip({"a.csv": _TABLE})),
        ("a.zip", _zip({"export/a.csv": _TABLE, "__MACOSX/a.csv": b"x"})),
        ("a.zip", _zip({"a.json": b'[{"id": 1, "title": "Pay"}, {"id": 2, "title": "Track"}]'})),
    ],
)  # fmt: skip
def test_a_packed_table_is_read(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert _ids(path) == ["1", "2"]


_OPEN_DOCUMENT = _zip({"content.xml": b"<x/>", "mimetype": b"application/vnd.oasis.opendocument.spreadsheet"})
_WEB_ARCHIVE = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\nx"
_HTML_TABLE = b"<html><body><table><tr><th>id</th><th>title</th></tr></table></body></html>"
REFUSED: Mapping[str, tuple[bytes, str]] = {
    "several.zip": (_zip({"Chart.csv": b"a", "Queries.csv": b"b"}), r"a zip of 2 files \(Chart.csv, Queries.csv\)"),
    "twice.zip": (_zip({"inner.zip": _zip({"a.csv": _TABLE})}), "a packed file inside a packed file"),
    "twice.csv.gz": (gzip.compress(gzip.compress(_TABLE)), "a packed file inside a packed file"),
    "nothing.zip": (_zip({"a.csv": b""}), "an empty file packed"),
    "cut.zip": (_zip({"a.csv": _TABLE})[:-30], "a zip file that is damaged"),
    "cut.csv.gz": (gzip.compress(_TABLE * 99)[:-40], "cut off"),
    "a.docx": (_zip({"word/document.xml": b"<x/>"}), "a Word document"),
    "a.ods": (_OPEN_DOCUMENT, "an OpenDocument"),
    "a.mhtml": (_WEB_ARCHIVE, "a web archive"),
    "a.xls": (_HTML_TABLE, "a table in HTML"),
    "a.rtf": (b"{\\rtf1 hello}", "RTF"),
    "a.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "an old Excel or Word file"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("kind", ["articles", "queries"])
def test_what_another_program_wrote_is_named_in_one_line(name: str, kind: str, tmp_path: Path) -> None:
    data, words = REFUSED[name]
    path = tmp_path / name
    path.write_bytes(data)
    read = read_articles if kind == "articles" else partial(read_queries, languages=(), prior={})
    with pytest.raises(FileUnreadable, match=words) as error:
        read(path, IngestSettings())
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(f"{kind} file must be")


@pytest.mark.parametrize("address", ["https://www.example.com/help/faq", "http://x.test", "www.example.com/faq"])
def test_an_address_is_no_file(address: str) -> None:
    with pytest.raises(FileUnreadable, match="save it, and name the file"):
        read_articles(address, IngestSettings())


def test_a_folder_of_markdown_is_an_article_a_file(tmp_path: Path) -> None:
    (tmp_path / "faq").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "x.md").write_text("# No", encoding="utf-8")
    (tmp_path / "faq" / "pay.md").write_text(
        "---\nid: pay\ntitle: How do I pay?\n---\nBy **card**.\n", encoding="utf-8"
    )
    (tmp_path / "faq" / "track.md").write_text("# Where is it?\n\nOn its way.\n", encoding="utf-8")
    (tmp_path / "idea.mdx").write_text("---\ntitle: Idea\ndraft: true\n---\nx\n", encoding="utf-8")
    (tmp_path / "index.md").write_text("# FAQ\n", encoding="utf-8")
    read = read_articles(tmp_path, IngestSettings())
    assert [(one.article_id, one.title, one.body) for one in read.articles] == [
        ("faq/track", "Where is it?", "On its way."), ("pay", "How do I pay?", "By card."),
    ]  # fmt: skip
    assert sorted(read.rejects["reason"]) == ["not an article", "not published"]
    assert _ids(tmp_path / "faq" / "pay.md") == ["pay"]


def test_a_folder_without_markdown_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(FaqevalError, match="Got a folder"):
        read_articles(tmp_path, IngestSettings())


@pytest.mark.parametrize(
    ("text", "was"),
    [
        ("id;title_en;body_en\n1;Pay;By card.\n", "a table"),
        ("sep=;\nid;title;body\n1;Pay;By card.\n", "a table"),
        ("Question,Answer text,Locale\nPay,By card.,en\n", "a table"),
        ('[\n {"id": 1, "title": "Pay"}]', "JSON"),
        ("<!DOCTYPE html><html><body>Pay</body></html>", "a page or XML"),
    ],
)
def test_what_is_no_markdown_is_never_one_article(text: str, was: str, tmp_path: Path) -> None:
    (tmp_path / "articles.md").write_text(text, encoding="utf-8")
    with pytest.raises(FileUnreadable, match=f"must be Markdown, as its name says. Got {was} in articles.md"):
        read_articles(tmp_path / "articles.md", IngestSettings())


@pytest.mark.parametrize(
    "first", ["# Pay", "Pay, by card", "[Pay](https://x.test)", "<h1>Pay</h1>", "{% note %}", "Title: Pay; by card"]
)
def test_what_may_be_markdown_is(first: str, tmp_path: Path) -> None:
    (tmp_path / "pay.md").write_text(f"{first}\n\nBy card.\n", encoding="utf-8")
    assert "By card." in read_articles(tmp_path / "pay.md", IngestSettings()).articles[0].body


@pytest.mark.parametrize("name", ["articles.json", "articles.jsonl"])
def test_a_whole_export_on_one_line_is_read_alike_under_both_names(name: str, tmp_path: Path) -> None:
    page = '{"id": "1", "title": "Pay", "body": {"storage": {"value": "<p>By card.</p>"}}, "_links": {"webui": "/p/1"}}'
    (tmp_path / name).write_text(f'{{"results": [{page}], "_links": {{"base": "https://x.test"}}}}', encoding="utf-8")
    assert read_articles(tmp_path / name, IngestSettings()).articles[0].url == "https://x.test/p/1"

"""Files as they come: missing, foreign, in four encodings, in six formats."""

import io
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.errors import ColumnMissing, ConfigError, FaqevalError, FileUnreadable, NothingUsable, TooManyRejects
from faqeval.ingest import read_articles, read_judgments, read_queries, read_search_run

SETTINGS = IngestSettings()
TEXTS = ["Hur får jag betalt på söndag?", "Blåbärsgröt – går det?", "vad kostar det"]
SECRET = "anna.hemlig@example.org 850709-9805"


def _texts(path: Path | str | pd.DataFrame, settings: IngestSettings = SETTINGS) -> list[str]:
    read = read_queries(path, settings, languages=("sv",), prior={})
    return sorted(read.queries.table["text"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize(("suffix", "delimiter"), [("csv", ","), ("csv", ";"), ("tsv", "\t"), ("csv", "|")])
def test_text_files_read_the_same_in_every_encoding(tmp_path: Path, encoding: str, suffix: str, delimiter: str) -> None:
    path = tmp_path / f"queries.{suffix}"
    lines = [delimiter.join(("text", "count")), *(f'"{text}"{delimiter}2' for text in TEXTS)]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    assert _texts(path) == sorted(TEXTS)


def _write_csv(path: Path, rows: list[dict[str, object]]) -> None:
    pd.DataFrame(rows).to_csv(path, index=False)


def _write_json(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text(json.dumps(rows), encoding="utf-8")


def _write_wrapped_json(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text(json.dumps({"total": 3, "queries": rows}), encoding="utf-8")


def _write_json_lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")


def _write_xlsx(path: Path, rows: list[dict[str, object]]) -> None:
    saved = io.BytesIO()
    pd.DataFrame(rows).to_excel(saved, index=False)
    path.write_bytes(saved.getvalue())


def _write_parquet(path: Path, rows: list[dict[str, object]]) -> None:
    pd.DataFrame(rows).to_parquet(path)


FORMATS = {
    "q.csv": _write_csv,
    "q.json": _write_json,
    "wrapped.json": _write_wrapped_json,
    "q.jsonl": _write_json_lines,
    "q.ndjson": _write_json_lines,
    "lines_in.json": _write_json_lines,
    "q.xlsx": _write_xlsx,
    "q.parquet": _write_parquet,
    "really_xlsx.csv": _write_xlsx,
}


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_queries(tmp_path: Path, name: str) -> None:
    rows: list[dict[str, object]] = [
        {"id": place + 1, "text": text, "count": place + 1, "language": "sv"} for place, text in enumerate(TEXTS)
    ]
    path = tmp_path / name
    FORMATS[name](path, rows)
    got = read_queries(path, SETTINGS, languages=(), prior={}).queries.table
    expected = read_queries(pd.DataFrame(rows), SETTINGS, languages=(), prior={}).queries.table
    pd.testing.assert_frame_equal(got, expected)
    assert list(got["count"]) == [{text: n + 1 for n, text in enumerate(TEXTS)}[text] for text in got["text"]]


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(b"text\nhej hej\n")

    monkeypatch.setattr("sys.stdin", Input)
    assert _texts("-") == ["hej hej"]


def test_a_column_map_wins_over_the_name(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text("text,besked\nwrong,right\n", encoding="utf-8")
    assert _texts(path, IngestSettings(columns={"text": "Besked"})) == ["right"]
    assert _texts(path, IngestSettings(columns={"queries.text": "besked", "title": "not there"})) == ["right"]


def test_a_column_map_with_an_unknown_name_is_an_error() -> None:
    with pytest.raises(ConfigError, match="txt"):
        _texts(pd.DataFrame({"text": ["hej"]}), IngestSettings(columns={"txt": "text"}))


@pytest.mark.parametrize("name", ["Fråga", "SPØRGSMÅL", "search_term", "Search Term", "vraag", "Frage", "Sökning"])
def test_queries_are_found_under_other_names(name: str) -> None:
    assert _texts(pd.DataFrame({name: ["hej du"]})) == ["hej du"]


def _deep_json() -> bytes:
    return b"[" * 200_000


UNREADABLE = {
    "empty.csv": b"",
    "blank.csv": b"  \n\n ",
    "garbage.csv": bytes(range(256)) * 40,
    "utf16_without_mark.csv": "text\nhej\n".encode("utf-16-le") * 50,
    "neither.csv": b"text\n" + SECRET.encode() + b"\x81\x8d\n",
    "truncated_utf16.csv": b"\xff\xfea",
    "broken.json": b'{"text": "' + SECRET.encode(),
    "deep.json": _deep_json(),
    "digits.json": b"[" + b"9" * 10_000 + b"]",
    "number.json": b"42",
    "two_lists.json": b'{"a": [{"text": "x"}], "b": [{"text": "y"}]}',
    "fake.xlsx": b"text\nhej\n",
    "fake.parquet": b"text\nhej\n",
    "cut.parquet": b"PAR1 and then nothing",
    "cut.xlsx": b"PK\x03\x04 and then nothing",
    "old.xls": b"\xd0\xcf\x11\xe0" + b"\x00" * 100,
    "packed.csv.gz": b"\x1f\x8b" + b"\x00" * 100,
    "paper.pdf": b"%PDF-1.7",
    "page.html": b"<html><body>" + SECRET.encode() + b"</body></html>",
    "feed.xml": b"<?xml version='1.0'?><rss><channel></channel></rss>",
}


@pytest.mark.parametrize("name", UNREADABLE)
@pytest.mark.parametrize("kind", ["articles", "queries", "judgments", "search run"])
def test_an_unreadable_file_is_one_clear_error(tmp_path: Path, name: str, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(UNREADABLE[name])
    with pytest.raises(FaqevalError) as caught:
        _read(kind, path)
    _check_message(caught.value, name)
    assert isinstance(caught.value, (FileUnreadable, ColumnMissing, NothingUsable))


def _read(kind: str, path: Path) -> object:
    if kind == "articles":
        return read_articles(path, SETTINGS)
    if kind == "queries":
        return read_queries(path, SETTINGS, languages=(), prior={})
    return read_judgments(path, SETTINGS) if kind == "judgments" else read_search_run(path, SETTINGS)


def _check_message(error: FaqevalError, name: str) -> None:
    message = str(error)
    assert "\n" not in message
    assert "must" in message
    assert "Got " in message
    assert name in message
    assert message.count(". ") >= 2  # what must be, what was and where, what to do
    assert "hemlig" not in message
    assert "9805" not in message


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable, match="no such file"):
        _texts(tmp_path / "none.csv")
    with pytest.raises(FileUnreadable, match="folder"):
        _texts(tmp_path)
    with pytest.raises(FileUnreadable, match="cannot be opened"):
        _texts("a\0b.csv")


def test_a_missing_column_names_what_was_there_but_no_customers_words(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_text(f"when,kundnummer,{SECRET}\n1,2,3\n", encoding="utf-8")
    with pytest.raises(ColumnMissing) as caught:
        _texts(path)
    _check_message(caught.value, "q.csv")
    assert "when, kundnummer, (no name)" in str(caught.value)


def test_one_broken_byte_does_not_turn_utf8_into_cp1252(tmp_path: Path) -> None:
    path = tmp_path / "q.csv"
    path.write_bytes(b"text\n" + "räksmörgås\n".encode() * 40 + b"bruten \xe5\n")
    read = read_queries(path, SETTINGS, languages=("sv",), prior={})
    assert "räksmörgås" in set(read.queries.table["text"])
    assert any("1 damaged" in note for note in read.notes)


def test_nothing_usable_names_the_commonest_reason(tmp_path: Path) -> None:
    with pytest.raises(NothingUsable, match="text without a letter or digit"):
        _texts(pd.DataFrame({"text": ["?", "!!", ""]}))


def test_too_many_rejects_stop_the_run_and_the_limit_is_a_setting() -> None:
    frame = pd.DataFrame({"text": ["hej", "?", "!"]})
    with pytest.raises(TooManyRejects, match="2 of 3"):
        _texts(frame)
    assert _texts(frame, IngestSettings(max_reject_share=0.7)) == ["hej"]


def test_a_workbook_is_read_from_its_first_filled_sheet(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.create_sheet("data")
    sheet["B3"], sheet["C3"] = "text", "id"
    sheet["B4"], sheet["C4"] = "hej du", 7
    sheet["B6"], sheet["C6"] = "?", 8
    sheet["B7"], sheet["C7"] = "hej då", 9
    workbook.save(tmp_path / "q.xlsx")
    read = read_queries(tmp_path / "q.xlsx", SETTINGS, languages=(), prior={})
    assert set(read.queries.table["query_id"]) == {"7", "9"}
    assert read.rejects["line"].tolist() == [6]

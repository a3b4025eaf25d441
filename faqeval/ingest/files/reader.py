"""Which reader reads which file: by what the bytes say, then by the file's name."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd

from ...errors import FileUnreadable
from ..cells.columns import match_columns
from ..formats.format import Format, Medium, UnreadableMarkup
from ..formats.registry import format_by_name, recognise
from .content import Content, read_content
from .delimited import read_delimited
from .encoding import decode
from .frame import rows_of_frame
from .header_line import own_delimiter
from .json_file import is_json_lines, parse_json, parse_json_lines, rows_of_entries
from .json_levels import find_entries
from .markdown_files import SUFFIXES as MARKDOWN_SUFFIXES
from .markdown_files import is_markdown_folder, read_markdown_file, read_markdown_folder
from .packed import unpacked
from .parquet_file import read_parquet
from .reading import Reading
from .rows import Rows
from .xlsx_file import read_xlsx

Source = str | Path | pd.DataFrame

_PARQUET: Final = b"PAR1"
_ZIP: Final = b"PK\x03\x04"
_FOREIGN: Final = (  # first bytes, what they are, what to do
    (b"\xd0\xcf\x11\xe0", "an old Excel or Word file, or one with a password", "Save it as xlsx without a password."),
    (b"{\\rtf", "a text document (RTF)", "Put the articles into a table and save it as xlsx or CSV."),
    (b"%PDF", "a PDF", "Export the articles as CSV, JSON or HTML."),
)
_WEB_ARCHIVE: Final = re.compile(
    r"(?:[\w-]{1,40}:[^\n]{0,500}\r?\n[ \t]?){0,20}content-type: *multipart/related", re.IGNORECASE
)
_HTML_TABLE: Final = re.compile(r"<table\b", re.IGNORECASE)
_PAGE: Final = re.compile(r"<(?:!doctype|html|\?xml|rss|script)\b", re.IGNORECASE)
_ONE_WORD: Final = re.compile(r"\w+")
_JSON: Final = re.compile(r"\s*(?:\[\s*)?\{\s*\"[^\"\n]{0,200}\"\s*:")
_SHEET_SUFFIXES: Final = (".xls", ".csv")
_PROBE: Final = 20_000
_BINARY_SUFFIXES: Final = {".xlsx": "xlsx", ".xlsm": "xlsx", ".parquet": "Parquet"}
_DELIMITED_SUFFIXES: Final = (".csv", ".tsv", ".txt")
_JSON_LINES_SUFFIXES: Final = (".jsonl", ".ndjson")


def read_rows(source: Source, reading: Reading) -> Rows:
    """Read any file or table into rows.

    Raises
    ------
    FileUnreadable, ConfigError
    """
    if isinstance(source, pd.DataFrame):
        return _converted(rows_of_frame(source, reading.kind), reading)
    if reading.kind == "articles" and is_markdown_folder(source):
        return read_markdown_folder(source, reading.kind)
    return rows_of_content(read_content(source, reading.kind), reading)


def rows_of_content(content: Content, reading: Reading) -> Rows:
    """Read the bytes of a file into rows; see ``read_rows``."""
    content = unpacked(content, reading.kind)
    kind, name, checksum = reading.kind, content.name, content.checksum
    if content.data.startswith(_PARQUET):
        return _converted(read_parquet(content.data, kind, name, checksum), reading)
    if content.data.startswith(_ZIP):
        return _converted(read_xlsx(content.data, kind, name, checksum, reading.mapping), reading)
    _refuse_foreign(content, kind)
    text, notes = decode(content, kind)
    text = text.removeprefix("\ufeff")
    if _WEB_ARCHIVE.match(text):
        raise _other_form(
            kind, f"a web archive (MHTML): {name}", 'Save the page again as "HTML only", or export a table.'
        )
    if kind == "articles" and content.suffix in MARKDOWN_SUFFIXES:
        _refuse_what_is_no_markdown(text, content, reading)
        return read_markdown_file(content, kind)
    first = text.lstrip()[:1]
    if content.suffix not in _DELIMITED_SUFFIXES:
        if first == "<":
            return _markup_rows(text, content, reading)
        if first in ("{", "[") or content.suffix in (".json", *_JSON_LINES_SUFFIXES):
            return _json_rows(text, content, reading, notes)
    return _converted(read_delimited(text, kind, name, checksum, notes, reading.mapping), reading)


def _json_rows(text: str, content: Content, reading: Reading, notes: tuple[str, ...]) -> Rows:
    kind, name = reading.kind, content.name
    payload: object
    lines: Sequence[int] = ()
    broken: list[tuple[int, str]] = []
    if content.suffix in _JSON_LINES_SUFFIXES or is_json_lines(text):
        values, lines, broken = parse_json_lines(text)
        payload = _whole_export(values, reading)
    else:
        payload = parse_json(text, kind, name)
    chosen = _chosen(payload, "json", reading)
    if chosen is None:
        payload, note = find_entries(payload, kind, name, reading.mapping)
        if note:
            notes, lines = (*notes, f"{name}: {note}"), ()
            chosen = _chosen(payload, "json", reading)
    objects = list(payload) if chosen is None and isinstance(payload, list) else []
    if chosen is not None:
        objects = list(chosen.objects(payload))
    numbers = list(lines) if len(lines) == len(objects) else list(range(1, len(objects) + 1))
    if chosen is not None:
        rows = chosen.rows(objects, numbers, name, content.checksum, reading)
        return replace(
            rows, unread=(*broken, *rows.unread), notes=(*notes, *rows.notes), form=f"JSON as of {chosen.name}"
        )
    return rows_of_entries((objects, numbers, broken), kind, name, content.checksum, notes, reading.mapping)


def _whole_export(values: Sequence[object], reading: Reading) -> object:
    """Return the one value of a file when it is a whole export on one line, else all values."""
    if len(values) != 1 or isinstance(values[0], str):
        return values
    chosen = _chosen(values[0], "json", reading)
    return values[0] if chosen is not None and chosen.objects(values[0]) else values


def _markup_rows(text: str, content: Content, reading: Reading) -> Rows:
    chosen = _chosen(text, "markup", reading)
    if _HTML_TABLE.search(text[:_PROBE]) and (chosen is None or content.suffix in _SHEET_SUFFIXES):
        advice = "Open it in a spreadsheet program and save it as xlsx or CSV."
        raise _other_form(reading.kind, f"a table in HTML: {content.name}", advice)
    if chosen is None:
        raise _other_form(reading.kind, f"HTML or XML: {content.name}", "Export it in one of these formats.")
    try:
        objects = chosen.objects(text)
    except UnreadableMarkup as exc:
        raise FileUnreadable(
            f"{reading.kind} file must be {exc.must_be}. Got {exc} in {content.name}. Export it again."
        ) from exc
    rows = chosen.rows(objects, range(1, len(objects) + 1), content.name, content.checksum, reading)
    return replace(rows, form=f"HTML or XML as of {chosen.name}")


def _chosen(payload: object, medium: Medium, reading: Reading) -> Format | None:
    if reading.preset:
        return format_by_name(reading.preset, medium)
    return recognise(payload, medium) if reading.find_preset else None


def _converted(rows: Rows, reading: Reading) -> Rows:
    """Read a table as the export of a CMS when the user says it is one."""
    if not reading.preset:
        return rows
    names = {name: "_".join(name.lower().split()) for name in rows.columns}
    columns = zip(*rows.columns.values(), strict=True) if rows.columns else ()
    objects = [dict(zip(names.values(), cells, strict=True)) for cells in columns]
    chosen = format_by_name(reading.preset, "json")
    read = chosen.rows(objects, rows.lines, rows.source, rows.checksum, reading)
    form = f"{rows.form}, as of {chosen.name}"
    return replace(read, unread=(*rows.unread, *read.unread), notes=(*rows.notes, *read.notes), form=form)


def _refuse_foreign(content: Content, kind: str) -> None:
    for mark, was, advice in _FOREIGN:
        if content.data.startswith(mark):
            raise _other_form(kind, f"{was}: {content.name}", advice)
    if content.suffix in _BINARY_SUFFIXES:
        expected = _BINARY_SUFFIXES[content.suffix]
        raise FileUnreadable(
            f"{kind} file must be {expected}, as its name says. Got something else in {content.name}. "
            "Export it again, or give it its right name."
        )


def _refuse_what_is_no_markdown(text: str, content: Content, reading: Reading) -> None:
    """Stop where a table, JSON, a page or XML is called Markdown, which takes any text for an article."""
    lines = (line.strip() for line in text[:_PROBE].splitlines())
    first_line = next((line for line in lines if line and not own_delimiter(line)), "")
    names = [name.strip('" ') for name in max((first_line.split(delimiter) for delimiter in ",;\t"), key=len)]
    n_known = len(match_columns("articles", names, reading.mapping))
    was = ""
    if _PAGE.match(first_line):
        was = "a page or XML"
    elif _JSON.match(text):
        was = "JSON"
    elif n_known > 1 or (n_known and len(names) > 1 and all(map(_ONE_WORD.fullmatch, names))):
        was = "a table"
    if was:
        raise FileUnreadable(
            f"articles file must be Markdown, as its name says. Got {was} in {content.name}. Give it its right name."
        )


def _other_form(kind: str, was: str, advice: str) -> FileUnreadable:
    return FileUnreadable(f"{kind} file must be CSV, TSV, JSON, JSON Lines, xlsx or Parquet. Got {was}. {advice}")

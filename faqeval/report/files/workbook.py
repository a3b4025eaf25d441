"""Sheets of a workbook: a heading, rows, and the same bytes for the same content."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from .csv_file import spreadsheet_safe

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_STAMP: Final = datetime(2000, 1, 1)
_ZIP_STAMP: Final = (2000, 1, 1, 0, 0, 0)
_LONGEST_CELL: Final = 32_000  # Excel takes 32,767
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADER: Final = PatternFill("solid", start_color="FF0A6158")
_WRAP: Final = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its heading, its width in characters, its number format ("" = text)."""

    heading: str
    width: int
    number_format: str = ""


def new_workbook(title: str) -> Workbook:
    """Return a workbook without sheets that says no time of its own."""
    book = Workbook()
    book.remove(book.active)
    book.properties.creator, book.properties.title = "faqeval", title
    book.properties.created = book.properties.modified = _STAMP
    return book


def workbook_bytes(book: Workbook) -> bytes:
    """Return the file; the same content gives the same bytes."""
    file = io.BytesIO()
    book.save(file)
    return _timeless(file.getvalue())


def fill_sheet(sheet: "Worksheet", columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
    """Write headings and rows; empty values leave the cell empty."""
    for place, column in enumerate(columns, start=1):
        heading = sheet.cell(1, place)
        _set_text(heading, column.heading)
        heading.font, heading.fill, heading.alignment = Font(bold=True, color="FFFFFFFF"), _HEADER, _WRAP
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    n_rows = 1
    for n_rows, row in enumerate(rows, start=2):
        for place, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(n_rows, place)
            cell.alignment = _WRAP
            if column.number_format:
                cell.value, cell.number_format = value, column.number_format
            else:
                _set_text(cell, str(value))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{n_rows}"


def _set_text(cell: Cell, text: str) -> None:
    """Write a text as text, whatever it begins with."""
    clean = _FORBIDDEN.sub("", text)[:_LONGEST_CELL]
    cell.value = clean
    cell.data_type = "s"
    if spreadsheet_safe(clean) != clean:
        cell.quotePrefix = True  # stays text when somebody edits it


def _timeless(book: bytes) -> bytes:
    """Return a zip with the same parts in the same order, all with one fixed time."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as read,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as write,
    ):
        for name in read.namelist():
            part = read.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _ZIP_STAMP)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            write.writestr(entry, part)
    return file.getvalue()

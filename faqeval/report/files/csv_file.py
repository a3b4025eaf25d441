"""CSV that no spreadsheet runs and that is the same byte for byte from run to run."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

from ...config import ReportSettings
from .atomic_write import write_whole

if TYPE_CHECKING:
    import pandas as pd

BYTE_ORDER_MARK: Final = "\ufeff"
_RUNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_WANTS_QUOTES: Final = re.compile(r'[",;\t\r\n]|^\s|\s$')


def spreadsheet_safe(text: str) -> str:
    """Return a text so that no spreadsheet takes it for a formula.

    Only for columns of text: a number with a quote before it is no number any more.

    Examples
    --------
    >>> spreadsheet_safe("=1+1"), spreadsheet_safe("a=b")
    ("'=1+1", 'a=b')
    """
    return f"'{text}" if text.startswith(_RUNS) else text


def csv_bytes(frame: "pd.DataFrame", settings: ReportSettings) -> bytes:
    """Return a table of a report as the bytes of a CSV file."""
    separator = settings.csv_separator
    return csv_text(frame, settings.csv_bom or separator == ";", separator).encode("utf-8", "replace")


def write_csv(frame: "pd.DataFrame", target: Path | TextIO, bom: bool = False) -> None:
    """Write a table as CSV: UTF-8, comma, lines that end in LF, texts that begin a formula behind a quote.

    Parameters
    ----------
    frame : columns of numbers are written as numbers, all others as text; missing values are empty cells.
    target : a path, written whole or not at all, or an open text file.
    bom : begin with the UTF-8 byte order mark, which Excel wants.

    Raises
    ------
    OutputError
        If the path cannot be written.
    """
    if isinstance(target, Path):
        write_whole(target, csv_text(frame, bom).encode("utf-8"))
    else:
        target.write(csv_text(frame, bom))


def csv_text(frame: "pd.DataFrame", bom: bool = False, separator: str = ",") -> str:
    """Return a table as CSV text; between semicolons decimals have a comma, as where Excel wants semicolons."""
    point = "," if separator == ";" else "."
    columns = [_cells(frame[name], point) for name in frame.columns]
    lines = [separator.join(_quoted(spreadsheet_safe(str(name))) for name in frame.columns)]
    lines.extend(separator.join(cells) for cells in zip(*columns, strict=True))
    return (BYTE_ORDER_MARK if bom else "") + "\n".join(lines) + "\n"


def _cells(column: "pd.Series", point: str) -> Iterator[str]:
    kind = getattr(column.dtype, "kind", "O")
    if kind == "f":
        return (format(value, ".10g").replace(".", point) if value == value else "" for value in column.tolist())
    if kind in "iu":
        return ("" if missing else str(value) for value, missing in zip(column.tolist(), column.isna(), strict=True))
    empty = column.isna().tolist()
    texts = column.tolist()
    return ("" if gone else _quoted(spreadsheet_safe(str(text))) for text, gone in zip(texts, empty, strict=True))


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _WANTS_QUOTES.search(text) else text

"""CSV and TSV: which character divides the cells, and what to do with quotation marks that do not match."""

import csv
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from ..errors import FileUnreadable
from .aliases import ALIASES
from .columns import folded_name
from .limits import MAX_CELLS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS
from .reject_list import HEADER_AGAIN
from .rows import Rows, without_empty_rows

BAD_QUOTES: Final = "quotation marks do not match"
TOO_MANY_CELLS: Final = "more cells than the header has columns"

_DELIMITERS: Final = (",", ";", "\t", "|")
_NO_DELIMITER: Final = "\x1f"  # a file of one column
_PROBE_ROWS: Final = 50


def read_delimited(text: str, kind: str, source: str, checksum: str, notes: tuple[str, ...] = ()) -> Rows:
    """Cut delimited text into rows; the first line that is not empty names the columns.

    A line whose quotation marks do not match is set aside with that reason instead of swallowing the lines below it.
    Shorter rows are filled up with empty cells.

    Raises
    ------
    FileUnreadable
        If there are more rows or columns than ``limits`` allows.
    """
    # cells may be larger than the csv module's 128 KiB; raising the process-wide limit twice does no harm
    if csv.field_size_limit() < MAX_FILE_BYTES:
        csv.field_size_limit(MAX_FILE_BYTES)
    lines = list(io.StringIO(text, newline=""))
    delimiter = sniff_delimiter(lines, kind)
    unread: list[tuple[int, str]] = []
    records = ((line, cells) for line, cells in _records(lines, delimiter, unread) if any(map(str.strip, cells)))
    header = [name.strip() for name in next(records, (0, list[str]()))[1]]
    if len(header) > MAX_COLUMNS:
        raise FileUnreadable(
            f"{kind} file must have at most {MAX_COLUMNS} columns. Got {len(header)} in {source}. Leave some out."
        )
    width = len(header)
    table: list[list[str]] = []
    numbers: list[int] = []
    for line, cells in records:
        if len(cells) > width and any(map(str.strip, cells[width:])):
            unread.append((line, TOO_MANY_CELLS))
            continue
        if is_header_again(cells, header):
            unread.append((line, HEADER_AGAIN))
            continue
        table.append(cells[:width] if len(cells) >= width else cells + [""] * (width - len(cells)))
        numbers.append(line)
        if len(numbers) > MAX_ROWS or len(numbers) * width > MAX_CELLS:
            raise FileUnreadable(
                f"{kind} file must have at most {MAX_ROWS} rows and {MAX_CELLS} cells. Got more in {source}. "
                "Split it, fold equal rows, or leave out columns."
            )
    across: list[tuple[str, ...]] = list(zip(*table, strict=True)) if table else [()] * width
    columns: dict[str, Sequence[object]] = {}
    for name, column in zip(header, across, strict=True):
        columns.setdefault(name, column)
    kept, kept_lines = without_empty_rows(columns, numbers)
    return Rows(source, checksum, kept, kept_lines, tuple(unread), notes)


def is_header_again(cells: Sequence[str], header: Sequence[str]) -> bool:
    """Say whether a row repeats the names of the columns, as in tables that were put one behind the other."""
    return len(header) > 1 and cells[0].strip() == header[0] and [cell.strip() for cell in cells] == list(header)


def _records(lines: list[str], delimiter: str, unread: list[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number of the line it begins on.

    Linear in the length of the text: a line reads as broken only when every line below it is sound up to the place
    where the error shows, so no line is read more than a few times.
    """
    start = 0
    while start < len(lines):
        reader = csv.reader(_from(lines, start), delimiter=delimiter, strict=True)
        done = 0
        try:
            for cells in reader:
                if cells:
                    yield start + done + 1, cells
                done = reader.line_num
            return
        except csv.Error:
            broken = start + done
        alone = lines[broken]
        if alone.count('"') % 2 == 0:  # "55 inch" tv: untidy, and whole on its own line
            yield broken + 1, next(csv.reader([alone], delimiter=delimiter))
        else:
            unread.append((broken + 1, BAD_QUOTES))
        start = broken + 1


def _from(lines: list[str], start: int) -> Iterator[str]:
    return (lines[place] for place in range(start, len(lines)))


def sniff_delimiter(lines: list[str], kind: str) -> str:
    """Return the delimiter under which the first line names most of our columns and most rows are as wide as it."""
    probe = list(islice((line for line in lines if line.strip()), _PROBE_ROWS))
    known = {folded_name(name) for ours, aliases in ALIASES[kind].items() for name in (ours, *aliases)}

    def merit(delimiter: str) -> tuple[int, float, int]:
        rows = [cells for _, cells in _records(probe, delimiter, [])]
        if not rows or len(rows[0]) < 2:
            return (0, 0.0, 0)
        as_wide = sum(len(row) == len(rows[0]) for row in rows) / len(rows)
        return (sum(folded_name(name) in known for name in rows[0]), as_wide, len(rows[0]))

    best = max(_DELIMITERS, key=merit)
    return best if merit(best)[0] or merit(best)[1] > 0.5 else _NO_DELIMITER

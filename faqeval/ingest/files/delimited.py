"""CSV and TSV: which character divides the cells, and what to do with quotation marks that do not match."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final

from ...errors import FileUnreadable
from ..cells.aliases import ALIASES
from ..cells.columns import folded_name, match_columns
from ..cells.reject_list import HEADER_AGAIN
from .header_line import PROBED, header_place, is_above_tables, own_delimiter
from .limits import MAX_CELLS, MAX_COLUMNS, MAX_FILE_BYTES, MAX_ROWS
from .rows import Rows, without_empty_rows

BAD_QUOTES: Final = "quotation marks do not match"
TOO_MANY_CELLS: Final = "more cells than the header has columns"

_DELIMITERS: Final = (",", ";", "\t", "|")
_NO_DELIMITER: Final = "\x1f"  # a file of one column
_FORMS: Final = {
    ",": "CSV, cells parted by commas",
    ";": "CSV, cells parted by semicolons",
    "\t": "TSV, cells parted by tabs",
    "|": "CSV, cells parted by bars",
    _NO_DELIMITER: "text, one column",
}
_PROBE_ROWS: Final = 50
_PROBE_LINES: Final = 1_000


def read_delimited(
    text: str,
    kind: str,
    source: str,
    checksum: str,
    notes: tuple[str, ...] = (),
    mapping: Mapping[str, str] = MappingProxyType({}),
) -> Rows:
    """Cut delimited text into rows. Empty lines, comments and titles above the names of the columns are passed over.

    A line whose quotation marks do not match is set aside with that reason instead of swallowing the lines below it.
    Shorter rows are filled up with empty cells.

    Parameters
    ----------
    mapping : the user's own names of columns.

    Raises
    ------
    FileUnreadable
        If there are more rows or columns than ``limits`` allows.
    """
    # cells may be larger than the csv module's 128 KiB; raising the process-wide limit twice does no harm
    if csv.field_size_limit() < MAX_FILE_BYTES:
        csv.field_size_limit(MAX_FILE_BYTES)
    lines = list(io.StringIO(text, newline=""))
    n_above, delimiter = find_table(lines, kind, mapping)
    lines = with_doubled_quotes(lines, n_above, delimiter)
    unread: list[tuple[int, str]] = []
    cut = ((line + n_above, cells) for line, cells in _records(lines[n_above:], delimiter, unread))
    records = ((line, cells) for line, cells in cut if any(map(str.strip, cells)))
    header_line, names = next(records, (1, list[str]()))
    header = [name.strip() for name in names]
    if any(line.strip() for line in lines[:n_above]):
        notes += (f"{source}: the lines above line {header_line}, which names the columns, were passed over",)
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
    set_aside = tuple((line + n_above if reason == BAD_QUOTES else line, reason) for line, reason in unread)
    return Rows(
        source,
        checksum,
        kept,
        kept_lines,
        set_aside,
        notes,
        f"line {header_line}",
        _FORMS.get(delimiter, f"CSV, cells parted by {delimiter}"),
    )


def with_doubled_quotes(lines: list[str], n_above: int, delimiter: str) -> list[str]:
    """Return lines with ``""`` for ``\\"`` where a database wrote quotation marks in cells that way.

    A cell may also end in a backslash, so the first lines decide: the way in which more rows are as wide as the header.
    """
    if not any('\\"' in line for line in lines):
        return lines
    probe = lines[n_above : n_above + _PROBE_LINES]
    doubled = [line.replace('\\"', '""') for line in probe]
    if _as_wide(doubled, delimiter) <= _as_wide(probe, delimiter):
        return lines
    return [line.replace('\\"', '""') for line in lines]


def _as_wide(lines: list[str], delimiter: str) -> int:
    """Return how many records have as many cells as the first, and no stray quotation mark."""
    unread: list[tuple[int, str]] = []
    rows = [cells for _, cells in _records(lines, delimiter, unread)]
    return sum(len(row) == len(rows[0]) and not any("\\" in cell and '"' in cell for cell in row) for row in rows)


def find_table(lines: list[str], kind: str, mapping: Mapping[str, str]) -> tuple[int, str]:
    """Return how many lines stand above the names of the columns, and the delimiter of the table."""
    n_above = 0
    while n_above < min(len(lines), PROBED) and is_above_tables(lines[n_above]):
        n_above += 1
    if n_above == len(lines):
        return 0, sniff_delimiter(lines, kind)
    own = next(filter(None, map(own_delimiter, lines[:n_above])), "")
    below = lines[n_above:]
    best = (0, own or sniff_delimiter(below, kind))
    for delimiter in dict.fromkeys((best[1], *(() if own else _DELIMITERS))):
        cut = _records(list(islice(below, PROBED)), delimiter, [])
        rows = [(line, cells) for line, cells in cut if any(map(str.strip, cells))]
        place = header_place([cells for _, cells in rows], kind, mapping)
        if place:
            best = (rows[place][0] - 1, delimiter)
            break
        if delimiter == best[1] and rows and len(rows[0][1]) > 1 and match_columns(kind, rows[0][1], mapping):
            break
    return n_above + best[0], best[1]


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

"""Rows as a file holds them: named columns of cells, and the line each row stands on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..cells.cells import is_empty


@dataclass(frozen=True, slots=True)
class Rows:
    """One file, cut into cells and nothing more.

    Every column has one cell per entry of ``lines``. ``unread`` holds the rows that could not be cut into cells,
    so that no row is lost without a word.
    """

    source: str  # what messages and rejects call the file
    checksum: str
    columns: Mapping[str, Sequence[object]]  # column name as written -> cells
    lines: Sequence[int]  # 1 = first line, row or entry of the file
    unread: tuple[tuple[int, str], ...] = ()  # line and reason
    notes: tuple[str, ...] = ()
    header: str = ""  # where the names of the columns stand, as "line 3"; "" where nothing else could have been taken
    form: str = ""  # what the file was taken for, as "CSV, cells parted by semicolons"

    @property
    def n_read(self) -> int:
        """How many rows there were, readable or not."""
        return len(self.lines) + len(self.unread)


def columns_of_records(records: Sequence[Mapping[str, object]]) -> dict[str, list[object]]:
    """Turn records into columns; what a record lacks is None.

    Examples
    --------
    >>> columns_of_records([{"id": 1}, {"id": 2, "text": "hej"}])
    {'id': [1, 2], 'text': [None, 'hej']}
    """
    names: dict[str, None] = {}
    for record in records:
        names.update(dict.fromkeys(record))
    return {name: [record.get(name) for record in records] for name in names}


def without_empty_rows(
    columns: Mapping[str, Sequence[object]], lines: Sequence[int]
) -> tuple[dict[str, Sequence[object]], Sequence[int]]:
    """Leave out rows in which no cell holds anything: spreadsheets end in hundreds of them."""
    full = [any(not is_empty(cell) for cell in cells) for cells in _across(columns.values(), len(lines))]
    if all(full):
        return dict(columns), lines
    kept = [place for place, is_full in enumerate(full) if is_full]
    return {name: [cells[i] for i in kept] for name, cells in columns.items()}, [lines[i] for i in kept]


def _across(columns: Iterable[Sequence[object]], n_rows: int) -> Iterable[tuple[object, ...]]:
    listed = list(columns)
    return zip(*listed, strict=True) if listed else ((),) * n_rows

"""Where a table begins: below a title, comments and empty lines that tools write above the names of the columns."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ..cells.cells import cell_text, is_empty
from ..cells.columns import match_columns

PROBED: Final = 40  # filled lines among which the names of the columns are looked for

_NEEDED: Final[Mapping[str, frozenset[str]]] = {
    "articles": frozenset(("title", "body")), "queries": frozenset(("text",)),
    "visits": frozenset(("session_id", "at", "event")), "contacts": frozenset(("customer_id", "at")),
}  # fmt: skip
_SEPARATOR: Final = re.compile(r"\"?sep=(.)\"?", re.IGNORECASE)


def own_delimiter(line: str) -> str:
    """Return the delimiter that a first line names for Excel, as in ``sep=;``; "" where it is no such line."""
    match = _SEPARATOR.fullmatch(line.strip().removeprefix("\ufeff"))
    return match[1] if match else ""


def is_above_tables(line: str) -> bool:
    """Say whether a line at the top of a file is empty, a comment, or says how the cells are divided."""
    bare = line.strip().removeprefix("\ufeff").strip("\"'")
    return not bare.strip(",;\t|") or bare.startswith("#") or bool(own_delimiter(line))


def names_needed(cells: Sequence[object], kind: str, mapping: Mapping[str, str]) -> bool:
    """Say whether a row names a column that a file of this kind needs."""
    names = [cell_text(cell).strip() for cell in cells]
    return bool(_NEEDED.get(kind, frozenset()) & match_columns(kind, filter(None, names), mapping).keys())


def header_place(rows: Sequence[Sequence[object]], kind: str, mapping: Mapping[str, str]) -> int:
    """Return which row names the columns: the first that names those which are needed, else the first.

    A later row is taken only when it names two of our columns or more, or when all rows above it have one filled cell:
    what customers wrote must not be taken for names.

    Parameters
    ----------
    rows : the first rows of a table, none of them empty.
    """
    needed = _NEEDED.get(kind)
    if needed is None:
        return 0
    only_titles = True
    for place, cells in enumerate(rows[:PROBED]):
        filled = [cell_text(cell).strip() for cell in cells if not is_empty(cell)]
        found = match_columns(kind, filled, mapping)
        is_table = len(found) > 1 or (len(filled) > 1 and (place == 0 or only_titles))
        if is_table and needed & found.keys():
            return place
        only_titles = only_titles and len(filled) == 1 and not is_empty(cells[0])
    return 0

"""From cells of any type to text."""

import math
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from ...text import normalise


def cell_text(cell: object) -> str:
    """Return a cell as text: nothing for empty cells, whole numbers without ".0", lists joined by commas.

    Examples
    --------
    >>> [cell_text(cell) for cell in (None, 7.0, True, ["a", "b"], float("nan"))]
    ['', '7', 'true', 'a, b', '']
    """
    if isinstance(cell, str):
        return cell
    if is_empty(cell):
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if math.isfinite(cell) and cell == int(cell) else repr(cell)
    if isinstance(cell, (datetime, date, time)):
        return cell.isoformat()
    if isinstance(cell, dict):
        return ""
    parts = cell_parts(cell)
    return str(cell) if parts is None else ", ".join(part for part in map(cell_text, parts) if part)


def is_empty(cell: object) -> bool:
    """Say whether a cell holds nothing: None, nan or blanks."""
    if isinstance(cell, str):
        return not cell.strip()
    return cell is None or (isinstance(cell, float) and math.isnan(cell))


def texts(cells: Iterable[object]) -> list[str]:
    """Return each cell as text."""
    return [cell if type(cell) is str else cell_text(cell) for cell in cells]


def cell_parts(cell: object) -> Sequence[object] | None:
    """Return the parts of a cell that holds a list, a tuple or an array; None for any other cell."""
    if hasattr(cell, "tolist") and hasattr(cell, "__len__"):  # a numpy array, as Parquet gives it
        cell = cell.tolist()
    return cell if isinstance(cell, (list, tuple)) else None


def label(cell: object, max_characters: int) -> str:
    """Return a short text on one line, cut at ``max_characters``."""
    return " ".join(normalise(cell_text(cell), max_characters).split())

"""The quote that keeps spreadsheets from running a text, taken off again when the text comes back."""

from dataclasses import replace
from typing import Final

from .rows import Rows

_QUOTED: Final = ("'=", "'+", "'-", "'@", "'\t", "'\r", "'\n", "'＝", "'＋", "'－", "'＠")


def without_spreadsheet_quotes(rows: Rows) -> Rows:
    """Return the rows with ``'=…`` read as ``=…``, as a table of ours writes what begins like a formula."""
    columns = {
        name: [cell[1:] if isinstance(cell, str) and cell.startswith(_QUOTED) else cell for cell in cells]
        for name, cells in rows.columns.items()
    }
    return replace(rows, columns=columns)

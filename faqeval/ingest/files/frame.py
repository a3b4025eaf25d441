"""Tables that are in memory already."""

import hashlib
import json
from collections.abc import Sequence

import pandas as pd

from ..cells.cells import cell_text
from .rows import Rows


def rows_of_frame(frame: pd.DataFrame, kind: str) -> Rows:
    """Turn a DataFrame into rows; every kind of missing value becomes None. Line 1 is its first row.

    The checksum is of the rows in sorted order, so that a shuffled frame has the same one.
    """
    columns: dict[str, Sequence[object]] = {}
    for place, name in enumerate(frame.columns):
        cells = frame.iloc[:, place].astype(object)
        columns.setdefault(str(name), cells.where(cells.notna(), None).tolist())
    return Rows(f"{kind} table", _checksum(columns, len(frame)), columns, range(1, len(frame) + 1), form="a table")


def _checksum(columns: dict[str, Sequence[object]], n_rows: int) -> str:
    names = sorted(columns)
    written = [[cell_text(cell) for cell in columns[name]] for name in names]
    rows = sorted(zip(*written, strict=True)) if written else [()] * n_rows
    digest = hashlib.sha256(json.dumps(names).encode())
    for row in rows:
        digest.update(json.dumps(row).encode())
    return digest.hexdigest()

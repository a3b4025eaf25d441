"""Rows that were not used, and why."""

from typing import Final

import pandas as pd

REJECT_COLUMNS: Final = ("file", "line", "reason")  # line: 1 = first line or row of the file, 0 = not tied to a row


def empty_rejects() -> pd.DataFrame:
    """Return a rejects table without rows."""
    columns = {"file": pd.Series(dtype=str), "line": pd.Series(dtype="int64"), "reason": pd.Series(dtype=str)}
    return pd.DataFrame(columns)

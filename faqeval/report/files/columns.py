"""Columns of the tables that are written."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

_DECIMALS: Final = 6


def texts(values: Sequence[str]) -> pd.Series:
    """Return a column of texts."""
    return pd.Series(values, dtype=object)


def floats(values: Sequence[float | None]) -> pd.Series:
    """Return a column of numbers with six decimals; None is missing."""
    numbers = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return pd.Series(numbers).round(_DECIMALS)

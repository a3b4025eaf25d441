"""Small words that all journeys are written in."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

import narwhals as nw
import pandas as pd

Frame = nw.LazyFrame[Any]
Keep = Callable[[Frame], Frame]  # computes a frame once, so that what is built on it does not compute it again
DAY_S: Final = 86_400
MONTH_S: Final = 30.44 * DAY_S


def known(frame: Frame, column: str = "customer") -> Frame:
    """Return the rows in which a column is not null."""
    return frame.filter(~nw.col(column).is_null())


def to_pandas(frame: Frame) -> pd.DataFrame:
    """Return a small frame; sums that an engine gives as decimals become float64."""
    rows = frame.collect().to_pandas()
    for name in rows.columns:
        if rows[name].dtype == object and len(rows) and isinstance(rows[name].iloc[0], Decimal):
            rows[name] = rows[name].astype("float64")
    return rows


def bounds(frame: Frame) -> tuple[int, int] | None:
    """Return the first and the last moment of a frame; None when it is empty."""
    ends = to_pandas(frame.select(first=nw.col("at_s").min(), last=nw.col("at_s").max()))
    first, last = ends["first"].iloc[0], ends["last"].iloc[0]
    return None if pd.isna(first) else (int(first), int(last))

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
STRAY_GAP_DAYS: Final = 14
STRAY_SHARE: Final = 0.01


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
    """Return the first and the last moment that a log covers; None when it is empty.

    Notes
    -----
    A clock that jumped puts a few rows years away, which would make the log look that long. So a stretch of days that
    ``STRAY_GAP_DAYS`` without any row part from the rest, and that holds less than ``STRAY_SHARE`` of the rows, does
    not count at either end. Source: ours, see docs/method/journeys.md#covered.
    """
    at = nw.col("at_s")
    by_day = frame.select("at_s", day=at // DAY_S).group_by("day").agg(n=nw.len(), first=at.min(), last=at.max())
    days = to_pandas(by_day).sort_values("day", ignore_index=True)
    if days.empty:
        return None
    stretch = (days["day"].diff() > STRAY_GAP_DAYS).cumsum()
    share = days["n"].groupby(stretch).transform("sum") / days["n"].sum()
    covered = days[share >= STRAY_SHARE]
    covered = days if covered.empty else covered
    return int(covered["first"].min()), int(covered["last"].max())

"""Contacts, readings and contacts after reading week by week, so that two runs can be compared."""

from datetime import UTC, datetime
from typing import Final

import narwhals as nw
import pandas as pd

from .frames import DAY_S, Frame, to_pandas

_WEEK_S: Final = 7 * DAY_S
_TO_MONDAY_S: Final = 3 * DAY_S  # 1970-01-01 was a Thursday
COLUMNS: Final = ("need", "week", "contacts", "views", "contacts_after_view")


def weekly(read: Frame | None, contacts: Frame) -> pd.DataFrame:
    """Return one row per need and week (UTC) in which anything happened, in this order.

    Parameters
    ----------
    read : readings as ``after_view.readings`` returns them; None without visits.
    contacts : CONTACT_COLUMNS and ``need``; those without a need are left out.
    """
    week = (nw.col("at_s") + _TO_MONDAY_S) // _WEEK_S
    made = (
        contacts.filter(nw.col("need") >= 0).select("need", week=week).group_by("need", "week").agg(contacts=nw.len())
    )
    table = to_pandas(made)
    if read is not None:
        seen = read.select("need", week=week, hit=nw.col("is_followed").cast(nw.Int64)).group_by("need", "week")
        views = to_pandas(seen.agg(views=nw.len(), contacts_after_view=nw.col("hit").sum()))
        table = table.merge(views, on=["need", "week"], how="outer")
    else:
        table = table.assign(views=0, contacts_after_view=0)
    table = table.fillna(0).astype("int64").sort_values(["need", "week"], ignore_index=True)
    mondays = [
        datetime.fromtimestamp(number * _WEEK_S - _TO_MONDAY_S, UTC).date().isoformat()
        for number in table["week"].tolist()
    ]
    return table.assign(week=pd.Series(mondays, dtype="str"))[list(COLUMNS)]

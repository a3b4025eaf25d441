"""Visits of known customers: one per session and customer, cut where nothing happened for a working day."""

from typing import Final

import narwhals as nw

from .frames import Frame, known

LONGEST_PAUSE_S: Final = (
    8 * 3600
)  # no session stays open so long; a clock that jumps, or an id that is used again, does
_NEVER: Final = -1  # before every moment that a log may hold
VISIT: Final = ("customer", "session", "start_s")  # columns that name one visit


def events_in_visits(events: Frame) -> Frame:
    """Return the events of known customers with ``start_s``, the moment at which their visit begins."""
    here = known(events).with_columns(
        previous=nw.col("at_s").shift(1).over("session", "customer", order_by=["at_s", "event"])
    )
    begins = nw.col("previous").is_null() | (nw.col("at_s") - nw.col("previous") > LONGEST_PAUSE_S)
    begin = nw.when(begins).then(nw.col("at_s")).otherwise(_NEVER)
    here = here.with_columns(begin=begin.cast(nw.Int64), goes_on=nw.when(begins).then(0).otherwise(1).cast(nw.Int64))
    # events of one second have no order of their own: that which begins the visit must come first, or others lose it
    start = nw.col("begin").cum_max().over("session", "customer", order_by=["at_s", "goes_on"])
    return here.with_columns(start_s=start).drop("previous", "begin", "goes_on")


def visits_of(events: Frame) -> Frame:
    """Return one row per visit.

    Parameters
    ----------
    events : as ``events_in_visits`` returns them.

    Returns
    -------
    session, customer, start_s, end_s (first and last event), and from_s, until_s: the first and the last event at which
    the customer was logged in; null when never.
    """
    at, nothing = nw.col("at_s"), nw.lit(None, dtype=nw.Int64)
    events = events.with_columns(in_s=nw.when(nw.col("is_logged_in")).then(at).otherwise(nothing))
    return events.group_by("session", "customer", "start_s").agg(
        end_s=at.max(), from_s=nw.col("in_s").min(), until_s=nw.col("in_s").max()
    )

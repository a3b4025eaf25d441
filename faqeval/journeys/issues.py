"""When did a customer first have a need, and what belongs to one moment?"""

import narwhals as nw

from ..config import JourneySettings
from .frames import DAY_S, Frame, Keep, known
from .visits import LONGEST_PAUSE_S


def issues_of(events: Frame | None, contacts: Frame) -> Frame:
    """Return one row per known customer and need: customer, need, first_s, and until_s.

    Parameters
    ----------
    events : EVENT_COLUMNS and ``need``; None when no visits were given.
    contacts : CONTACT_COLUMNS and ``need``.

    Notes
    -----
    ``until_s`` is the end of the visit in which the need first stood, for a contact the contact itself. A session that
    spans more than a working day is no visit (an id used again, a clock that jumps); there it is the event itself.
    """
    at = nw.col("at_s")
    rows = known(contacts).filter(nw.col("need") >= 0).select("customer", "need", "at_s", until_s=at)
    if events is not None:
        seen = known(events)
        spans = seen.group_by("customer", "session").agg(start_s=at.min(), end_s=at.max())
        had = _wanted(seen).group_by("customer", "session", "need").agg(at_s=at.min())
        had = had.join(spans, on=["customer", "session"], how="inner")
        is_visit = nw.col("end_s") - nw.col("start_s") <= LONGEST_PAUSE_S
        until = nw.when(is_visit).then(nw.col("end_s")).otherwise(at)
        rows = nw.concat([rows, had.select("customer", "need", "at_s", until_s=until)], how="vertical")
    rows = rows.with_columns(first_s=at.min().over("customer", "need")).filter(at == nw.col("first_s"))
    return rows.group_by("customer", "need").agg(first_s=nw.col("first_s").min(), until_s=nw.col("until_s").max())


def _wanted(events: Frame) -> Frame:
    """Return the events that say what a customer wanted: searches, and opened articles where nothing was searched for.

    What is opened after a search is what the search showed: of several articles most are not what was meant.
    """
    has_need, has_words = nw.col("need") >= 0, ~nw.col("words").is_null()
    searched = events.filter(has_need & has_words)
    browsed = events.filter(has_need & ~has_words).join(
        searched.select("customer", "session").unique(["customer", "session"]), on=["customer", "session"], how="anti"
    )
    return nw.concat([searched, browsed], how="vertical")


def moments_of(issues: Frame, window_s: int) -> Frame:
    """Return the issues with ``moment_s``, the begin of the moment to which each belongs.

    A customer's issue begins a new moment when it begins more than ``window_s`` after everything that was open before.
    """
    order = ["first_s", "need"]
    open_until = nw.col("until_s").cum_max().over("customer", order_by=order)
    issues = issues.with_columns(open_s=open_until)
    issues = issues.with_columns(before_s=nw.col("open_s").shift(1).over("customer", order_by=order))
    begins = nw.col("before_s").is_null() | (nw.col("first_s") - nw.col("before_s") > window_s)
    begin = nw.when(begins).then(nw.col("first_s")).otherwise(0)  # not null: where a value is null, cum_max is null too
    issues = issues.with_columns(begin_s=begin)
    issues = issues.with_columns(moment_s=nw.col("begin_s").cum_max().over("customer", order_by=order))
    return issues.select("customer", "need", "first_s", "moment_s")


def next_needs(issues: Frame, settings: JourneySettings, keep: Keep) -> Frame:
    """Return customer, first, second, and begun_s of the first: once per customer and pair of needs.

    The second began in a later moment of the customer, at most ``next_issue_days`` after the first. A customer has few
    needs, so the join on the customer stays small.
    """
    grouped = keep(moments_of(issues, settings.contact_window_s))
    first = grouped.select("customer", first=nw.col("need"), begun_s=nw.col("first_s"), begun_in_s=nw.col("moment_s"))
    second = grouped.select("customer", second=nw.col("need"), came_s=nw.col("first_s"), came_in_s=nw.col("moment_s"))
    both = first.join(second, on="customer", how="inner").filter(nw.col("came_in_s") > nw.col("begun_in_s"))
    soon = both.filter(nw.col("came_s") - nw.col("begun_s") <= settings.next_issue_days * DAY_S)
    return soon.select("customer", "first", "second", "begun_s")

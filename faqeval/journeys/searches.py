"""What customers searched for: did they find it, and what was it before they made contact?"""

import narwhals as nw

from .frames import Frame
from .paths import callers
from .visits import VISIT


def searches_for_needs(events: Frame, n_articles: int) -> Frame:
    """Return one row per visit and need searched for in it, and whether the need's article was opened there.

    Parameters
    ----------
    events : the events of known customers with ``need``, of what was searched for or opened.
    n_articles : needs below it have an article; the others are left out.

    Returns
    -------
    session, customer, need, is_found.
    """
    need, article = nw.col("need"), nw.col("article")
    answered = events.filter((need >= 0) & (need < n_articles))
    marks = answered.select(
        "session",
        "customer",
        "need",
        searched=(~nw.col("words").is_null()).cast(nw.Int64),
        opened=(article == need).cast(nw.Int64),
    )
    of_visit = marks.group_by("session", "customer", "need").agg(nw.col("searched").max(), nw.col("opened").max())
    return of_visit.filter(nw.col("searched") == 1).select(
        "session", "customer", "need", is_found=nw.col("opened") == 1
    )


def needs_searched_last(linked: Frame, events: Frame) -> Frame:
    """Return contact and told: the need of what each logged-in customer had searched for last before the contact.

    Parameters
    ----------
    linked, events : as ``link_contacts`` and ``events_in_visits`` return them, the events with ``need``.
    """
    none = nw.lit(None, dtype=nw.Int64)
    searches = events.filter(~nw.col("words").is_null() & (nw.col("need") >= 0))
    line = nw.concat(
        [
            searches.select(*VISIT, "at_s", contact=nw.lit(-1).cast(nw.Int64), told=nw.col("need")),
            callers(linked).select(*VISIT, "at_s", "contact", told=none),
        ],
        how="vertical",
    )
    last = nw.col("told").fill_null(strategy="forward").over(*VISIT, order_by=["at_s", "contact", "told"])
    return (
        line.with_columns(told=last)
        .filter((nw.col("contact") >= 0) & ~nw.col("told").is_null())
        .select("contact", "told")
    )

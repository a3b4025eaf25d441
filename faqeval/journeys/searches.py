"""Do customers who search for a need open the article that answers it?"""

import narwhals as nw

from .frames import Frame


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

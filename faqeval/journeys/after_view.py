"""How often do customers make contact about what they have just read?"""

from typing import Final

import narwhals as nw
import numpy as np
import pandas as pd

from ..config import JourneySettings
from ..measures.clustered_share import effective_units
from ..measures.two_groups import JudgedShare, fit_usual, judge_shares
from ..records import AfterView, Figure
from .frames import Frame, known
from .shares import share_figure, share_sums

FEWEST_ARTICLES: Final = 5  # below it, "most are as usual" says nothing: one of two would have to be the usual one
TOO_FEW_VIEWS: Final = "too_few_views"
_OPENED: Final = ("page", "click", "view")  # a search or a login on an article's page does not read it
_NEVER: Final = 2**62  # after every moment that a log may hold


def readings(events: Frame, contacts: Frame, covered: tuple[int, int], window_s: int) -> Frame:
    """Return one row per reading (customer, session, article): need, at_s, and is_followed.

    Parameters
    ----------
    events : EVENT_COLUMNS; a page, click or view that opened an article counts as reading it.
    contacts : CONTACT_COLUMNS and ``need``.
    covered : first and last moment of the contacts' log; readings that it cannot answer for are left out.

    Notes
    -----
    A reading is followed when, in the customer's own order of readings and contacts about the article's need, the next
    thing is a contact within the window: one contact belongs to the last reading before it, not to all of them, and a
    reading is followed once at most. In the same second, the reading comes first.
    """
    opened = known(events).filter((nw.col("article") >= 0) & nw.col("event").is_in(list(_OPENED)))
    read = opened.group_by("customer", "session", "article").agg(at_s=nw.col("at_s").min())
    read = read.filter((nw.col("at_s") >= covered[0] - window_s) & (nw.col("at_s") <= covered[1]))
    read = read.select("customer", "at_s", need=nw.col("article"), is_contact=nw.lit(0).cast(nw.Int64))
    about = known(contacts).filter(nw.col("need") >= 0)
    about = about.select("customer", "at_s", "need", is_contact=nw.lit(1).cast(nw.Int64))
    line = nw.concat([read, about], how="vertical")
    order = ["at_s", "is_contact"]
    line = line.with_columns(
        next_s=nw.col("at_s").shift(-1).over("customer", "need", order_by=order),
        next_contact=nw.col("is_contact").shift(-1).over("customer", "need", order_by=order),
    ).filter(nw.col("is_contact") == 0)
    followed = (nw.col("next_contact") == 1) & (nw.col("next_s") - nw.col("at_s") <= window_s)
    return line.select("customer", "need", "at_s", is_followed=followed.fill_null(False))


def after_views(read: Frame, settings: JourneySettings) -> dict[int, AfterView]:
    """Judge, for every article that known customers read, the share of readings that a contact followed.

    Notes
    -----
    ``usual`` is that of the articles that are as usual (``fit_usual``), not the pooled share: articles that do
    not resolve would raise the very bar by which they are judged. Readings of one customer may be alike, so they count
    as fewer (``effective_units``). ``is_raised`` holds the chance of one false alarm among all articles below
    ``error_rate``: each must be surer than 1 - error_rate / number judged. Below ``min_views`` readings, and where
    fewer than ``FEWEST_ARTICLES`` articles were read so often, none is. Source: ours, see
    docs/method/journeys.md#contact-after-reading.
    """
    sums = share_sums(read, ["need"], "is_followed")
    if sums.empty:
        return {}
    columns = ["n", "hits", "squares", "hit_squares", "products", "customers"]
    units = np.array([effective_units(*row) for row in sums[columns].to_numpy()])
    hits = units * (sums["hits"] / sums["n"]).to_numpy()
    usual = fit_usual(hits, units)
    found = judge_shares(hits, units, usual, min(settings.raised_lift * usual.mean, 1.0))
    n_judged = int((sums["n"] >= settings.min_views).sum())
    least = 1 - settings.error_rate / n_judged if n_judged >= FEWEST_ARTICLES else float("inf")
    return {
        int(row["need"]): _after_view(row, one, usual.mean, least, settings.min_views)
        for one, (_, row) in zip(found, sums.iterrows(), strict=True)
    }


def any_visit(visits: Frame, contacts: Frame, covered: tuple[int, int], window_s: int) -> Frame:
    """Return one row per visit of a known customer, and whether any contact followed within the window."""
    seen = visits.filter((nw.col("start_s") >= covered[0] - window_s) & (nw.col("start_s") <= covered[1]))
    whole = nw.Int64
    seen = seen.select(
        "customer", at_s=nw.col("start_s"), is_contact=nw.lit(0).cast(whole), latest_s=nw.col("end_s") + window_s,
        made_s=nw.lit(_NEVER).cast(whole),
    )  # fmt: skip
    made = known(contacts).select(
        "customer", "at_s", is_contact=nw.lit(1).cast(whole), latest_s=nw.lit(0).cast(whole), made_s=nw.col("at_s")
    )
    line = nw.concat([seen, made], how="vertical")
    following = nw.col("made_s").cum_min(reverse=True).over("customer", order_by=["at_s", "is_contact", "latest_s"])
    line = line.with_columns(next_s=following).filter(nw.col("is_contact") == 0)
    return line.select("customer", is_followed=nw.col("next_s") <= nw.col("latest_s"))


def _after_view(
    sums: "pd.Series[float]", one: JudgedShare, usual: float, least_surety: float, min_views: int
) -> AfterView:
    n, share = int(sums["n"]), share_figure(sums, min_views)
    too_few, is_enough = Figure(None, None, None, n, TOO_FEW_VIEWS), n >= min_views
    shrunk = Figure(round(one.mean, 6), round(one.low, 6), round(one.high, 6), n)
    excess = (_excess(one.mean, usual), _excess(one.low, usual), _excess(one.high, usual))
    return AfterView(
        n_views=n,
        n_followed=int(sums["hits"]),
        share=too_few if share.value is None else share,
        shrunk=shrunk if is_enough else too_few,
        usual=round(usual, 6),
        raised_surety=round(one.above, 6),
        is_raised=is_enough and one.above >= least_surety,
        excess=excess if is_enough else (0.0, 0.0, 0.0),
    )


def _excess(share: float, usual: float) -> float:
    return round(max(0.0, 1.0 - usual / share), 6) if share > 0 else 0.0

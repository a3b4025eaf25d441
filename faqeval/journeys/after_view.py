"""How often do customers make contact about what they have just read?"""

from typing import Final

import narwhals as nw
import pandas as pd

from ..config import JourneySettings
from ..measures.clustered_share import effective_units
from ..measures.two_groups import fit_usual, judge_shares
from ..records import AfterView, Figure
from .frames import Frame, known
from .shares import share_figure, share_sums

_NEVER: Final = 2**62  # after every moment that a log may hold


def readings(events: Frame, contacts: Frame, covered: tuple[int, int], window_s: int) -> Frame:
    """Return one row per reading (customer, session, article): need, at_s, and is_followed.

    Parameters
    ----------
    events : EVENT_COLUMNS; an event that opened an article counts as reading it.
    contacts : CONTACT_COLUMNS and ``need``.
    covered : first and last moment of the contacts' log; readings that it cannot answer for are left out.

    Notes
    -----
    A reading is followed when, in the customer's own order of readings and contacts about the article's need, the next
    thing is a contact within the window: one contact belongs to the last reading before it, not to all of them.
    """
    opened = known(events).filter(nw.col("article") >= 0)
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
    Readings of one customer may be alike, so they count as fewer (``effective_units``). ``is_raised`` holds the chance
    of one false alarm among all articles below ``error_rate``: each must be surer than 1 - error_rate / number judged.
    """
    sums = share_sums(read, ["need"], "is_followed")
    judged = sums[sums["n"] >= settings.min_views].reset_index(drop=True)
    found = {int(row["need"]): _not_judged(row, settings) for _, row in sums.iterrows()}
    if judged.empty:
        return found
    units = pd.Series(
        [
            effective_units(*row)
            for row in judged[["n", "hits", "squares", "hit_squares", "products", "customers"]].to_numpy()
        ]
    )
    hits = units * judged["hits"] / judged["n"]
    usual = fit_usual(hits, units)
    limit = min(settings.raised_lift * usual.mean, 1.0)
    least = 1 - settings.error_rate / len(judged)
    for need, n, hit, one, (_, row) in zip(
        judged["need"],
        judged["n"],
        judged["hits"],
        judge_shares(hits, units, usual, limit),
        judged.iterrows(),
        strict=True,
    ):
        shrunk = Figure(round(one.mean, 6), round(one.low, 6), round(one.high, 6), int(n))
        found[int(need)] = AfterView(
            n_views=int(n),
            n_followed=int(hit),
            share=share_figure(row, settings.min_views),
            shrunk=shrunk,
            usual=round(usual.mean, 6),
            raised_surety=round(one.above, 6),
            is_raised=one.above >= least,
            excess=(_excess(one.mean, usual.mean), _excess(one.low, usual.mean), _excess(one.high, usual.mean)),
        )
    return found


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


def _excess(share: float, usual: float) -> float:
    return round(max(0.0, 1.0 - usual / share), 6) if share > 0 else 0.0


def _not_judged(sums: "pd.Series[float]", settings: JourneySettings) -> AfterView:
    n = int(sums["n"])
    return AfterView(
        n_views=n,
        n_followed=int(sums["hits"]),
        share=share_figure(sums, settings.min_views),
        shrunk=Figure(None, None, None, n, "too_few_views"),
        usual=0.0,
        raised_surety=0.0,
        is_raised=False,
        excess=(0.0, 0.0, 0.0),
    )

"""Which need comes next?"""

import narwhals as nw
import numpy as np
import pandas as pd

from ..config import JourneySettings
from ..measures.follow_lift import chance_of_at_least, expected_follows, follow_lift
from ..records import Figure, NextIssue
from .frames import DAY_S, Frame, Keep, known, to_pandas
from .shares import rate_figure


def next_issues(
    events: Frame | None, contacts: Frame, settings: JourneySettings, months: float, keep: Keep
) -> tuple[NextIssue, ...]:
    """Return the pairs of needs of which the second follows the first more often than by chance.

    An issue is the first time that a customer has a need: searches for it, opens its article, or makes contact about
    it. It follows another that began at most ``next_issue_days`` before, and longer before than the contact window, so
    that what is looked at in one visit is not taken for a sequence. Of two needs that follow each other both ways the
    commoner order is told.

    Notes
    -----
    Lift: seen / expected under quasi-independence (``expected_follows``). ``is_sure``: the chance of seeing so many at
    a lift of ``next_issue_lift`` is below error_rate / number of pairs judged.
    """
    issues = keep(_issues(events, contacts))
    pairs = keep(_pairs(issues, settings))
    counts = to_pandas(pairs.group_by("first", "second").agg(n=nw.len()))
    if counts.empty:
        return ()
    found = _judged(counts, settings)
    if not found:
        return ()
    called = _contacts_that_followed(pairs, contacts, found, settings)
    return tuple(
        NextIssue(
            first, second, n, n_first, lift, rate_figure(*called.get((first, second), (0, 0)), months, 1), is_sure
        )
        for first, second, n, n_first, lift, is_sure in found
    )


def _issues(events: Frame | None, contacts: Frame) -> Frame:
    about = known(contacts).filter(nw.col("need") >= 0).select("customer", "need", "at_s")
    if events is not None:
        about = nw.concat(
            [about, known(events).filter(nw.col("need") >= 0).select("customer", "need", "at_s")], how="vertical"
        )
    return about.group_by("customer", "need").agg(first_s=nw.col("at_s").min())


def _pairs(issues: Frame, settings: JourneySettings) -> Frame:
    """Return customer, first, second and the moment of the first, once per customer; a customer has few needs."""
    first = issues.select("customer", first=nw.col("need"), begun_s=nw.col("first_s"))
    second = issues.select("customer", second=nw.col("need"), came_s=nw.col("first_s"))
    passed = nw.col("came_s") - nw.col("begun_s")
    return first.join(second, on="customer", how="inner").filter(
        (passed > settings.contact_window_minutes * 60) & (passed <= settings.next_issue_days * DAY_S)
    )


def _judged(counts: pd.DataFrame, settings: JourneySettings) -> list[tuple[int, int, int, int, Figure, bool]]:
    needs = np.union1d(counts["first"], counts["second"]).astype(np.int64)
    seen = np.zeros((len(needs), len(needs)))
    seen[np.searchsorted(needs, counts["first"]), np.searchsorted(needs, counts["second"])] = counts["n"]
    expected, n_first = expected_follows(seen), seen.sum(axis=1)
    judged = np.argwhere((seen >= settings.min_next_customers) & (expected > 0))
    least = settings.error_rate / max(len(judged), 1)
    found = []
    for row, column in judged.tolist():
        n, by_chance = float(seen[row, column]), float(expected[row, column])
        lift, low, high = follow_lift(n, by_chance)
        sure = chance_of_at_least(n, by_chance * settings.next_issue_lift) < least and n >= seen[column, row]
        if low > 1.0:
            figure = Figure(round(lift, 6), round(low, 6), round(high, 6), int(n))
            found.append((int(needs[row]), int(needs[column]), int(n), int(n_first[row]), figure, bool(sure)))
    return sorted(found, key=lambda one: (not one[5], -one[2], one[0], one[1]))


def _contacts_that_followed(
    pairs: Frame,
    contacts: Frame,
    found: list[tuple[int, int, int, int, Figure, bool]],
    settings: JourneySettings,
) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the number of contacts about the second need within the window, and the sum of squares over customers."""
    seconds = sorted({one[1] for one in found})
    about = known(contacts).filter(nw.col("need").is_in(seconds)).select("customer", "at_s", second=nw.col("need"))
    passed = nw.col("at_s") - nw.col("begun_s")
    followed = pairs.join(about, on=["customer", "second"], how="inner").filter(
        (passed > 0) & (passed <= settings.next_issue_days * DAY_S)
    )
    each = followed.group_by("first", "second", "customer").agg(c=nw.len().cast(nw.Float64))
    sums = (
        each.with_columns(cc=nw.col("c") * nw.col("c"))
        .group_by("first", "second")
        .agg(n=nw.col("c").sum(), squares=nw.col("cc").sum())
    )
    return {
        (int(first), int(second)): (float(n), float(squares))
        for first, second, n, squares in to_pandas(sums)[["first", "second", "n", "squares"]].itertuples(
            index=False, name=None
        )
    }

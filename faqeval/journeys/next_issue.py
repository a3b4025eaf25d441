"""Which need comes next?"""

from typing import Final

import narwhals as nw
import numpy as np
import pandas as pd

from ..config import JourneySettings
from ..measures.follow_lift import chance_of_at_least, expected_follows, follow_lift
from ..records import Figure, NextIssue
from .frames import DAY_S, Frame, Keep, known, to_pandas
from .issues import issues_of, next_needs
from .shares import rate_figure

_CODES: Final = 2**31  # more than there are needs: first · this + second names a pair in one number

_Found = tuple[int, int, int, int, Figure, bool]  # first, second, followed, anything followed, lift, is sure


def next_issues(
    events: Frame | None, contacts: Frame, settings: JourneySettings, months: float, keep: Keep
) -> tuple[NextIssue, ...]:
    """Return the pairs of needs of which the second comes next after the first more often than by chance.

    An issue is the first time that a known customer has a need: searches for it, opens its article, or makes contact
    about it. Issues that begin in one visit, or within the contact window of it, are one moment; the issues of the
    customer's next moment came next after all of them when they began at most ``next_issue_days`` later. Of two needs
    that follow each other both ways the commoner order is told.

    Parameters
    ----------
    events : EVENT_COLUMNS and ``need``; None when no visits were given.
    contacts : CONTACT_COLUMNS and ``need``.
    months : that the contacts cover.

    Returns
    -------
    Pairs that at least ``min_next_customers`` customers had and whose lift is above 1 (lower end of its 95 % interval);
    sure ones first, then most customers, then the codes.

    Notes
    -----
    Lift: seen / expected under quasi-independence (``expected_follows``), so that neither busy customers nor common
    needs make a pair. ``is_sure``: the chance of seeing so many at a lift of ``next_issue_lift`` is below error_rate /
    number of pairs that could have been found. That number is taken from the margins (Tarone 1990): pairs chosen by
    their own count would be the lucky ones, and judged as if they had been the only ones.
    """
    pairs = keep(next_needs(issues_of(events, contacts), settings, keep))
    counts = to_pandas(pairs.group_by("first", "second").agg(n=nw.len()))
    if counts.empty:
        return ()
    begun = to_pandas(pairs.group_by("first").agg(n=nw.col("customer").n_unique()))
    n_begun = {int(first): int(n) for first, n in begun[["first", "n"]].itertuples(index=False, name=None)}
    found = _judged(counts, n_begun, settings)
    if not found:
        return ()
    called = _contacts_that_followed(pairs, contacts, found, settings)
    return tuple(
        NextIssue(
            first, second, n, n_first, lift, rate_figure(*called.get((first, second), (0, 0)), months, 1), is_sure
        )
        for first, second, n, n_first, lift, is_sure in found
    )


def _judged(counts: pd.DataFrame, n_begun: dict[int, int], settings: JourneySettings) -> list[_Found]:
    needs = np.union1d(counts["first"], counts["second"]).astype(np.int64)
    seen = np.zeros((len(needs), len(needs)))
    seen[np.searchsorted(needs, counts["first"]), np.searchsorted(needs, counts["second"])] = counts["n"]
    expected, least = expected_follows(seen), settings.min_next_customers
    possible = (seen.sum(axis=1)[:, None] >= least) & (seen.sum(axis=0)[None, :] >= least) & (expected > 0)
    chance = settings.error_rate / max(int(possible.sum()), 1)
    found = []
    for row, column in np.argwhere((seen >= least) & (expected > 0)).tolist():
        n, by_chance, back = float(seen[row, column]), float(expected[row, column]), float(seen[column, row])
        if n < back or (n == back and row > column):
            continue
        lift, low, high = follow_lift(n, by_chance)
        if low > 1.0:
            figure = Figure(round(lift, 6), round(low, 6), round(high, 6), int(n))
            sure = bool(chance_of_at_least(n, by_chance * settings.next_issue_lift) < chance)
            found.append((int(needs[row]), int(needs[column]), int(n), n_begun[int(needs[row])], figure, sure))
    return sorted(found, key=lambda one: (not one[5], -one[2], one[0], one[1]))


def _contacts_that_followed(
    pairs: Frame, contacts: Frame, found: list[_Found], settings: JourneySettings
) -> dict[tuple[int, int], tuple[float, float]]:
    """Return the number of contacts about the second need within the window, and the sum of squares over customers."""
    code = nw.col("first") * _CODES + nw.col("second")
    told = pairs.filter(code.is_in([one[0] * _CODES + one[1] for one in found]))
    seconds = sorted({one[1] for one in found})
    about = known(contacts).filter(nw.col("need").is_in(seconds)).select("customer", "at_s", second=nw.col("need"))
    passed = nw.col("at_s") - nw.col("begun_s")
    followed = told.join(about, on=["customer", "second"], how="inner").filter(
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

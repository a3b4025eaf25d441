"""How many readings of an article a contact followed, before and after its rewrite."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..measures.mover import difference_interval
from ..measures.wilson import wilson
from .run_weeks import Periods

MIN_VIEWS = 20  # on each side, as journeys.min_views has it


@dataclass(frozen=True, slots=True)
class ViewShares:
    """Share of an article's readings that a contact about the same need followed, 0..1."""

    views_before: int
    views_after: int
    before: float
    after: float
    difference: float
    low: float
    high: float
    untouched_difference: float | None  # of all untouched articles in the same weeks, to hold it against


def view_shares(span: Periods, keys: list[str], untouched: list[str]) -> list[ViewShares | None]:
    """Compare the shares of articles; None where fewer than ``MIN_VIEWS`` readings are known before or after.

    No general trend is taken out: readings are counted in the share itself, so traffic cancels. What else may have
    changed for all articles alike stands beside it.

    Notes
    -----
    Wilson's intervals, readings counted as n / phi with phi = Pearson's χ² of the weeks over its degrees of freedom, at
    least 1; the difference by MOVER (Zou & Donner 2008).
    """
    sides = ((span.run_before, span.before), (span.run_after, span.after))
    views, followed = (
        [run.counts(column, [*keys, *untouched], weeks) for run, weeks in sides]
        for column in ("views", "contacts_after_view")
    )
    n = len(keys)
    others = [(hits[n:].sum(), seen[n:].sum()) for hits, seen in zip(followed, views, strict=True)]
    usual = float(others[1][0] / others[1][1] - others[0][0] / others[0][1]) if min(o[1] for o in others) > 0 else None
    return [_shares((views[0][row], views[1][row]), (followed[0][row], followed[1][row]), usual) for row in range(n)]


def _shares(
    views: tuple[NDArray[np.float64], NDArray[np.float64]],
    followed: tuple[NDArray[np.float64], NDArray[np.float64]],
    usual: float | None,
) -> ViewShares | None:
    if min(part.sum() for part in views) < MIN_VIEWS:
        return None
    before, after = (_share(seen, hits) for seen, hits in zip(views, followed, strict=True))
    n_before, n_after = (int(part.sum()) for part in views)
    return ViewShares(n_before, n_after, before[0], after[0], *difference_interval(before, after), usual)


def _share(views: NDArray[np.float64], followed: NDArray[np.float64]) -> tuple[float, float, float]:
    n, hits = float(views.sum()), float(followed.sum())
    share = hits / n
    variances = share * (1 - share) * views
    seen = variances > 0
    df = max(1, int(seen.sum()) - 1)
    phi = max(1.0, float(np.sum((followed[seen] - share * views[seen]) ** 2 / variances[seen])) / df)
    return share, *wilson(hits / phi, n / phi)

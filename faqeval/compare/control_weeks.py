"""Weekly contacts of articles, held against those of the articles that nobody touched."""

import math
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..measures.rate_ratio import (
    RateRatio,
    drift_variance,
    plain_rate_ratio,
    trend_rate_ratio,
    weeks_to_tell,
    with_drift,
)
from .rewrite import MAX_WEEKS, MIN_CONTACTS, MIN_DRIFTING, MIN_WEEKS, POWER, SPEAK_OF, Rewrite
from .run_weeks import Periods

_BORN_LATER: Final = 0.001  # chance of so many empty weeks at the start, below which the article was not there yet


class ControlWeeks:
    """Weekly counts of all articles: the rewritten ones, and those that nobody changed as their control group."""

    def __init__(
        self, span: Periods, before: NDArray[np.float64], after: NDArray[np.float64], control: list[int]
    ) -> None:
        self.before, self.after, self.control = before, after, control
        self.control_before, self.control_after = before[control].sum(axis=0), after[control].sum(axis=0)
        self.estimates: dict[int, RateRatio] = {}
        earlier = span.a_year_earlier()
        self.season = [span.before.index(week) for week in earlier]
        totals = self.control_before.sum() + self.control_after.sum()
        self.has_control = bool(control) and totals >= MIN_CONTACTS
        shares = (before[control].sum(axis=1) + after[control].sum(axis=1)) / max(totals, 1.0)
        self.concentration = float((shares**2).sum())
        self.n_drifting, self.drift = self._drift()

    def trend(self) -> float | None:
        """Return the change of all untouched articles together, a week against a week."""
        before, after = (part[weeks].sum() for part, weeks in self._sides(self.control_before, self.control_after))
        n_before, n_after = len(self.season) or len(self.control_before), len(self.control_after)
        if not self.has_control or not n_before or not n_after or before == 0:
            return None
        return float(after / n_after / (before / n_before) - 1)

    def judge(self, row: int, article_id: str, title: str) -> Rewrite:
        """Estimate the change of one article; the verdict waits for the others."""
        chosen = self._weeks_of(row)
        old, new = self.before[row][chosen], self.after[row]
        has_weeks = min(len(old), len(new)) >= MIN_WEEKS
        estimate = None
        if has_weeks and self.has_control:
            alone = trend_rate_ratio(old, new, self.control_before[chosen], self.control_after)
            self.estimates[row] = alone
            estimate = with_drift(alone, self.drift or 0.0, max(self.n_drifting, 2), self.concentration)
        elif has_weeks:
            estimate = plain_rate_ratio(old, new)
        low, high = estimate.interval() if estimate else (None, None)
        n_contacts = int(old.sum() + new.sum())
        few = "" if n_contacts >= MIN_CONTACTS else "few_contacts"
        return Rewrite(
            article_id=article_id,
            title=title,
            verdict="cannot_tell",
            reason="few_weeks" if not has_weeks else "no_untouched" if not self.has_control else few,
            weeks_before=len(old),
            weeks_after=len(new),
            contacts_before=int(old.sum()),
            contacts_after=int(new.sum()),
            per_week_before=float(old.mean()) if len(old) else None,
            per_week_after=float(new.mean()) if len(new) else None,
            change=estimate.ratio - 1 if estimate else None,
            low=None if low is None else low - 1,
            high=None if high is None else high - 1,
            p_value=estimate.p_value() if estimate and self.has_control else None,
            p_adjusted=None,
            dispersion=estimate.dispersion if estimate else None,
            more_weeks=None,
            is_same_season=bool(self.season) and len(chosen) == len(self.season) and chosen == self.season,
            views=None,
        )

    def more_weeks(self, one: Rewrite, row: int, error_rate: float) -> int | None:
        """Return how many more weeks tell the effect apart, None when more than a year."""
        chosen = self._weeks_of(row)
        old, control_old = self.before[row][chosen], self.control_before[chosen]
        if len(old) < MIN_WEEKS:
            return None
        n_after = max(one.weeks_after, MIN_WEEKS)
        estimate = self.estimates.get(row)
        counts = [float(part.sum()) for part in (self.after[row], old, self.control_after, control_old)]
        if estimate is None:  # too few weeks after: as if they were like those before
            estimate = replace(plain_rate_ratio(old, old), log_ratio=0.0)
            counts[0], counts[2] = n_after * float(old.mean()), n_after * float(control_old.mean())
        found = weeks_to_tell(
            (counts[0], counts[1], counts[2], counts[3]),
            (n_after, len(old)),
            estimate,
            least=-math.log(1 - SPEAK_OF),
            drift=((self.drift or 0.0) * (1 + self.concentration), max(self.n_drifting, 2)),
            error_rate=error_rate,
            power=POWER,
            most=MAX_WEEKS,
        )
        return None if found is None else max(1, found + n_after - one.weeks_after)

    def _weeks_of(self, row: int) -> list[int]:
        """Return the weeks before that an article is held against: those a year before where it had contacts then."""
        if self.season and self.before[row][self.season].sum() > 0:
            return self.season
        return list(range(empty_start(self.before[row]), self.before.shape[1]))

    def _sides(
        self, before: NDArray[np.float64], after: NDArray[np.float64]
    ) -> tuple[tuple[NDArray[np.float64], list[int]], tuple[NDArray[np.float64], list[int]]]:
        return (before, self.season or list(range(len(before)))), (after, list(range(len(after))))

    def _drift(self) -> tuple[int, float | None]:
        """Return how many untouched articles show how far articles drift apart, and the variance of it."""
        weeks = self.season or list(range(self.before.shape[1]))
        if not self.has_control or min(len(weeks), self.after.shape[1]) < MIN_WEEKS:
            return 0, None
        estimates = []
        for row in self.control:
            old, new = self.before[row][weeks], self.after[row]
            others = self.control_before[weeks] - old, self.control_after - new
            if old.sum() + new.sum() >= MIN_CONTACTS and others[0].sum() + others[1].sum() >= MIN_CONTACTS:
                estimates.append(trend_rate_ratio(old, new, *others))
        return len(estimates), drift_variance(estimates) if len(estimates) >= MIN_DRIFTING else None


def empty_start(counts: NDArray[np.float64]) -> int:
    """Return how many weeks at the start are empty because the article was not there yet.

    Notes
    -----
    0 when that many empty weeks are not against all chance (exp(-weeks x later mean), Poisson).
    """
    seen = np.flatnonzero(counts)
    start = int(seen[0]) if len(seen) else 0
    return start if start and math.exp(-start * float(counts[start:].mean())) < _BORN_LATER else 0

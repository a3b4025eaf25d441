"""By what factor did the contacts about one need change, against what changed for all needs?

Formulas, sources and simulations: docs/method/compare.md.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

_HALF: Final = 0.5  # added to each count, so that 0 has a logarithm; takes out the first-order bias (Gart 1966)


@dataclass(frozen=True, slots=True)
class RateRatio:
    """A ratio on the log scale, from weekly counts. ``variance`` is of the logarithm, overdispersion included."""

    log_ratio: float
    variance: float
    dispersion: float  # variance of the weekly counts over that of pure chance, at least 1
    df: float  # degrees of freedom of ``variance``

    @property
    def ratio(self) -> float:
        """After over before; 1 = nothing changed."""
        return math.exp(self.log_ratio)

    def interval(self, level: float = 0.95) -> tuple[float, float]:
        """Return the ends between which the ratio lies with the given certainty."""
        half = _t_quantile(0.5 + level / 2, self.df) * math.sqrt(self.variance)
        return math.exp(self.log_ratio - half), math.exp(self.log_ratio + half)

    def p_value(self) -> float:
        """Return the two-sided probability of a ratio this far from 1 when nothing changed."""
        from scipy.stats import t

        return float(2 * t.sf(abs(self.log_ratio) / math.sqrt(self.variance), self.df))


def plain_rate_ratio(before: ArrayLike, after: ArrayLike) -> RateRatio:
    """Return the ratio of weekly counts after and before; a general trend is in it.

    Parameters
    ----------
    before, after : counts of shape (n_weeks,), at least two weeks each.

    Notes
    -----
    log of the ratio of the means, ½ added to both sums; variance phi (1/a + 1/b), quasi-Poisson, phi = Pearson's χ² of
    the weeks around the mean of their period over its degrees of freedom (McCullagh & Nelder 1989, ch. 6), at least 1.
    """
    old, new = _counts(before), _counts(after)
    b, a = old.sum() + _HALF, new.sum() + _HALF
    phi, df = _dispersion([((part - part.mean()) ** 2, np.full(len(part), part.mean())) for part in (old, new)])
    return RateRatio(math.log(a / len(new)) - math.log(b / len(old)), phi * (1 / a + 1 / b), phi, df)


def trend_rate_ratio(
    before: ArrayLike, after: ArrayLike, control_before: ArrayLike, control_after: ArrayLike
) -> RateRatio:
    """Return the ratio of weekly counts after and before, divided by the same ratio of a control.

    Parameters
    ----------
    before, after : counts of one need, shape (n_weeks,), at least two weeks each.
    control_before, control_after : counts of all untouched needs together in the same weeks.

    Notes
    -----
    Difference in differences of the logarithms = log odds ratio of the 2 x 2 table (need or control, before or after),
    ½ added to each cell. Given the week's total, the need's count is binomial with one share per period, whatever trend
    or season the week had for both: so Pearson's χ² of the weeks around that share, over its degrees of freedom, is the
    overdispersion phi (Williams 1982), at least 1, and the variance is phi (1/a + 1/b + 1/A + 1/B).

    Examples
    --------
    >>> halved = trend_rate_ratio([20, 20, 20], [20, 20, 20], [100, 100, 100], [200, 200, 200])
    >>> round(halved.ratio, 2)
    0.5
    """
    old, new = _counts(before), _counts(after)
    old_control, new_control = _counts(control_before), _counts(control_after)
    cells = [float(part.sum()) + _HALF for part in (new, old, new_control, old_control)]
    a, b, control_a, control_b = cells
    weeks = []
    for own, others in ((old, old_control), (new, new_control)):
        totals = own + others
        share = own.sum() / max(totals.sum(), 1.0)
        weeks.append(((own - share * totals) ** 2, share * (1 - share) * totals))
    phi, df = _dispersion(weeks)
    log_ratio = math.log(a / b) - math.log(control_a / control_b)
    return RateRatio(log_ratio, phi * sum(1 / cell for cell in cells), phi, df)


def with_drift(estimate: RateRatio, drift: float, n_untouched: int, concentration: float = 0.0) -> RateRatio:
    """Return an estimate whose variance also holds how needs drift apart from each other when nobody touches them.

    Parameters
    ----------
    drift : variance of the logarithm, see ``drift_variance``.
    n_untouched : needs that it was estimated from, at least 2.
    concentration : Σ share² of the needs that make up the control, 0..1.

    Notes
    -----
    Degrees of freedom of the sum: Satterthwaite 1946.
    """
    more = drift * (1 + concentration)
    if more <= 0:
        return estimate
    variance = estimate.variance + more
    df = variance**2 / (estimate.variance**2 / estimate.df + more**2 / (n_untouched - 1))
    return RateRatio(estimate.log_ratio, variance, estimate.dispersion, df)


def drift_variance(estimates: Sequence[RateRatio]) -> float:
    """Return how far needs that nobody touched drifted apart, beyond what their weeks explain.

    Returns
    -------
    Variance of the log ratio, at least 0.

    Notes
    -----
    Moment estimator of the variance between studies (DerSimonian & Laird 1986), a need being a study.
    """
    if len(estimates) < 2:
        return 0.0
    values = np.array([estimate.log_ratio for estimate in estimates])
    weights = 1 / np.array([estimate.variance for estimate in estimates])
    spread = float(np.sum(weights * (values - np.average(values, weights=weights)) ** 2))
    return max(0.0, (spread - len(values) + 1) / float(weights.sum() - (weights**2).sum() / weights.sum()))


def weeks_to_tell(
    counts: tuple[float, float, float, float],
    n_weeks: tuple[int, int],
    estimate: RateRatio,
    *,
    least: float,
    drift: tuple[float, int] = (0.0, 2),
    error_rate: float = 0.05,
    power: float = 0.8,
    most: int = 52,
) -> int | None:
    """Return how many more weeks after the change it takes until an effect as large as the seen one is told from none.

    Parameters
    ----------
    counts : after, before, control after, control before; the controls are infinite where there is none.
    n_weeks : after and before, so far.
    estimate : what these weeks say, drift left out.
    least : a seen |log ratio| below it counts as this one.
    drift : variance that no week takes away, and the needs that it comes from.
    error_rate : two-sided, of one test.
    most : the answer is None when it takes more weeks.

    Notes
    -----
    The smallest w with |log ratio| ≥ (t of the error rate + t of the power) · standard error, at the volume of a week
    after and with the overdispersion seen so far.
    """
    effect = max(abs(estimate.log_ratio), least)
    a, b, control_a, control_b = (count + _HALF for count in counts)
    more, n_untouched = drift
    for extra in range(most + 1):
        growth = 1 + extra / n_weeks[0]
        cells = 1 / (a * growth) + 1 / b + 1 / (control_a * growth) + 1 / control_b
        df = sum(n_weeks) + extra - 2
        then = with_drift(RateRatio(0.0, estimate.dispersion * cells, 1.0, df), more, n_untouched)
        needed = _t_quantile(1 - error_rate / 2, then.df) + _t_quantile(power, then.df)
        if effect >= needed * math.sqrt(then.variance):
            return extra
    return None


def _counts(values: ArrayLike) -> NDArray[np.float64]:
    counts = np.asarray(values, dtype=np.float64)
    if counts.ndim != 1 or len(counts) < 2:
        raise ValueError(f"at least two weeks must be given. Got shape {counts.shape}.")
    return counts


def _dispersion(periods: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]]) -> tuple[float, int]:
    """Return Pearson's χ² over its degrees of freedom, at least 1, and these; an empty period tells nothing."""
    chi_square, df = 0.0, 0
    for squared, variances in periods:
        seen = variances > 0
        chi_square += float(np.sum(squared[seen] / variances[seen]))
        df += max(0, int(seen.sum()) - 1)
    return (max(1.0, chi_square / df), df) if df else (1.0, 1)


def _t_quantile(probability: float, df: float) -> float:
    from scipy.stats import t

    return float(t.ppf(probability, df))

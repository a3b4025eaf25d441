"""Many shares at once: most are as usual, some are not. Each is judged in the light of all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

_OTHERS: Final = (0.02, 0.4)  # share of those that are not as usual: never quite none, and always a minority
_OTHER_BETA: Final = (1.0, 3.0)  # what is not as usual may be anything, sooner below a half than above
_STRENGTHS: Final = (2.0, 5_000.0)  # of the usual group's prior, in units; a wider range cannot be told from data


@dataclass(frozen=True, slots=True)
class UsualShare:
    """What is usual: Beta(mean · strength, (1 - mean) · strength), but for the share ``others``."""

    mean: float
    strength: float
    others: float


@dataclass(frozen=True, slots=True)
class JudgedShare:
    """One share in the light of all: its mean, the interval in which it lies, and how sure it is above a limit."""

    mean: float
    low: float
    high: float
    above: float


def fit_usual(hits: ArrayLike, units: ArrayLike) -> UsualShare:
    """Return what is usual among many shares, in spite of those that stand out.

    Parameters
    ----------
    hits, units : float arrays of shape (n_shares,), 0 <= hits <= units, units above 0; at least one share.

    Notes
    -----
    Largest marginal likelihood of the two-groups model of ``judge_shares`` over mean and strength of the usual group
    and the share of the other one: what stands out is laid to the other group and does not raise what is usual. A grid,
    then Nelder & Mead 1965.
    """
    from scipy.optimize import minimize

    k, n = np.asarray(hits, dtype=np.float64), np.asarray(units, dtype=np.float64)
    pooled = float((k.sum() + 0.5) / (n.sum() + 1))
    means = _logit(np.clip(pooled * np.geomspace(0.1, 2.0, 31), 1e-5, 1 - 1e-5))
    strengths = np.log(np.geomspace(*_STRENGTHS, 12))
    others = _logit(np.array([0.05, 0.15, 0.3]))
    starts = [(mean, strength, other) for mean in means.tolist() for strength in strengths for other in others]
    start = min(starts, key=lambda point: _misfit(np.array(point), k, n))
    found = minimize(
        _misfit, np.array(start), args=(k, n), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-6}
    )
    return UsualShare(*_parameters(np.asarray(found.x, dtype=np.float64)))


def judge_shares(
    hits: ArrayLike, units: ArrayLike, usual: UsualShare, limit: float, level: float = 0.95
) -> list[JudgedShare]:
    """Judge each share: it is one of the usual ones, or one of the others, which may lie anywhere in 0..1.

    Parameters
    ----------
    limit : share (0..1) of which it is said how surely each lies above it.

    Notes
    -----
    Two-groups model (Efron 2008, "Microarrays, empirical Bayes and the two-groups model") with beta-binomial
    likelihoods; the posterior is a mixture of two beta distributions. A single strong share is hardly pulled down,
    because it comes from the other group, and a weak one is pulled to the usual.
    """
    from scipy.special import betaln, expit
    from scipy.stats import beta

    k, n = np.asarray(hits, dtype=np.float64), np.asarray(units, dtype=np.float64)
    a = max(usual.mean, 1e-6) * usual.strength
    b = max(1 - usual.mean, 1e-6) * usual.strength
    as_usual = betaln(a + k, b + n - k) - betaln(a, b)
    c, d = _OTHER_BETA
    otherwise = betaln(c + k, d + n - k) - betaln(c, d)
    weight = expit(np.log((1 - usual.others) / usual.others) + as_usual - otherwise)
    groups = ((weight, a + k, b + n - k), (1 - weight, c + k, d + n - k))
    mean = sum(w * x / (x + y) for w, x, y in groups)
    above = sum(w * beta.sf(limit, x, y) for w, x, y in groups)
    tail = (1 - level) / 2
    low, high = _quantile(groups, tail), _quantile(groups, 1 - tail)
    return [
        JudgedShare(float(m), float(lo), float(hi), float(p))
        for m, lo, hi, p in zip(np.asarray(mean), low, high, np.asarray(above), strict=True)
    ]


def _misfit(point: NDArray[np.float64], k: NDArray[np.float64], n: NDArray[np.float64]) -> float:
    """Return minus the marginal log likelihood at (logit of the mean, log of the strength, logit of the others)."""
    from scipy.special import betaln

    mean, strength, others = _parameters(point)
    a, b = mean * strength, (1 - mean) * strength
    c, d = _OTHER_BETA
    as_usual = np.log(1 - others) + betaln(a + k, b + n - k) - betaln(a, b)
    otherwise = np.log(others) + betaln(c + k, d + n - k) - betaln(c, d)
    return -float(np.logaddexp(as_usual, otherwise).sum())


def _parameters(point: NDArray[np.float64]) -> tuple[float, float, float]:
    mean, others = 1 / (1 + np.exp(-np.clip(point[[0, 2]], -12, 12)))
    strength = np.exp(np.clip(point[1], *np.log(_STRENGTHS)))
    return float(mean), float(strength), float(np.clip(others, *_OTHERS))


def _logit(share: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.log(share / (1 - share)), dtype=np.float64)


def _quantile(
    groups: Sequence[tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]], level: float
) -> NDArray[np.float64]:
    """Return the quantile of each mixture, by halving."""
    from scipy.stats import beta

    low, high = np.zeros(len(groups[0][0])), np.ones(len(groups[0][0]))
    for _ in range(40):
        middle = (low + high) / 2
        below = sum(w * beta.cdf(middle, x, y) for w, x, y in groups) < level
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return (low + high) / 2

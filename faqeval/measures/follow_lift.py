"""Which thing follows which more often than chance has it, when nothing can follow itself."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

_ROUNDS: Final = 500
_CLOSE: Final = 1e-9


def expected_follows(counts: ArrayLike) -> NDArray[np.float64]:
    """Return how often each thing would follow each other one by chance.

    Parameters
    ----------
    counts : float array of shape (n_things, n_things): how often column followed row; the diagonal is 0.

    Returns
    -------
    float64 of the same shape, with the same sums of rows and columns and a diagonal of 0.

    Notes
    -----
    Quasi-independence: expected = row effect x column effect off the diagonal, by iterative proportional fitting
    (Deming & Stephan 1940; Bishop, Fienberg & Holland 1975, ch. 5). Busy customers raise sums, not lifts.

    Examples
    --------
    >>> expected_follows([[0, 2, 2], [2, 0, 2], [2, 2, 0]]).tolist()
    [[0.0, 2.0, 2.0], [2.0, 0.0, 2.0], [2.0, 2.0, 0.0]]
    """
    seen = np.asarray(counts, dtype=np.float64)
    rows, columns = seen.sum(axis=1), seen.sum(axis=0)
    fitted = np.ones_like(seen)
    np.fill_diagonal(fitted, 0.0)
    fitted[rows == 0, :] = 0.0
    fitted[:, columns == 0] = 0.0
    for _ in range(_ROUNDS):
        fitted *= _ratio(rows, fitted.sum(axis=1))[:, None]
        fitted *= _ratio(columns, fitted.sum(axis=0))[None, :]
        if np.abs(fitted.sum(axis=1) - rows).max(initial=0.0) < _CLOSE * max(float(rows.sum()), 1.0):
            break
    return fitted


def follow_lift(seen: float, expected: float, level: float = 0.95) -> tuple[float, float, float]:
    """Return lift, low and high: how many times more often than by chance, with an exact Poisson interval.

    Notes
    -----
    Garwood 1936 for the number seen; the expected number rests on whole rows and columns and is taken as known.

    Examples
    --------
    >>> [round(end, 2) for end in follow_lift(20, 5)]
    [4.0, 2.44, 6.18]
    """
    from scipy.stats import chi2

    if expected <= 0:
        return float("nan"), float("nan"), float("nan")
    low = float(chi2.ppf((1 - level) / 2, 2 * seen)) / 2 if seen else 0.0
    return seen / expected, low / expected, float(chi2.ppf((1 + level) / 2, 2 * (seen + 1))) / 2 / expected


def chance_of_at_least(seen: float, expected: float) -> float:
    """Return the probability of seeing so many or more when so many are expected (Poisson)."""
    from scipy.stats import poisson

    return float(poisson.sf(seen - 1, expected))


def _ratio(wanted: NDArray[np.float64], had: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(wanted, had, out=np.zeros_like(wanted), where=had > 0)

"""How far two rankings of the same things agree."""

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike


def rank_correlation(first: ArrayLike, second: ArrayLike, level: float = 0.95) -> tuple[float, float, float]:
    """Spearman's rank correlation and the interval in which it lies with the given certainty.

    Parameters
    ----------
    first, second : float arrays of shape (n,), n at least 4.
    level : float in (0, 1)

    Returns
    -------
    (value, low, high), each -1..1; nan when one of the two does not vary.

    Raises
    ------
    ValueError
        If the arrays differ in length or are shorter than 4.

    Notes
    -----
    Interval: Fisher's z with the standard error sqrt((1 + r²/2) / (n - 3)) of Bonett & Wright 2000, "Sample size
    requirements for estimating Pearson, Kendall and Spearman correlations".

    Examples
    --------
    >>> [round(end, 2) for end in rank_correlation([1, 2, 3, 4, 5], [2, 1, 3, 4, 5])]
    [0.9, -0.17, 1.0]
    """
    x, y = np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64)
    if x.shape != y.shape or len(x) < 4:
        raise ValueError(f"two arrays of one length, at least 4, must be given. Got {len(x)} and {len(y)}.")
    if len(np.unique(x)) == 1 or len(np.unique(y)) == 1:
        return float("nan"), float("nan"), float("nan")
    from scipy.stats import spearmanr

    value = float(spearmanr(x, y).statistic)
    z = NormalDist().inv_cdf(0.5 + level / 2)
    middle, half = math.atanh(min(max(value, -1 + 1e-12), 1 - 1e-12)), z * math.sqrt((1 + value**2 / 2) / (len(x) - 3))
    return value, math.tanh(middle - half), math.tanh(middle + half)

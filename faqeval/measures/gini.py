"""How unevenly something is shared out."""

import numpy as np
from numpy.typing import ArrayLike


def gini(values: ArrayLike) -> float:
    """Unevenness of values: 0 when all are equal, near 1 when one has everything.

    Parameters
    ----------
    values : float array of shape (n,), not negative.

    Returns
    -------
    float in [0, 1); 0 when all values are 0; nan when there are none.

    Raises
    ------
    ValueError
        If a value is negative.

    Notes
    -----
    Σ(2i − n − 1)·x_i / (n·Σx_i), x ascending, i from 1. Source: Gini; used for findability by Azzopardi & Vinay 2008.

    Examples
    --------
    >>> gini([1, 1, 1, 1]), gini([0, 0, 0, 1])
    (0.0, 0.75)
    """
    ascending = np.sort(np.asarray(values, dtype=np.float64).ravel())
    n = len(ascending)
    if n == 0:
        return float("nan")
    if ascending[0] < 0:
        raise ValueError(f"values must not be negative. Got {ascending[0]}.")
    total = ascending.sum()
    if total == 0:
        return 0.0
    places = 2 * np.arange(1, n + 1) - n - 1
    return max(0.0, float(places @ ascending / (n * total)))

"""Do probabilities mean what they say?"""

import numpy as np
from numpy.typing import ArrayLike


def expected_calibration_error(probabilities: ArrayLike, right: ArrayLike, bins: int = 10) -> float:
    """Mean distance between what was promised and what came true; 0 when .8 is right 8 times in 10.

    Parameters
    ----------
    probabilities : float array of shape (n,), in 0..1
        Probability of the top answer.
    right : bool or 0/1 array of shape (n,)
        Was that answer right?
    bins : int, at least 1
        Bins of equal width; 1.0 belongs to the last.

    Returns
    -------
    float in [0, 1]; nan when there are none.

    Raises
    ------
    ValueError
        If the shapes differ, a probability is outside 0..1, or ``bins`` is below 1.

    Notes
    -----
    Σ over bins: share of rows · |mean probability − share right|. Source: Naeini, Cooper & Hauskrecht 2015.

    Examples
    --------
    >>> round(expected_calibration_error([0.9, 0.9, 0.9, 0.9], [1, 1, 1, 0]), 3)
    0.15
    """
    promised = np.asarray(probabilities, dtype=np.float64).ravel()
    came_true = np.asarray(right, dtype=np.float64).ravel()
    if promised.shape != came_true.shape or bins < 1:
        raise ValueError(f"equally many values and bins >= 1 needed. Got {len(promised)}, {len(came_true)}, {bins}.")
    if len(promised) == 0:
        return float("nan")
    if not ((promised >= 0) & (promised <= 1)).all():
        raise ValueError("probabilities must lie in 0..1.")
    bin_of = np.minimum((promised * bins).astype(np.int64), bins - 1)
    gaps = np.bincount(bin_of, weights=promised - came_true, minlength=bins)
    return float(np.abs(gaps).sum() / len(promised))

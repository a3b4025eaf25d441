"""Probabilities in six decimals to log odds and back."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

LOWEST: Final = 1e-6  # probabilities are kept in six decimals
_FARTHEST: Final = 30.0


def log_odds_of(probabilities: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return log(p / (1 - p)), float64 of the same shape; 0 and 1 count as one step of the sixth decimal within."""
    kept = np.clip(probabilities.astype(np.float64), LOWEST, 1 - LOWEST)
    return np.asarray(np.log(kept) - np.log1p(-kept), dtype=np.float64)


def probabilities_of(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 1 / (1 + exp(-x)), 0..1, in six decimals.

    Examples
    --------
    >>> probabilities_of(np.array([0.0, 50.0])).tolist()
    [0.5, 1.0]
    """
    kept = np.clip(log_odds, -_FARTHEST, _FARTHEST)
    return np.asarray(np.round(1 / (1 + np.exp(-kept)), 6), dtype=np.float64)

"""Can a score tell two groups apart?"""

import numpy as np
from numpy.typing import ArrayLike


def auroc(scores: ArrayLike, labels: ArrayLike) -> float:
    """Chance that a random row of the first group scores above a random row of the second; .5 is guessing.

    Parameters
    ----------
    scores : float array of shape (n,)
    labels : bool or 0/1 array of shape (n,); 1 is the group that should score high.

    Returns
    -------
    float in [0, 1]; nan when a group is empty.

    Raises
    ------
    ValueError
        If the shapes differ.

    Notes
    -----
    Area under the ROC curve by mean ranks, so equal scores count one half and the order of rows does not matter.
    Source: Mann & Whitney 1947.

    Examples
    --------
    >>> auroc([0.9, 0.8, 0.3, 0.3], [1, 1, 0, 0]), auroc([0.5, 0.5], [1, 0])
    (1.0, 0.5)
    """
    score = np.asarray(scores, dtype=np.float64).ravel()
    is_high = np.asarray(labels).ravel().astype(bool)
    if score.shape != is_high.shape:
        raise ValueError(f"scores and labels must be equally many. Got {len(score)} and {len(is_high)}.")
    n_high, n_low = int(is_high.sum()), int((~is_high).sum())
    if n_high == 0 or n_low == 0:
        return float("nan")
    _, place, n_equal = np.unique(score, return_inverse=True, return_counts=True)
    mean_ranks = np.cumsum(n_equal) - (n_equal - 1) / 2
    rank_sum = mean_ranks[place][is_high].sum()
    return float((rank_sum - n_high * (n_high + 1) / 2) / (n_high * n_low))

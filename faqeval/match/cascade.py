"""Which queries are worth the slow model's time?"""

import math

import numpy as np
from numpy.typing import NDArray

from .log_odds import log_odds_of


def unsure_rows(probabilities: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    """Return the rows of the queries whose quick answer is least sure, ascending.

    Parameters
    ----------
    probabilities : float32 of shape (n_queries, at least 2): the quick judge's, best first, 0 where no article is.
    share : of the queries with an article, 0..1, that may be asked about; rounded up.

    Notes
    -----
    Least sure is the query whose first article stands least above the second (equal ones by row). A low probability in
    the first place alone says "none of these", where the slow model seldom changes the order: see
    docs/method/match.md#cascade, where both were measured.

    Examples
    --------
    >>> unsure_rows(np.array([[0.9, 0.1], [0.5, 0.4], [0.0, 0.0]], dtype=np.float32), 0.5).tolist()
    [1]
    """
    rows = np.flatnonzero(probabilities[:, 0] > 0)
    log_odds = log_odds_of(probabilities[rows, :2])
    margins = np.round(log_odds[:, 0] - log_odds[:, 1], 6)
    n_asked = math.ceil(share * len(rows))
    return np.sort(rows[np.argsort(margins, kind="stable")[:n_asked]])

"""Which queries are worth the slow model's time?"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .log_odds import log_odds_of


def rows_to_ask(texts: Sequence[str], probabilities: NDArray[np.float32], share: float) -> NDArray[np.int64]:
    """Return the rows of the texts that are least sure, ascending; see ``unsure_rows``.

    Every different text counts once and equal texts are asked about together or not at all, equally unsure ones in the
    order of the alphabet: copies and the order of the queries leave no trace.

    Examples
    --------
    >>> table = np.array([[0.5, 0.4], [0.9, 0.1], [0.5, 0.4]], dtype=np.float32)
    >>> rows_to_ask(["pay", "parcel", "pay"], table, 0.5).tolist()
    [0, 2]
    """
    _, first, number = np.unique(np.array(texts, dtype=object), return_index=True, return_inverse=True)
    return np.flatnonzero(np.isin(number, unsure_rows(probabilities[first], share)))


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
    n_asked = math.ceil(round(share * len(rows), 6))  # .07 of 100 is 7, whatever floats make of it
    return np.sort(rows[np.argsort(margins, kind="stable")[:n_asked]])

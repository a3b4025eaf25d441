"""Which queries does a transformer read, when it cannot read them all?"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .log_odds import log_odds_of

SECONDS: Final = 60.0  # that the transformer may read, when no number of queries is set
_LEAST_SECONDS: Final = 15.0  # of these for queries, however long the articles took


@dataclass(slots=True)
class Budget:
    """How many different queries the transformer reads: ``most`` when that is set, else what fits in the time.

    The pools of a run share it by their different queries: ``n_left`` counts those of the pools still to come. What one
    pool does not need is left to the next. ``pilot``: queries that are read to measure the pace.
    """

    most: int | None
    n_left: int
    pilot: int = 128
    _started: float = field(default_factory=time.monotonic)

    def take(self, texts: Sequence[str], read: Callable[[Sequence[str]], object]) -> int:
        """Return how many of a pool's different queries may be read, and count them as read.

        Parameters
        ----------
        texts : the pool's different queries.
        read : reads queries; some are read here to measure the pace, unless ``most`` is set.
        """
        share = len(texts) / max(self.n_left, 1)
        self.n_left -= len(texts)
        if self.most is not None:
            taken = min(round(self.most * share), len(texts))
            self.most -= taken
            return taken
        if len(texts) <= self.pilot:
            return len(texts)
        seconds = max(SECONDS - (time.monotonic() - self._started), _LEAST_SECONDS) * share
        pilot = texts[:: len(texts) // self.pilot][: self.pilot]
        start = time.monotonic()
        read(pilot)
        pace = len(pilot) / max(time.monotonic() - start, 1e-6)
        return min(int(pace * seconds), len(texts))


def rows_to_ask(texts: Sequence[str], probabilities: NDArray[np.float32], n_texts: int) -> NDArray[np.int64]:
    """Return the rows of the ``n_texts`` different texts that are least sure, ascending; see ``unsure_rows``.

    Every different text counts once and equal texts are asked about together or not at all, equally unsure ones in the
    order of the alphabet: copies and the order of the queries leave no trace.

    Examples
    --------
    >>> table = np.array([[0.5, 0.4], [0.9, 0.1], [0.5, 0.4]], dtype=np.float32)
    >>> rows_to_ask(["pay", "parcel", "pay"], table, 1).tolist()
    [0, 2]
    """
    _, first, number = np.unique(np.array(texts, dtype=object), return_index=True, return_inverse=True)
    return np.flatnonzero(np.isin(number, unsure_rows(probabilities[first], n_texts)))


def unsure_rows(probabilities: NDArray[np.float32], n_rows: int) -> NDArray[np.int64]:
    """Return the rows of the queries whose quick answer is least sure, ascending.

    Parameters
    ----------
    probabilities : float32 of shape (n_queries, at least 2): the quick judge's, best first, 0 where no article is.
    n_rows : how many; fewer come back where fewer queries have an article.

    Notes
    -----
    Least sure is the query whose first article stands least above the second (equal ones by row). A low probability in
    the first place alone says "none of these", where the transformer seldom changes the order: see
    docs/method/match.md#budget, where both were measured.

    Examples
    --------
    >>> unsure_rows(np.array([[0.9, 0.1], [0.5, 0.4], [0.0, 0.0]], dtype=np.float32), 1).tolist()
    [1]
    """
    rows = np.flatnonzero(probabilities[:, 0] > 0)
    log_odds = log_odds_of(probabilities[rows, :2])
    margins = np.round(log_odds[:, 0] - log_odds[:, 1], 6)
    return np.sort(rows[np.argsort(margins, kind="stable")[:n_rows]])

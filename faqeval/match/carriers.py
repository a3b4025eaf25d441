"""What set an article apart from a query's other candidates, by family of signal."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .fuse import Fusion
from .pair_features import FEATURES, PoolQueries
from .rank import best_first
from .signal_families import FAMILIES, family_columns

_PAIRS_PER_BATCH: Final = 400_000  # cells of one query-by-article matrix: 1.6 MB each


@dataclass(frozen=True, slots=True)
class Carried:
    """What each family adds for some pairs of query and article.

    ``leads`` (float32, shape (n_pairs, n_families), in the order of ``FAMILIES``) are log odds above the mean of the
    query's other candidates, or above an article that has nothing to do with the query when there is no other;
    0 where the article was no candidate. ``is_first`` (bool, shape (n_pairs,)): was it the likeliest one?
    """

    leads: NDArray[np.float32]
    is_first: NDArray[np.bool_]


def carried(queries: PoolQueries, fusion: Fusion, rows: Sequence[int], columns: Sequence[int]) -> Carried:
    """Say what carried each pair.

    Parameters
    ----------
    rows, columns : of each pair, the row of ``queries`` and the row of its pool.

    Notes
    -----
    The score is a sum over signals, so the difference of two articles' scores is the sum of the differences of their
    signals: nothing is estimated. Source: ours, docs/method/match.md#explanation.
    """
    row, column = np.asarray(rows, dtype=np.int64), np.asarray(columns, dtype=np.int64)
    leads = np.zeros((len(row), len(FAMILIES)), dtype=np.float32)
    is_first = np.zeros(len(row), dtype=np.bool_)
    weights = fusion.coefficients[:, None] * family_columns(FEATURES)
    for part in _batches(queries):
        pairs = queries.features(part)
        here = np.flatnonzero((row >= part.start) & (row < part.stop))
        own = row[here] - part.start
        listed = pairs.columns[own] == column[here, None]
        found = listed.any(axis=1) & pairs.has_words[own]
        here, own, listed = here[found], own[found], listed[found]
        first, _ = best_first(pairs.columns, fusion.probabilities(pairs.features), 1)
        is_first[here] = first[own, 0] == column[here]
        added = (pairs.features @ weights)[own]
        others = (pairs.columns[own] >= 0) & ~listed
        n_others = np.maximum(others.sum(axis=1), 1)
        usual = np.where(others[:, :, None], added, 0).sum(axis=1) / n_others[:, None]
        leads[here] = np.where(listed[:, :, None], added, 0).sum(axis=1) - usual
    return Carried(leads, is_first)


def _batches(queries: PoolQueries) -> Iterator[slice]:
    size = max(16, _PAIRS_PER_BATCH // len(queries.pool.places))
    for start in range(0, len(queries.texts), size):
        yield slice(start, min(start + size, len(queries.texts)))

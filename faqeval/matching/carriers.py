"""What set an article apart from a query's other candidates, by family of signal."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .judged_queries import JudgedQueries
from .signal_families import FAMILIES, family_columns


@dataclass(frozen=True, slots=True)
class Carried:
    """What each family adds for some pairs of query and article.

    ``leads`` (float32, shape (n_pairs, n_families), in the order of ``FAMILIES``) are log odds above the mean of the
    query's other candidates, or above an article that has nothing to do with the query when there is no other;
    0 where the article was no candidate. ``is_first`` (bool, shape (n_pairs,)): was it the likeliest one?
    """

    leads: NDArray[np.float32]
    is_first: NDArray[np.bool_]


def carried(queries: JudgedQueries, rows: Sequence[int], columns: Sequence[int]) -> Carried:
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
    for scored in queries.score(np.unique(row)):
        pairs, fusion = scored.pairs, scored.fusion
        here = np.flatnonzero(np.isin(row, scored.rows))
        own = np.searchsorted(scored.rows, row[here])
        listed = pairs.columns[own] == column[here, None]
        found = listed.any(axis=1) & pairs.has_words[own]
        here, own, listed = here[found], own[found], listed[found]
        first, _ = scored.best(1)
        is_first[here] = first[own, 0] == column[here]
        added = (pairs.features @ (fusion.coefficients[:, None] * family_columns(fusion.features)))[own]
        others = (pairs.columns[own] >= 0) & ~listed
        n_others = np.maximum(others.sum(axis=1), 1)
        usual = np.where(others[:, :, None], added, 0).sum(axis=1) / n_others[:, None]
        leads[here] = np.where(listed[:, :, None], added, 0).sum(axis=1) - usual
    return Carried(leads, is_first)

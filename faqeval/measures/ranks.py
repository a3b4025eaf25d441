"""Measures on ranks, in TREC's terms. Rank 1 is the first place, 0 is "not returned"."""

import numpy as np
from numpy.typing import ArrayLike, NDArray


def reciprocal_rank(ranks: ArrayLike, depth: int | None = None) -> NDArray[np.float64]:
    """One over the rank, for each query; 0 when not returned or beyond ``depth``.

    Parameters
    ----------
    ranks : int array of shape (n_queries,)
    depth : int, at least 1; None: any rank counts.

    Returns
    -------
    float64 array of shape (n_queries,), in 0..1; its mean is MRR.

    Examples
    --------
    >>> reciprocal_rank([1, 4, 0]).tolist()
    [1.0, 0.25, 0.0]
    """
    rank = _checked(ranks, 1 if depth is None else depth)
    counts = rank >= 1
    if depth is not None:
        counts &= rank <= depth
    return np.divide(1.0, rank, out=np.zeros(rank.shape), where=counts)


def success_at_k(ranks: ArrayLike, k: int) -> float:
    """Share of queries whose best right article stands in the first ``k`` places.

    Parameters
    ----------
    ranks : int array of shape (n_queries,)
        Rank of the best right article.
    k : int, at least 1
        Depth in places.

    Returns
    -------
    float in [0, 1]; nan when there are no queries.

    Raises
    ------
    ValueError
        If ``k`` is below 1 or a rank is negative.

    Notes
    -----
    mean(1 <= rank <= k). TREC name: Success@k. Not Recall@k, which counts *all* right articles.

    Examples
    --------
    >>> success_at_k([1, 4, 0, 2], k=3)
    0.5
    """
    rank = _checked(ranks, k)
    return float(((rank >= 1) & (rank <= k)).mean()) if rank.size else float("nan")


def recall_at_k(ranks: ArrayLike, k: int) -> float:
    """Share of one query's right articles that stand in the first ``k`` places.

    Parameters
    ----------
    ranks : int array of shape (n_right_articles,)
        Rank of every right article of one query.
    k : int, at least 1

    Returns
    -------
    float in [0, 1]; nan when the query has no right article.

    Examples
    --------
    >>> recall_at_k([2, 7, 0], k=5) == 1 / 3
    True
    """
    return success_at_k(ranks, k)


def ndcg_at_k(gains: ArrayLike, k: int, all_gains: ArrayLike | None = None) -> float:
    """How near one query's order is to the best possible one; higher places count more.

    Parameters
    ----------
    gains : float array of shape (n_shown,)
        Gain of the article shown at each place, first place first; 0 for a wrong article.
    k : int, at least 1
    all_gains : float array
        Gains of all right articles, shown or not. None: the shown ones are all.

    Returns
    -------
    float in [0, 1]; nan when nothing could be gained.

    Notes
    -----
    DCG/IDCG with gain / log2(rank + 1). Source: Järvelin & Kekäläinen 2002.

    Examples
    --------
    >>> ndcg_at_k([1, 0, 0], k=3), round(ndcg_at_k([0, 1, 0], k=3), 3)
    (1.0, 0.631)
    """
    if k < 1:
        raise ValueError(f"k must be at least 1. Got {k}.")
    shown = np.asarray(gains, dtype=np.float64).ravel()
    best = np.sort(shown if all_gains is None else np.asarray(all_gains, dtype=np.float64).ravel())[::-1]
    ideal = _discounted(best[:k])
    return _discounted(shown[:k]) / ideal if ideal > 0 else float("nan")


def _discounted(gains: NDArray[np.float64]) -> float:
    return float(gains @ (1 / np.log2(np.arange(2, len(gains) + 2))))


def _checked(ranks: ArrayLike, k: int) -> NDArray[np.int64]:
    rank = np.asarray(ranks, dtype=np.int64).ravel()
    if k < 1:
        raise ValueError(f"k must be at least 1. Got {k}.")
    if (rank < 0).any():
        raise ValueError("a rank must be 0 (not returned) or more.")
    return rank

"""Interval of a weighted mean by drawing the rows again."""

from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

_FEW_KINDS = 16  # distinct (value, weight) pairs up to which exact multinomial draws are the quicker way
_CHUNK = 2_048  # rows drawn at a time: some 10 MB for 1,000 rounds
_TABLE_BITS = 16
_VANISHING = 1e-200


def bootstrap_mean(
    values: ArrayLike,
    weights: ArrayLike | None = None,
    *,
    rounds: int,
    seed: int,
    level: float = 0.95,
) -> tuple[float, float]:
    """Interval in which the weighted mean lies with the given certainty, if other rows of the same kind had come in.

    Parameters
    ----------
    values : float array of shape (n_rows,)
    weights : float array of shape (n_rows,), not negative; None: all 1.
    rounds : int, at least 1. How often the rows are drawn again.
    seed : int. The same seed gives the same interval.
    level : float in (0, 1)

    Returns
    -------
    (low, high); (nan, nan) without rows or without weight.

    Raises
    ------
    ValueError
        If the shapes differ, a weight is negative, or ``rounds`` or ``level`` is out of range.

    Notes
    -----
    Percentile bootstrap (Efron 1979) of Σwv/Σw. Rows of one value and weight are drawn together by a multinomial; with
    more than 16 such kinds every row gets a Poisson(1) count from a table of 16 bits, which differs from the
    multinomial by O(1/n). Rows are sorted first, so their order does not count. Memory stays below some 20 MB.
    """
    value, weight = _checked(values, weights, rounds, level)
    value, weight, n_rows = _kinds(value, weight)
    if len(value) == 0 or not weight.sum() > 0:
        return float("nan"), float("nan")
    generator = np.random.default_rng(seed)
    draw = _multinomial_sums if len(value) <= _FEW_KINDS else _poisson_sums
    columns = np.column_stack([value * weight, weight])
    weighted, total = draw(columns, n_rows, rounds, generator)
    means = weighted[total > 0] / total[total > 0]
    if len(means) == 0:
        return float("nan"), float("nan")
    tail = (1 - level) / 2
    low, high = np.quantile(means, [tail, 1 - tail])
    return float(low), float(high)


def _checked(
    values: ArrayLike, weights: ArrayLike | None, rounds: int, level: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    value = np.asarray(values, dtype=np.float64).ravel()
    weight = np.ones_like(value) if weights is None else np.asarray(weights, dtype=np.float64).ravel()
    if value.shape != weight.shape:
        raise ValueError(f"values and weights must be equally many. Got {len(value)} and {len(weight)}.")
    if (weight < 0).any():
        raise ValueError("weights must not be negative.")
    if rounds < 1 or not 0 < level < 1:
        raise ValueError(f"rounds must be at least 1 and level between 0 and 1. Got {rounds} and {level}.")
    return value, _without_vanishing(weight)


def _without_vanishing(weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights so that none is so small that its product with a value is 0 while it still counts itself."""
    peak = float(weight.max(initial=0.0))
    scaled = weight / peak if 0 < peak < _VANISHING else weight
    return np.where(scaled < _VANISHING, 0.0, scaled)


def _kinds(
    value: NDArray[np.float64], weight: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Distinct (value, weight) pairs in ascending order, and how many rows each stands for."""
    order = np.lexsort((weight, value))
    value, weight = value[order], weight[order]
    is_new = np.ones(len(value), dtype=bool)
    is_new[1:] = (value[1:] != value[:-1]) | (weight[1:] != weight[:-1])
    starts = np.flatnonzero(is_new)
    n_rows = np.diff(np.append(starts, len(value))).astype(np.int64)
    return value[starts], weight[starts], n_rows


def _multinomial_sums(
    columns: NDArray[np.float64], n_rows: NDArray[np.int64], rounds: int, generator: np.random.Generator
) -> NDArray[np.float64]:
    drawn = generator.multinomial(int(n_rows.sum()), n_rows / n_rows.sum(), size=rounds)
    sums: NDArray[np.float64] = (drawn @ columns).T
    return sums


def _poisson_sums(
    columns: NDArray[np.float64], n_rows: NDArray[np.int64], rounds: int, generator: np.random.Generator
) -> NDArray[np.float64]:
    every_row = np.repeat(columns, n_rows, axis=0)
    counts_of = _poisson_table()
    sums = np.zeros((rounds, 2))
    for start in range(0, len(every_row), _CHUNK):
        chunk = every_row[start : start + _CHUNK]
        codes = generator.integers(0, 2**_TABLE_BITS, size=(rounds, len(chunk)), dtype=np.uint16)
        sums += counts_of[codes] @ chunk.astype(np.float32)
    return sums.T


@cache
def _poisson_table() -> NDArray[np.float32]:
    """Poisson(1) quantiles at the middle of each of 2^16 equal steps."""
    probabilities = np.exp(-1) / np.cumprod(np.concatenate([[1.0], np.arange(1.0, 12.0)]))
    middles = (np.arange(2**_TABLE_BITS) + 0.5) / 2**_TABLE_BITS
    table: NDArray[np.float32] = np.searchsorted(np.cumsum(probabilities), middles).astype(np.float32)
    return table

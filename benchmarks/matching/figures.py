"""The figures of a matcher on some queries, each with what other queries of the same kind would have given."""

from dataclasses import dataclass, field
from hashlib import sha256

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.matching.outcomes import is_whole

ROUNDS = 1_000
LEVEL = 0.95
CHANCE_DRAWS = 200
BINS = 10
SEED = 3
WHOLE_METRICS = ("MRR", "hit@1", "hit@3", "nDCG@10")
METRICS = (*WHOLE_METRICS, "AUROC", "ECE", "ECE any", "Brier")

Samples = dict[str, NDArray[np.float64]]  # per metric (ROUNDS + 1,): the value, then what each round drew


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """How often each query counts in each round, float32 of shape (ROUNDS + 1, n_queries); round 0 is as measured.

    Within a set the queries are drawn again with replacement (Efron 1979), by a seed of the set's own, so that all
    matchers see the same draws and may be compared pair by pair. Every set weighs 1 in all.
    """

    counts: NDArray[np.float32]
    column_of: dict[str, int] = field(repr=False)

    @classmethod
    def of(cls, queries: pd.DataFrame, rounds: int = ROUNDS) -> "Draws":
        """Draw for a table with the columns ``query`` and ``set``."""
        counts = np.zeros((rounds + 1, len(queries)), dtype=np.float32)
        for name, rows in queries.groupby("set", sort=True).indices.items():
            n = len(rows)
            chance = np.random.default_rng([SEED, int.from_bytes(sha256(str(name).encode()).digest()[:4], "big")])
            counts[0, rows] = 1 / n
            counts[1:, rows] = chance.multinomial(n, np.full(n, 1 / n), size=rounds) / n
        return cls(counts, {query: column for column, query in enumerate(queries["query"])})

    def weights(self, rows: pd.DataFrame) -> NDArray[np.float64]:
        """Return the weight of each row of outcomes in each round, shape (rounds + 1, n_rows)."""
        return self.counts[:, [self.column_of[query] for query in rows["query"]]].astype(np.float64)


def samples(rows: pd.DataFrame, draws: Draws, *, probabilities: bool) -> Samples:
    """Return all figures of one matcher on the given rows of outcomes.

    ECE and Brier score only when the top scores are ``probabilities``. A figure that cannot be had is nan.
    """
    found = answered_samples(rows[is_whole(rows) & rows["answerable"]], draws)
    played = rows[~is_whole(rows)]
    weights = draws.weights(played)
    top, right = played["top"].to_numpy(), played["right"].to_numpy(dtype=np.float64)
    some, answerable = played["some"].to_numpy(), played["answerable"].to_numpy()
    found["AUROC"] = weighted_auroc(some, answerable, weights)
    nothing = np.full(len(weights), np.nan)
    found["ECE"] = weighted_ece(top, right, weights) if probabilities else nothing
    found["ECE any"] = weighted_ece(some, answerable.astype(np.float64), weights) if probabilities else nothing
    found["Brier"] = _share(weights @ ((top - right) ** 2), weights.sum(axis=1)) if probabilities else nothing
    return found


def answered_samples(rows: pd.DataFrame, draws: Draws) -> Samples:
    """Return the figures of the first places, over queries with an answer, all articles being there."""
    weights = draws.weights(rows)
    means = _share(weights @ rows[list(WHOLE_METRICS)].to_numpy(), weights.sum(axis=1)[:, None])
    return {name: means[:, column] for column, name in enumerate(WHOLE_METRICS)}


def weighted_auroc(
    scores: NDArray[np.float64], is_high: NDArray[np.bool_], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return ``faqeval.measures.auroc`` for each round of weights; nan where one of the two groups has none."""
    if len(scores) == 0:
        return np.full(len(weights), np.nan)
    order = np.argsort(scores, kind="stable")
    ordered = scores[order]
    starts = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    by_score = weights[:, order]
    high = np.add.reduceat(by_score * is_high[order], starts, axis=1)
    low = np.add.reduceat(by_score * ~is_high[order], starts, axis=1)
    below = np.cumsum(low, axis=1) - low / 2
    return _share((high * below).sum(axis=1), high.sum(axis=1) * low.sum(axis=1))


def weighted_ece(
    probabilities: NDArray[np.float64], right: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return ``faqeval.measures.calibration`` for each round of weights."""
    in_bin = np.eye(BINS)[np.minimum((probabilities * BINS).astype(np.int64), BINS - 1)]
    gaps = weights @ (in_bin * (probabilities - right)[:, None])
    return _share(np.abs(gaps).sum(axis=1), weights.sum(axis=1))


def ece_by_chance(rows: pd.DataFrame, draws: Draws) -> float:
    """Return the ECE that a perfectly calibrated judge would show on as many rows with the same probabilities.

    Mean over 200 draws of what came true, each row by its own probability. With few queries it is far from 0.
    """
    played = rows[~is_whole(rows)]
    probabilities, weights = played["top"].to_numpy(), draws.weights(played)[:1]
    chance = np.random.default_rng(SEED)
    found = [
        weighted_ece(probabilities, (chance.random(len(played)) < probabilities).astype(np.float64), weights)[0]
        for _ in range(CHANCE_DRAWS)
    ]
    return float(np.mean(found))


def mean_of(parts: list[Samples]) -> Samples:
    """Return the mean over sets, all of one weight; a set without a figure is left out of that figure's mean."""
    joined = {}
    for name in METRICS:
        there = [part[name] for part in parts if np.isfinite(part[name][0])]
        joined[name] = np.mean(there, axis=0) if there else np.full(len(parts[0][name]), np.nan)
    return joined


def interval(sample: NDArray[np.float64]) -> tuple[float, float, float]:
    """Return the value and its 95 % interval.

    The rounds are first moved so that their mean is the value: drawing queries again adds noise, which lifts a figure
    that cannot fall below 0 such as ECE, and the interval would then lie above its own value.
    """
    value, drawn = sample[0], sample[1:][np.isfinite(sample[1:])]
    if not np.isfinite(value) or len(drawn) == 0:
        return float(value), float("nan"), float("nan")
    tail = (1 - LEVEL) / 2
    low, high = np.quantile(drawn - drawn.mean() + value, [tail, 1 - tail])
    return float(value), float(min(low, value)), float(max(high, value))


def _share(part: NDArray[np.float64], whole: NDArray[np.float64]) -> NDArray[np.float64]:
    share: NDArray[np.float64] = np.full(np.broadcast(part, whole).shape, np.nan)
    return np.divide(part, whole, out=share, where=whole > 0)

"""The short lists of the open sets, and the fusion fitted to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from faqeval.match.calibrate import Calibration
from faqeval.match.embedders import Embedder
from faqeval.match.pair_features import PairFeatures, PoolQueries
from faqeval.match.pool import make_pool, pool_places

from .sets import Case, hash_share

REMOVED_SHARE = 1 / 3  # of the queries lose their answers, so that every set has unanswerable queries
C = 0.003  # inverse strength of the pull of all coefficients towards 0; the same for all sets


@dataclass(frozen=True, slots=True, eq=False)
class CaseFeatures:
    """Short lists of one case: features (n, listed, n_features), gold and there (n, listed), answerable (n,).

    ``untouched`` are the same queries with no article taken away.
    """

    case: Case
    features: NDArray[np.float32]
    there: NDArray[np.bool_]
    gold: NDArray[np.bool_]
    answerable: NDArray[np.bool_]
    untouched: "CaseFeatures | None" = None


def case_features(case: Case, embedder: Embedder) -> CaseFeatures:
    """Compute the short lists of a case; a third of its queries, by hash, without the articles that answer them."""
    pool = make_pool(case.articles, pool_places(case.articles, case.articles[0].language), embedder)
    row_of = {case.articles[place].article_id: row for row, place in enumerate(pool.places)}
    golds = [frozenset(row_of[i] for i in query.article_ids) for query in case.queries]
    removed = [
        tuple(sorted(gold)) if hash_share("removed" + query.text) < REMOVED_SHARE else ()
        for query, gold in zip(case.queries, golds, strict=True)
    ]
    queries = PoolQueries.of(pool, embedder, [query.text for query in case.queries])
    untouched = _listed(case, queries.features(), golds, golds)
    kept = [frozenset() if out else gold for gold, out in zip(golds, removed, strict=True)]
    return _listed(case, queries.features(removed=removed), golds, kept, untouched)


def _listed(
    case: Case,
    pairs: PairFeatures,
    golds: Sequence[frozenset[int]],
    kept: Sequence[frozenset[int]],
    untouched: CaseFeatures | None = None,
) -> CaseFeatures:
    gold_cells = np.array([[c in gold for c in columns] for gold, columns in zip(golds, pairs.columns, strict=True)])
    answerable = np.array([bool(gold) for gold in kept])
    return CaseFeatures(case, pairs.features, pairs.columns >= 0, gold_cells, answerable, untouched)


def fit(cases: Sequence[CaseFeatures]) -> tuple[NDArray[np.float64], float]:
    """Fit coefficients and intercept; every group of cases has the same weight. The same cases are fitted once."""
    return _fit(tuple(cases))


@cache
def _fit(cases: tuple[CaseFeatures, ...]) -> tuple[NDArray[np.float64], float]:
    groups = [case.case.group for case in cases]
    rows, labels, weights = [], [], []
    for case in cases:
        rows.append(case.features[case.there])
        labels.append(case.gold[case.there])
        n_rows = sum(len(other.features) for other in cases if other.case.group == case.case.group)
        weights.append(np.full(len(labels[-1]), 1_000 / n_rows / len(set(groups))))
    x, y, w = np.concatenate(rows).astype(np.float64), np.concatenate(labels), np.concatenate(weights)
    mean, spread = np.average(x, axis=0, weights=w), x.std(axis=0) + 1e-9
    model = LogisticRegression(C=C, solver="newton-cholesky", max_iter=200)
    model.fit((x - mean) / spread, y, sample_weight=w)
    coefficients = model.coef_[0] / spread
    return coefficients, float(model.intercept_[0] - coefficients @ mean)


def fit_calibration(cases: list[CaseFeatures], scores: list[NDArray[np.float64]]) -> Calibration:
    """Fit slope and offset to the first places, from scores of cases that the fusion had not seen."""
    top, right, weights = [], [], []
    for case, score in zip(cases, scores, strict=True):
        best = score.argmax(axis=1)
        top.append(score[np.arange(len(best)), best])
        right.append(case.gold[np.arange(len(best)), best])
        n_rows = sum(len(other.features) for other in cases if other.case.group == case.case.group)
        weights.append(np.full(len(best), 1 / n_rows))
    model = LogisticRegression(C=1e6).fit(
        np.concatenate(top)[:, None], np.concatenate(right), sample_weight=np.concatenate(weights) * 1_000
    )
    return Calibration(slope=round(float(model.coef_[0, 0]), 4), offset=round(float(model.intercept_[0]), 4))


def scores_of(case: CaseFeatures, coefficients: NDArray[np.float64], intercept: float) -> NDArray[np.float64]:
    """Return the fusion's log odds, shape (n_queries, n_listed), very low where there is no article."""
    return np.where(case.there, case.features @ coefficients + intercept, -1e9)


def unseen_weights(cases: Sequence[CaseFeatures]) -> dict[str, tuple[NDArray[np.float64], float]]:
    """Return for each group the weights fitted to the other groups only."""
    groups = sorted({case.case.group for case in cases})
    return {group: fit([case for case in cases if case.case.group != group]) for group in groups}


def unseen_scores(cases: Sequence[CaseFeatures]) -> list[NDArray[np.float64]]:
    """Score each case with weights from the other groups only."""
    weights = unseen_weights(cases)
    return [scores_of(case, *weights[case.case.group]) for case in cases]

"""The short lists of labelled FAQs, and the fusion fitted to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from ..calibrate import Calibration
from ..embedders import Embedder
from ..meaning import ArticleMeaning
from ..pair_features import PoolQueries, SlowQueries
from ..pool import make_pool
from .cases import Case
from .plays import Play, plays

PULL = 0.2  # of all coefficients towards 0, beside the mean log loss of a query; the same for all sets
_STEPS = 80


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """Short lists of one case, played with some of its articles.

    ``features`` (n, listed, n_features), ``there`` and ``gold`` (n, listed), ``answerable`` (n,); queries with a word.
    """

    case: Case
    play: Play
    features: NDArray[np.float32]
    there: NDArray[np.bool_]
    gold: NDArray[np.bool_]
    answerable: NDArray[np.bool_]
    texts: tuple[str, ...]


def lessons(case: Case, embedder: Embedder, slow: Embedder | None = None) -> Iterator[Lesson]:
    """Yield the case as often as it is played; ``slow`` reads all queries."""
    texts = [query.text for query in case.queries]
    for play in plays(case):
        pool = make_pool(play.articles, range(len(play.articles)), embedder)
        queries = PoolQueries.of(pool, embedder, texts)
        asked = None
        if slow:
            articles = ArticleMeaning.of(slow, pool.titles, pool.bodies)
            asked = SlowQueries.of(articles, slow, texts, slow.embed_queries(texts))
        pairs = queries.features(slow=asked)
        ids = [play.articles[place].article_id for place in pool.places]
        gold = np.array([[c >= 0 and ids[c] in answers for c in columns]
                         for columns, answers in zip(pairs.columns, play.gold, strict=True)])  # fmt: skip
        kept = pairs.has_words
        yield Lesson(
            case,
            play,
            pairs.features[kept],
            pairs.columns[kept] >= 0,
            gold[kept],
            np.array([bool(answers) for answers in play.gold])[kept],
            tuple(text for text, is_kept in zip(texts, kept, strict=True) if is_kept),
        )


def weights_of(learned: Sequence[Lesson]) -> list[float]:
    """Return what one query of each lesson weighs, so that every group of cases weighs the same, 1 in all."""
    groups = [lesson.case.group for lesson in learned]
    n_queries = {group: sum(len(one.texts) for one in learned if one.case.group == group) for group in set(groups)}
    return [1 / len(n_queries) / n_queries[group] for group in groups]


def fit(learned: Sequence[Lesson]) -> NDArray[np.float64]:
    """Fit the coefficients; every group of cases has the same weight. The same lessons are fitted once.

    The right article shall stand before the others of its list: softmax over the short list (conditional logit,
    McFadden 1974), maximum likelihood with a pull of the standardised coefficients towards 0. Which queries have no
    answer does not matter here; the calibration says what a score is worth.
    """
    return _fit(tuple(learned))


@cache
def _fit(learned: tuple[Lesson, ...]) -> NDArray[np.float64]:
    rows = np.concatenate([lesson.features[lesson.there] for lesson in learned])
    mean, spread = rows.mean(axis=0, dtype=np.float64), rows.std(axis=0, dtype=np.float64) + 1e-9
    del rows
    parts = []
    for lesson, weight in zip(learned, weights_of(learned), strict=True):
        found = lesson.gold.any(axis=1)
        scaled = ((lesson.features[found] - mean) / spread).astype(np.float32)
        share = weight * len(lesson.texts) / max(found.sum(), 1)
        parts.append((scaled, lesson.there[found], lesson.gold[found], share))

    def loss(coefficients: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        value, slope = PULL / 2 * float(coefficients @ coefficients), PULL * coefficients
        for features, there, gold, weight in parts:
            scores = np.where(there, features @ coefficients.astype(np.float32), -1e9)
            shares = np.exp(scores - scores.max(axis=1, keepdims=True, initial=-1e9))
            right = shares * gold
            of_right, of_all = np.maximum(right.sum(axis=1), 1e-30), np.maximum(shares.sum(axis=1), 1e-30)
            value -= weight * float(np.log(of_right / of_all).sum())
            wrong = shares / of_all[:, None] - right / of_right[:, None]
            slope = slope + weight * np.einsum("ij,ijk->k", wrong, features)
        return value, slope

    start = np.zeros(parts[0][0].shape[2])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _STEPS})
    return np.asarray(found.x / spread, dtype=np.float64)


def fit_calibration(learned: Sequence[Lesson], scores: Sequence[NDArray[np.float64]]) -> Calibration:
    """Fit slope and offset to the first places, from scores of lessons that the fusion had not seen."""
    top, right, weights = [], [], []
    for lesson, score, weight in zip(learned, scores, weights_of(learned), strict=True):
        best = score.argmax(axis=1)
        top.append(score[np.arange(len(best)), best])
        right.append(lesson.gold[np.arange(len(best)), best])
        weights.append(np.full(len(best), weight * 10_000))
    model = LogisticRegression(C=1e6).fit(
        np.concatenate(top)[:, None], np.concatenate(right), sample_weight=np.concatenate(weights)
    )
    return Calibration(slope=round(float(model.coef_[0, 0]), 4), offset=round(float(model.intercept_[0]), 4))


def scores_of(lesson: Lesson, coefficients: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the fusion's scores, shape (n_queries, n_listed), very low where there is no article."""
    return np.where(lesson.there, lesson.features @ coefficients, -1e9)


def unseen_weights(learned: Sequence[Lesson]) -> dict[str, NDArray[np.float64]]:
    """Return for each group the coefficients fitted to the other groups only."""
    groups = sorted({lesson.case.group for lesson in learned})
    return {group: fit([lesson for lesson in learned if lesson.case.group != group]) for group in groups}


def unseen_scores(learned: Sequence[Lesson]) -> list[NDArray[np.float64]]:
    """Score each lesson with coefficients from the other groups only."""
    weights = unseen_weights(learned)
    return [scores_of(lesson, weights[lesson.case.group]) for lesson in learned]

"""How sure are we that an article answers a whole need, judging from all its queries and from all other needs?"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

FLOOR: Final = 0.01  # answer probability of an article that a query's ranking does not hold
CANDIDATES: Final = 5  # articles per need that each view proposes: probability, meaning, meaning among the unasked
FEATURES: Final = (
    "mean_log_odds",
    "log_odds_margin",
    "agreement",
    "log_queries",
    "affinity",
    "affinity_margin",
    "log_claims",
    "is_mutual",
)


@dataclass(frozen=True, slots=True)
class NeedAnswer:
    """An article and the probability (0..1) that it answers the need as a whole."""

    article: int
    probability: float
    is_unasked: bool = False  # no query surely wants this article


@dataclass(frozen=True, slots=True)
class NeedPairs:
    """The articles that may answer one need, with what speaks for each.

    ``articles`` are positions (int64, shape (n_candidates,)), ``features`` float64 of shape (n_candidates, 8) in the
    order of ``FEATURES``.
    """

    articles: NDArray[np.int64]
    features: NDArray[np.float64]


def need_pairs(
    groups: Sequence[Sequence[int]],
    log_odds: Sequence[NDArray[np.float64]],
    affinity: NDArray[np.float64],
    claims: NDArray[np.float64],
) -> list[NeedPairs]:
    """Return the candidates of every need of one site and language.

    Parameters
    ----------
    groups : rows of the queries of each need, n_needs lists; only their lengths matter here.
    log_odds : per need float64 of shape (n_queries of the need, n_articles), calibrated log odds.
    affinity : float64 of shape (n_needs, n_articles), see ``need_affinity``.
    claims : float64 of shape (n_articles,), how many different queries each article surely answers already.
    """
    best_need = affinity.argmax(axis=0) if len(groups) else np.zeros(0, dtype=np.int64)
    return [_pairs_of(number, log_odds[number], affinity[number], claims, best_need) for number in range(len(groups))]


def need_affinity(
    needs: NDArray[np.float32], queries: NDArray[np.float32], articles: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Say how much nearer in meaning each need is to each article than needs and articles of this site usually are.

    Parameters
    ----------
    needs, queries, articles : unit rows of one width: a vector per need, per query of the site, and per article.

    Returns
    -------
    float64 of shape (n_needs, n_articles): cosine, less the mean cosine of the article to all queries (an article near
    everything is near nothing) and of the need to all articles, in standard deviations.

    Notes
    -----
    Hubness correction by centring, Suzuki et al. 2013 (Centering similarity measures to reduce hubs).
    """
    cosines = needs.astype(np.float64) @ articles.T.astype(np.float64)
    usual = queries.mean(axis=0, dtype=np.float64) @ articles.T.astype(np.float64)
    centred = cosines - usual
    centred -= centred.mean(axis=1, keepdims=True)
    return np.asarray(np.round(centred / max(float(centred.std()), 1e-6), 6))


def answers_from(pairs: NeedPairs, article_ids: Sequence[str]) -> list[NeedAnswer]:
    """Return the candidates of a need as answers, surest first (ties by article id)."""
    probabilities = load_need_weights().probabilities(pairs.features)
    unasked = pairs.features[:, FEATURES.index("log_claims")] == 0
    answers = [
        NeedAnswer(int(a), float(p), bool(u)) for a, p, u in zip(pairs.articles, probabilities, unasked, strict=True)
    ]
    return sorted(answers, key=lambda answer: (-answer.probability, article_ids[answer.article]))


def _pairs_of(
    number: int,
    log_odds: NDArray[np.float64],
    affinity: NDArray[np.float64],
    claims: NDArray[np.float64],
    best_need: NDArray[np.int64],
) -> NeedPairs:
    means = np.round(log_odds.mean(axis=0), 9)
    by_odds, by_affinity = (np.argsort(-view, kind="stable")[:CANDIDATES] for view in (means, affinity))
    unasked = np.flatnonzero(claims == 0)
    by_affinity_unasked = unasked[np.argsort(-affinity[unasked], kind="stable")[:CANDIDATES]]
    chosen = np.unique(np.concatenate([by_odds, by_affinity, by_affinity_unasked]))
    features = np.column_stack(
        [
            means[chosen],
            _margins(means)[chosen],
            np.bincount(log_odds.argmax(axis=1), minlength=len(means))[chosen] / len(log_odds),
            np.full(len(chosen), np.log(len(log_odds))),
            affinity[chosen],
            _margins(affinity)[chosen],
            np.log1p(claims[chosen]),
            best_need[chosen] == number,
        ]
    )
    return NeedPairs(chosen.astype(np.int64), features.astype(np.float64))


def _margins(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return each value less the best of the others; 0 when there are no others."""
    if len(values) < 2:
        return np.zeros(len(values))
    second, first = np.partition(values, -2)[-2:]
    return np.asarray(values - np.where(values == first, second, first))


@dataclass(frozen=True, slots=True)
class NeedWeights:
    """Coefficients by name of feature, and the intercept, of the logistic regression."""

    coefficients: Mapping[str, float]
    intercept: float

    def probabilities(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the answer probability of each candidate, 0..1, in six decimals."""
        weights = np.array([self.coefficients[name] for name in FEATURES])
        return np.asarray(np.round(1 / (1 + np.exp(-(features @ weights + self.intercept))), 6))


@cache
def load_need_weights() -> NeedWeights:
    """Return the weights that come with the package, read once per process."""
    stored = json.loads((files("faqeval.gaps") / "need_weights.json").read_text(encoding="utf-8"))
    return NeedWeights(stored["coefficients"], stored["intercept"])

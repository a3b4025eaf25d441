"""Short lists with planted answers, for what is learned from them."""

import numpy as np

from faqeval.matching.fitting.cases import Case, LabelledQuery
from faqeval.matching.fitting.lessons import Lesson
from faqeval.matching.fitting.plays import WHOLE, Play


def planted_lesson(
    group: str,
    direction: np.ndarray,
    *,
    n_queries: int = 80,
    n_listed: int = 6,
    noise: float = 1.0,
    answered_share: float = 1.0,
    third: int = WHOLE,
    seed: int = 0,
) -> Lesson:
    """Return a lesson whose right article is the one that lies farthest in a direction, but for noise.

    Parameters
    ----------
    group : the set of the lesson's case.
    direction : shape (n_features,); what each feature says about the right article.
    noise : of the choice (Gumbel), so that the choice follows softmax; 0 always chooses the farthest.
    answered_share : of the queries, the first ones; in the others the farthest article is taken out of the gold.
    third : which third of the articles is missing.
    """
    chance = np.random.default_rng([seed, *group.encode()])
    features = chance.normal(size=(n_queries, n_listed, len(direction))).astype(np.float32)
    there = np.ones((n_queries, n_listed), dtype=bool)
    there[chance.random(n_queries) < 0.3, -1] = False
    features[~there] = 0
    scores = np.where(there, features @ direction + noise * chance.gumbel(size=there.shape), -np.inf)
    gold = np.zeros_like(there)
    gold[np.arange(n_queries), scores.argmax(axis=1)] = True
    answerable = np.arange(n_queries) < round(answered_share * n_queries)
    gold[~answerable] = False
    features[~answerable] *= np.float32(0.3)  # nothing stands out where nothing answers
    texts = tuple(f"{group} {number}" for number in range(n_queries))
    case = Case(f"{group} en", group, (), tuple(LabelledQuery(text, frozenset()) for text in texts))
    return Lesson(case, Play(third, (), ()), features, there, gold, answerable, texts)

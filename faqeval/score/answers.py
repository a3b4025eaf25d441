"""Which article counts as an answer of which query, and where the customer search showed it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..records import Rankings

# Reasons: docs/method/findability.md#which-answers-count
MIN_ANSWER_PROBABILITY: Final = 0.02  # below it an article does not count as an answer at all
MIN_SHARE_OF_BEST: Final = 0.5  # an article counts when it is at least half as probable as the query's best article


@dataclass(frozen=True, slots=True)
class Answers:
    """The articles that count as answers, one row per query and one column per place of the matcher.

    ``best`` is the probability of the query's best article before anything is left out.
    """

    article: NDArray[np.int64]  # (n_queries, depth) position in the article ids asked for, -1 = no answer in this place
    probability: NDArray[np.float64]  # (n_queries, depth) answer probability, 0 where ``article`` is -1
    rank: NDArray[np.int64]  # (n_queries, depth) place in the customer search, 1 = first, 0 = not shown
    best: NDArray[np.float64]  # (n_queries,)

    @property
    def reciprocal_rank(self) -> NDArray[np.float64]:
        """1/rank of every answer, 0 where the search did not show it; shape (n_queries, depth)."""
        return np.divide(1.0, self.rank, out=np.zeros(self.rank.shape), where=self.rank > 0)


def find_answers(
    query_ids: Sequence[str],
    article_ids: Sequence[str],
    matches: Rankings,
    search: Rankings,
    min_probability: float = MIN_ANSWER_PROBABILITY,
) -> Answers:
    """Say which articles answer each query and at which place the customer search shows them.

    Parameters
    ----------
    query_ids, article_ids : the rows and the positions of the result. A query without a row in ``matches`` or
        ``search`` has no answer, or was shown nothing; articles that are not asked for are passed over.
    matches : answer probabilities, or 0 and 1 where people have judged.
    search : what the customer would have seen; its width is the depth to which customers look.
    min_probability : below it an article does not count.

    Notes
    -----
    An article counts when p >= ``min_probability`` and p >= ``MIN_SHARE_OF_BEST`` · (the query's best p).
    Source: ours, see docs/method/findability.md#which-answers-count.
    """
    matched, probability = _aligned(query_ids, article_ids, matches)
    shown, _ = _aligned(query_ids, article_ids, search)
    best = probability.max(axis=1, initial=0.0)
    counts = probability >= np.maximum(min_probability, MIN_SHARE_OF_BEST * best)[:, None]
    article = np.where(counts, matched, -1)
    return Answers(article, np.where(counts, probability, 0.0), _ranks(article, shown), best)


def _aligned(
    query_ids: Sequence[str], article_ids: Sequence[str], rankings: Rankings
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Rows of ``rankings`` in the order of ``query_ids``, articles as positions in ``article_ids``."""
    rows = _positions(query_ids, rankings.query_ids)
    position = np.append(_positions(rankings.article_ids, article_ids), -1)  # place -1 reads the last one
    depth = rankings.places.shape[1]
    if len(rankings.query_ids) == 0 or depth == 0:
        return np.full((len(query_ids), depth), -1, np.int64), np.zeros((len(query_ids), depth))
    known = (rows >= 0)[:, None]
    article = np.where(known, position[rankings.places[rows]], -1)
    # rounding lets float32 .02 pass a floor of .02
    score = np.round(rankings.scores[rows].astype(np.float64), 6)
    return article, np.where(article >= 0, score, 0.0)


def _positions(wanted: Sequence[str], among: Sequence[str]) -> NDArray[np.int64]:
    """Position of each id in ``among``, -1 when it is not there."""
    place = {name: position for position, name in enumerate(among)}
    return np.fromiter((place.get(name, -1) for name in wanted), np.int64, len(wanted))


def _ranks(article: NDArray[np.int64], shown: NDArray[np.int64]) -> NDArray[np.int64]:
    """Place of every answer among the articles shown; only answers are looked up."""
    rank = np.zeros(article.shape, np.int64)
    query, place = np.nonzero(article >= 0)
    wanted = article[query, place]
    found = np.zeros(len(wanted), np.int64)
    for column in range(shown.shape[1]):
        found[(found == 0) & (shown[query, column] == wanted)] = column + 1
    rank[query, place] = found
    return rank

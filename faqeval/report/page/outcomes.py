"""What became of each query: which article should answer it, how surely, and where the customer would have seen it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...records import Evaluation, Rankings, positions


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One entry per row of the query table; articles are positions in ``evaluation.articles``.

    ``probability`` is that of ``answer``, or of the likeliest article where none answers; ``rank`` is the place at
    which the customer search shows ``answer`` (0 = not shown, or no answer); ``first_shown`` is what it shows first
    (-1 = nothing).
    """

    count: NDArray[np.int64]
    answer: NDArray[np.int64]
    probability: NDArray[np.float64]
    rank: NDArray[np.int64]
    first_shown: NDArray[np.int64]
    shown: NDArray[np.int64]  # (n_queries, depth) articles as the customer search orders them, -1 = none


def outcomes(evaluation: Evaluation) -> Outcomes:
    """Gather what the tables and the page say about each query."""
    answer = np.asarray(evaluation.answer_of_query, dtype=np.int64)
    matched, shown = _positions(evaluation, evaluation.matches), _positions(evaluation, evaluation.search)
    n_queries = len(answer)
    scores = evaluation.matches.scores.astype(np.float64)
    own = np.where((matched == answer[:, None]) & (answer >= 0)[:, None], scores, 0.0)
    likeliest = scores[:, 0] if scores.shape[1] else np.zeros(n_queries)
    probability: NDArray[np.float64] = np.where(answer >= 0, own.max(axis=1, initial=0.0), likeliest).astype(np.float64)
    return Outcomes(
        count=evaluation.queries.table["count"].to_numpy(dtype=np.int64),
        answer=answer,
        probability=probability.round(6),
        rank=ranks_of(shown, answer),
        first_shown=shown[:, 0] if shown.shape[1] else np.full(n_queries, -1, dtype=np.int64),
        shown=shown,
    )


def ranks_of(shown: NDArray[np.int64], article: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the place of one article per row among those shown, int64 of shape (n_rows,); 0 = not shown."""
    if shown.shape[1] == 0:
        return np.zeros(len(article), dtype=np.int64)
    hit = (shown == article[:, None]) & (article >= 0)[:, None]
    return np.where(hit.any(axis=1), hit.argmax(axis=1) + 1, 0)


def _positions(evaluation: Evaluation, rankings: Rankings) -> NDArray[np.int64]:
    """Return a ranking's places as positions in ``evaluation.articles``."""
    position = positions(evaluation.articles)
    own = np.array([position.get(article_id, -1) for article_id in rankings.article_ids] + [-1], dtype=np.int64)
    return own[rankings.places]

"""Which query and article should people judge first, so that their labels teach most?"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..records import Rankings
from .log_odds import log_odds_of
from .refit_grid import PSEUDO_LABELS

_FARTHEST: Final = 7.0


def choose_to_ask(matches: Rankings, counts: Sequence[int], languages: Sequence[str], n: int) -> tuple[int, ...]:
    """Return the rows of the queries whose first place people should judge, the most telling first.

    Parameters
    ----------
    matches : calibrated rankings of all queries, query ids in any order.
    counts : how often each query was asked.
    languages : of each query.
    n : how many, at least 0. Fewer come back when fewer queries have an article.

    Notes
    -----
    Each next query is the one with the largest p(1 − p) · x'M⁻¹x · log2(1 + count) / ((1 + a)(1 + l)). p is the
    probability of its first place, x = (1, log odds), and M what is known of slope and offset: ``PSEUDO_LABELS`` labels
    spread as the site's queries, plus those asked already. So the labels lie over the range in which they fix the curve
    (D-optimal design, Wynn 1970, for logistic regression). a is how many of the same article were asked already, l the
    share of its language among those asked, less its share of the site's queries (at least 0). Equal ones: the query id
    decides. Source of the product: ours, see docs/method/judgments.md#ask.
    """
    rows = np.flatnonzero(matches.places[:, 0] >= 0)
    ids = np.array([matches.query_ids[row] for row in rows], dtype=object)
    rows = rows[np.lexsort((rows, ids))] if len(rows) else rows
    odds = np.clip(log_odds_of(matches.scores[rows, 0]), -_FARTHEST, _FARTHEST)
    doubt = 1 / (2 + np.exp(odds) + np.exp(-odds))  # p(1 - p)
    curve = np.column_stack([np.ones(len(rows)), odds])
    worth = doubt * np.log2(1 + np.asarray(counts, dtype=np.float64)[rows])
    article = matches.places[rows, 0]
    language = np.unique(np.asarray(languages, dtype=object)[rows].astype(str), return_inverse=True)[1]
    usual = np.bincount(language) / max(len(rows), 1) if len(rows) else np.zeros(0)
    order = np.lexsort((odds, doubt))  # sums of floats depend on their order
    known = PSEUDO_LABELS * _information(curve[order], doubt[order]) / max(len(rows), 1)
    asked_of_article, asked_in = np.zeros(len(matches.article_ids)), np.zeros(len(usual))
    chosen: list[int] = []
    is_left = np.ones(len(rows), dtype=np.bool_)
    for _ in range(min(n, len(rows))):
        more = np.einsum("ij,jk,ik->i", curve, np.linalg.inv(known), curve)
        ahead = np.maximum(asked_in / max(len(chosen), 1) - usual, 0)
        merit = worth * more / ((1 + asked_of_article[article]) * (1 + ahead[language]))
        best = int(np.where(is_left, np.round(merit, 12), -1).argmax())
        is_left[best] = False
        known = known + doubt[best] * np.outer(curve[best], curve[best])
        asked_of_article[article[best]] += 1
        asked_in[language[best]] += 1
        chosen.append(int(rows[best]))
    return tuple(chosen)


def _information(curve: NDArray[np.float64], doubt: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the Fisher information of slope and offset, shape (2, 2), never singular."""
    return np.asarray((curve * doubt[:, None]).T @ curve + 1e-6 * np.eye(2))

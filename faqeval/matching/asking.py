"""Which query and article should people judge first, so that their labels teach most?"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from ..records import Rankings

_BANDS: Final = 10  # of equal width, over which the asked probabilities are spread


def choose_to_ask(matches: Rankings, counts: Sequence[int], languages: Sequence[str], n: int) -> tuple[int, ...]:
    """Return the rows of the queries whose first place people should judge, the most telling first.

    Parameters
    ----------
    matches : calibrated rankings of all queries, in any order.
    counts : how often each query was asked.
    languages : of each query.
    n : how many, at least 0. Fewer come back when fewer queries have an article.

    Notes
    -----
    Each next query is the one with the largest p(1 − p) · log2(1 + count) / ((1 + b)(1 + a)(1 + l)): p is the
    probability of its first place, b and a are how many of the same tenth of probabilities and of the same article were
    asked already, l the share of its language among those asked, less its share of the site's queries (at least 0).
    Equal ones: the query id decides. Source: ours, see docs/method/judgments.md#ask.
    """
    rows = np.flatnonzero(matches.places[:, 0] >= 0)
    if not len(rows):
        return ()
    ids = np.array([matches.query_ids[row] for row in rows], dtype=object)
    rows = rows[np.lexsort((rows, ids))]
    sure = matches.scores[rows, 0].astype(np.float64)
    worth = sure * (1 - sure) * np.log2(1 + np.asarray(counts, dtype=np.float64)[rows])
    band = np.minimum((sure * _BANDS).astype(np.int64), _BANDS - 1)
    article = matches.places[rows, 0]
    language = np.unique(np.asarray(languages, dtype=object)[rows].astype(str), return_inverse=True)[1]
    usual = np.bincount(language) / len(rows)
    of_band, of_article, in_language = np.zeros(_BANDS), np.zeros(len(matches.article_ids)), np.zeros(len(usual))
    is_left = np.ones(len(rows), dtype=np.bool_)
    chosen: list[int] = []
    for _ in range(min(n, len(rows))):
        ahead = np.maximum(in_language / max(len(chosen), 1) - usual, 0)
        merit = worth / ((1 + of_band[band]) * (1 + of_article[article]) * (1 + ahead[language]))
        best = int(np.where(is_left, np.round(merit, 12), -1).argmax())
        is_left[best] = False
        of_band[band[best]] += 1
        of_article[article[best]] += 1
        in_language[language[best]] += 1
        chosen.append(int(rows[best]))
    return tuple(chosen)

"""People's judgments overrule the matcher."""

import numpy as np
import pandas as pd

from ..records import Queries, Rankings
from ..text import fold


def apply_judgments(matches: Rankings, queries: Queries, judgments: pd.DataFrame) -> Rankings:
    """Return the rankings with what people said: probability 1 or 0 for a judged pair.

    A query whose answer people named keeps no other answer; one that people say no article answers keeps none. A
    pair judged wrong is taken out, and the query's other articles stay as the matcher ranked them.

    Parameters
    ----------
    queries : rows of its table as in ``matches``; a judgment may name any of the input rows that were folded into one.
    judgments : ``query_id``, ``text`` (either may be ""), ``article_id`` ("": none answers) and ``relevance``
        (0 or 1). A text stands for every spelling that folds to the same.
    """
    position = {article_id: place for place, article_id in enumerate(matches.article_ids)}
    said = _by_query(queries, judgments)
    places, scores = matches.places.copy(), matches.scores.copy()
    depth = places.shape[1]
    for row, pairs in said.items():
        right = sorted(position[name] for name, relevant in pairs if relevant and name in position)[:depth]
        wrong = {position[name] for name, relevant in pairs if not relevant and name in position}
        answered_by_none = any(relevant and not name for name, relevant in pairs)
        if right or answered_by_none:
            kept = [(place, 1.0) for place in right]
        else:
            ranked = zip(places[row].tolist(), scores[row].tolist(), strict=True)
            kept = [(place, score) for place, score in ranked if place >= 0 and place not in wrong]
        places[row], scores[row] = -1, 0.0
        for rank, (place, score) in enumerate(kept):
            places[row, rank], scores[row, rank] = place, np.float32(score)
    return Rankings(matches.query_ids, matches.article_ids, places, scores)


def _by_query(queries: Queries, judgments: pd.DataFrame) -> dict[int, list[tuple[str, bool]]]:
    row_of_id = dict(zip(queries.row_ids, queries.row_query.tolist(), strict=True))
    rows_of_text: dict[str, list[int]] = {}
    for row, text in enumerate(queries.table["text"]):
        rows_of_text.setdefault(fold(text), []).append(row)
    said: dict[int, list[tuple[str, bool]]] = {}
    columns = judgments[["query_id", "text", "article_id", "relevance"]]
    for query_id, text, article_id, relevance in columns.itertuples(index=False, name=None):
        named = [row_of_id[query_id]] if query_id in row_of_id else []
        for row in named if query_id else rows_of_text.get(fold(text), []):
            said.setdefault(row, []).append((article_id, bool(relevance)))
    return said

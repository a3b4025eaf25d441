"""People's judgments overrule the matcher."""

import numpy as np
import pandas as pd

from ..records import Rankings


def apply_judgments(matches: Rankings, judgments: pd.DataFrame) -> Rankings:
    """Return the rankings with what people said: probability 1 or 0 for a judged pair.

    A query whose answer people named keeps no other answer; one that people say no article answers keeps none. A
    pair judged wrong is taken out, and the query's other articles stay as the matcher ranked them.

    Parameters
    ----------
    judgments : ``query_id``, ``article_id`` ("": no article answers it) and ``relevance`` (0 or 1).
    """
    position = {article_id: place for place, article_id in enumerate(matches.article_ids)}
    places, scores = matches.places.copy(), matches.scores.copy()
    depth = places.shape[1]
    for row, pairs in judgments_by_row(matches, judgments).items():
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


def judgments_by_row(matches: Rankings, judgments: pd.DataFrame) -> dict[int, list[tuple[str, bool]]]:
    """Return what was said about each judged row of the rankings: article id ("" = none) and whether it answers."""
    row_of_id = {query_id: row for row, query_id in enumerate(matches.query_ids)}
    said: dict[int, list[tuple[str, bool]]] = {}
    columns = judgments[["query_id", "article_id", "relevance"]]
    for query_id, article_id, relevance in columns.itertuples(index=False, name=None):
        if query_id in row_of_id:
            said.setdefault(row_of_id[query_id], []).append((article_id, bool(relevance)))
    return said

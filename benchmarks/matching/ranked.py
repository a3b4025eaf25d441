"""Scores of all pairs as rankings."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from benchmarks.matching.plays import DEPTH
from faqeval.records import Article, Rankings


def by_id(articles: Sequence[Article]) -> NDArray[np.int64]:
    """Return the places of the articles in the order of their ids, so that equal scores stand in that order."""
    return np.array(sorted(range(len(articles)), key=lambda place: articles[place].article_id), dtype=np.int64)


def ranked(
    articles: Sequence[Article], queries: pd.DataFrame, scores: NDArray[np.float64], above: float = -np.inf
) -> Rankings:
    """Return the best articles of each query, best first, equal ones by id.

    Parameters
    ----------
    articles, queries : what was matched.
    scores : shape (n_queries, n_articles), columns in the order of ``articles``.
    above : an article with this score or less is not returned.
    """
    order = by_id(articles)
    in_order = scores[:, order]
    best = np.argsort(-in_order, axis=1, kind="stable")[:, :DEPTH]
    kept = np.take_along_axis(in_order, best, axis=1)
    there = kept > above
    return Rankings(
        tuple(queries["query_id"]),
        tuple(article.article_id for article in articles),
        np.where(there, order[best], -1).astype(np.int32),
        np.where(there, kept, 0).astype(np.float32),
    )


def from_lists(
    articles: Sequence[Article], queries: pd.DataFrame, lists: Sequence[Sequence[tuple[int, float]]]
) -> Rankings:
    """Return the rankings of a library that lists (place of the article, score) per query, best first."""
    places = np.full((len(queries), DEPTH), -1, dtype=np.int32)
    scores = np.zeros((len(queries), DEPTH), dtype=np.float32)
    for row, found in enumerate(lists):
        for rank, (place, score) in enumerate(found[:DEPTH]):
            places[row, rank], scores[row, rank] = place, score
    names = tuple(article.article_id for article in articles)
    return Rankings(tuple(queries["query_id"]), names, places, scores)

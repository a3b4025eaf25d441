"""A search run handed in: what the site's own search really listed."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..records import Article, Rankings, positions


def rankings_from_run(run_table: pd.DataFrame, articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
    """Return an imported search run as rankings.

    Parameters
    ----------
    run_table : table with ``query_id``, ``article_id`` and ``rank`` (1 = first), one row per result; with ``text``
        instead of ``query_id`` the results go to the query of exactly that text. Rows in any order.
    articles : the FAQ.
    queries : table with the columns of ``QUERY_COLUMNS``.

    Returns
    -------
    Rankings as deep as the deepest rank in the run, at least 1. A result that is not among the articles keeps its
    place empty (-1): it stood before the customer and pushed the others down. A query without rows in the run has an
    empty row: the search showed nothing. Scores are 1/rank.

    Notes
    -----
    Of two results on one rank of one query the one with the smaller article id counts; of one article on several ranks
    the first.
    """
    key = "query_id" if "query_id" in run_table.columns else "text"
    row_of: dict[str, int] = {}
    for row, value in enumerate(queries[key].astype(str)):
        row_of.setdefault(value, row)
    place_of = positions(articles)
    ranks = run_table["rank"].to_numpy(dtype=np.int64)
    depth = int(ranks.max(initial=1))
    places = np.full((len(queries), depth), -1, dtype=np.int32)
    shown: set[tuple[int, int]] = set()
    results = zip(run_table[key].astype(str), ranks.tolist(), run_table["article_id"].astype(str), strict=True)
    for value, rank, article_id in sorted(results):
        found_row, place = row_of.get(value), place_of.get(article_id, -1)
        if found_row is None or place < 0 or rank < 1 or (found_row, place) in shown:
            continue
        if places[found_row, rank - 1] < 0:
            places[found_row, rank - 1] = place
            shown.add((found_row, place))
    scores = np.where(places >= 0, 1 / np.arange(1, depth + 1), 0).astype(np.float32)
    article_ids = tuple(article.article_id for article in articles)
    return Rankings(tuple(queries["query_id"].astype(str)), article_ids, places, scores)

"""What the customer would have seen, when the site's own search was not handed in: plain BM25."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import SearchSettings
from ..records import Article, Progress, Rankings
from .index import make_index, search_scores, searched_places

_SCORES_PER_BATCH = 4_000_000  # cells of one query-by-article matrix: 16 MB


def search_articles(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    settings: SearchSettings,
    on_progress: Progress | None = None,
) -> Rankings:
    """Return the articles a plain site search would list for each query, best first.

    Parameters
    ----------
    articles : the FAQ.
    queries : table with the columns of ``QUERY_COLUMNS``; any slice of a larger table gives the same rows.
    settings : depth, and the two constants of BM25.
    on_progress : called with the stage ``search``, queries done and queries in all.

    Returns
    -------
    Rankings of depth ``settings.depth``; ``places`` are positions in ``articles`` as given. An article that shares no
    word with the query is not shown (-1, 0). Equal scores stand in the order of their article ids.

    Notes
    -----
    BM25 as in Lucene over title and body, Snowball stems, stop words dropped: docs/method/search.md.
    """
    n_queries, depth = len(queries), settings.depth
    places = np.full((n_queries, depth), -1, dtype=np.int32)
    scores = np.zeros((n_queries, depth), dtype=np.float32)
    article_ids = tuple(article.article_id for article in articles)
    query_ids = tuple(str(query_id) for query_id in queries["query_id"])
    texts = [str(text) for text in queries["text"]]
    done = 0
    for members, rows in _by_articles(articles, [str(language) for language in queries["language"]]):
        index = make_index(articles, members, settings)
        size = max(16, _SCORES_PER_BATCH // len(members))
        for start in range(0, len(rows), size):
            batch = rows[start : start + size]
            columns, found = _best_first(search_scores(index, [texts[row] for row in batch]), depth)
            places[batch, : columns.shape[1]] = np.where(found > 0, index.places[columns], -1)
            scores[batch, : columns.shape[1]] = found
            done += len(batch)
            if on_progress:
                on_progress("search", done, n_queries)
    return Rankings(query_ids, article_ids, places, scores)


def _best_first(scores: NDArray[np.float32], depth: int) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the columns of the best scores, equal ones by column, and those scores."""
    n_articles = scores.shape[1]
    # One whole number per cell holds the score in four decimals and, below it, the tie rule: equal texts have equal
    # scores whatever the last bit of their sums, and the smaller id comes first.
    keys = np.rint(scores * 10_000).astype(np.int64) * n_articles + np.arange(n_articles - 1, -1, -1)
    if depth < n_articles:
        columns = np.argpartition(keys, n_articles - depth, axis=1)[:, n_articles - depth :]
        keys = np.take_along_axis(keys, columns, axis=1)
    else:
        columns = np.broadcast_to(np.arange(n_articles), keys.shape)
    columns = np.take_along_axis(columns, np.argsort(-keys, axis=1), axis=1)
    return columns, np.round(np.take_along_axis(scores, columns, axis=1), 4)


def _by_articles(
    articles: Sequence[Article], languages: Sequence[str]
) -> Iterator[tuple[tuple[int, ...], NDArray[np.int64]]]:
    """Yield each set of articles that some query searches, with the rows of those queries."""
    if not articles:
        return
    members_of = {language: searched_places(articles, language) for language in sorted(set(languages))}
    rows_of: dict[tuple[int, ...], list[int]] = {}
    for row, language in enumerate(languages):
        rows_of.setdefault(members_of[language], []).append(row)
    for members in sorted(rows_of):
        yield members, np.array(rows_of[members], dtype=np.int64)

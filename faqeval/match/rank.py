"""Which articles answer which query, and how sure are we?"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]  # it comes without types

from ..config import MatchSettings
from ..records import Article, Progress, Rankings
from .embedders import load_embedder, weights_name
from .fuse import Fusion, load_fusion
from .pair_features import PoolQueries
from .pool import make_pool, pool_places

_SCORES_PER_BATCH = 400_000  # cells of one query-by-article matrix: 1.6 MB each, eight of them per thread
_QUERIES_PER_BATCH = 4_000  # the vectors of a batch: 4 MB; without it the batches for a small FAQ hold everything
_THREADS = 2


def match_queries(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    settings: MatchSettings,
    on_progress: Progress | None = None,
) -> Rankings:
    """Return the most likely answers of each query with their answer probabilities, best first.

    Parameters
    ----------
    articles : the FAQ. A query is matched against the articles of its language, see ``pool.pool_places``.
    queries : table with the columns of ``QUERY_COLUMNS``; any slice of a larger table gives the same rows.
    settings : model and depth.
    on_progress : called with the stage ``match``, queries done and queries in all.

    Returns
    -------
    Rankings of depth ``settings.depth``; ``places`` are positions in ``articles`` as given. The probabilities of one
    query need not sum to 1: two articles may both answer it, or none. A low one in the first place says "none of
    these". A query without a single word gets no article (-1, 0). Each of four signals proposes its best eight articles
    and only these are scored, whatever the depth: deeper rankings are filled up with -1.

    Raises
    ------
    MissingExtra, ConfigError
        If the model cannot be had.

    Notes
    -----
    Source: ours, see docs/method/match.md. Equal probabilities stand in the order of their article ids.
    """
    n_queries, depth = len(queries), settings.depth
    places = np.full((n_queries, depth), -1, dtype=np.int32)
    scores = np.zeros((n_queries, depth), dtype=np.float32)
    article_ids = tuple(article.article_id for article in articles)
    query_ids = tuple(str(query_id) for query_id in queries["query_id"])
    if not articles or not n_queries:
        return Rankings(query_ids, article_ids, places, scores)
    embedder = load_embedder(settings.model)
    fusion = load_fusion(weights_name(settings.model))
    texts = [str(text) for text in queries["text"]]
    codes = [str(code) for code in queries["language"]]
    done = 0
    for members, rows in _by_pool(articles, codes, settings):
        pool = make_pool(articles, members, embedder)
        mended = pool.spelling.mended([texts[row] for row in rows], [codes[row] for row in rows])
        own = PoolQueries.of(pool, embedder, mended)
        for part, columns, probabilities in _in_batches(own, fusion, depth):
            batch, kept = rows[part], columns.shape[1]
            places[batch, :kept] = np.where(columns < 0, -1, pool.places[np.maximum(columns, 0)])
            scores[batch, :kept] = np.where(columns < 0, 0, probabilities)
            done += len(batch)
            if on_progress:
                on_progress("match", done, n_queries)
    return Rankings(query_ids, article_ids, places, scores)


def _in_batches(
    queries: PoolQueries, fusion: Fusion, depth: int
) -> Iterator[tuple[slice, NDArray[np.int64], NDArray[np.float32]]]:
    """Yield the rows of each batch with their best columns and probabilities, in the order of the queries."""
    size = min(_QUERIES_PER_BATCH, max(16, _SCORES_PER_BATCH // len(queries.pool.places)))
    parts = [slice(start, start + size) for start in range(0, len(queries.texts), size)]

    def score(part: slice) -> tuple[slice, NDArray[np.int64], NDArray[np.float32]]:
        pairs = queries.features(part)
        columns, probabilities = best_first(pairs.columns, fusion.probabilities(pairs.features), depth)
        columns[~pairs.has_words] = -1
        return part, columns, probabilities

    # Matrix products and sorting let other threads run, so two batches share two cores; a batch knows only itself.
    # More threads inside each product would only wait for one another.
    with threadpool_limits(1, user_api="blas"), ThreadPoolExecutor(max_workers=_THREADS) as threads:
        yield from threads.map(score, parts)


def best_first(
    columns: NDArray[np.int64], probabilities: NDArray[np.float32], depth: int
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Return the first ``depth`` columns of each row, highest probability first, equal ones by column.

    Columns follow the article ids, so this is the one tie rule. Empty slots (-1) come last.
    """
    order = np.lexsort((columns, -probabilities, columns < 0), axis=1)[:, :depth]
    return np.take_along_axis(columns, order, axis=1), np.take_along_axis(probabilities, order, axis=1)


def _by_pool(
    articles: Sequence[Article], languages: Sequence[str], settings: MatchSettings
) -> Iterator[tuple[tuple[int, ...], NDArray[np.int64]]]:
    """Yield each set of articles that some query is matched against, with the rows of those queries."""
    members_of = {code: pool_places(articles, code, settings.cross_language) for code in sorted(set(languages))}
    rows_of: dict[tuple[int, ...], list[int]] = {}
    for row, language in enumerate(languages):
        rows_of.setdefault(members_of[language], []).append(row)
    for members in sorted(rows_of.keys() - {()}):
        yield members, np.array(rows_of[members], dtype=np.int64)

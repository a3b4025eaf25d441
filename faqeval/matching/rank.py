"""Which articles answer which query, and how sure are we?"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import MatchSettings
from ..records import Article, Progress, Rankings
from .cascade import Budget
from .judged_queries import JudgedQueries, Tell, judge_queries
from .judges import Judges
from .load_judges import load_judges
from .pool import make_pool, pool_places
from .read_again import CANDIDATES, PILOT, read_again


@dataclass(frozen=True, slots=True)
class Matched:
    """Rankings, and the queries of each pool with what judged them: ``parts`` hold rows of the table (int64).

    ``has_answer`` (float32, shape (n_queries,)) is the probability that some article answers, 0..1, never below that of
    the first place. ``n_read`` of the ``n_different`` queries were read by a transformer, ``n_read_again``
    by a reader too, and ``by_reader`` are the rows to which it gave another first article.
    """

    rankings: Rankings
    parts: tuple[tuple[NDArray[np.int64], JudgedQueries], ...]
    has_answer: NDArray[np.float32]
    n_read: int
    n_different: int
    n_read_again: int = 0
    by_reader: frozenset[int] = frozenset()


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
    queries : table with the columns of ``QUERY_COLUMNS``. A row's answers depend on the other rows only through the
        middle of all queries' vectors (docs/method/match.md#middle), through how many of them have a word, and, where
        there are more than the model can read, through which are read.
    settings : model, budget and depth.
    on_progress : called with the stage, queries done and queries in all.

    Returns
    -------
    Rankings of depth ``settings.depth``; ``places`` are positions in ``articles`` as given. The probabilities of one
    query need not sum to 1: two articles may both answer it, or none. A low one in the first place says "none of
    these". A query without a single word gets no article (-1, 0). Each choosing signal proposes its best eight articles
    and only these are scored, whatever the depth: deeper rankings are filled up with -1.

    Raises
    ------
    MissingExtra, ConfigError
        If the model cannot be had.

    Notes
    -----
    Source: ours, see docs/method/match.md. Equal probabilities stand in the order of their article ids.
    """
    return match_in_full(articles, queries, settings, on_progress).rankings


def match_in_full(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    settings: MatchSettings,
    on_progress: Progress | None = None,
    *,
    judges: Judges | None = None,
) -> Matched:
    """Return the same rankings with all that is needed to say why; ``judges`` other than those of the settings."""
    n_queries = len(queries)
    places = np.full((n_queries, settings.depth), -1, dtype=np.int32)
    scores = np.zeros((n_queries, settings.depth), dtype=np.float32)
    article_ids = tuple(article.article_id for article in articles)
    rankings = Rankings(tuple(str(query_id) for query_id in queries["query_id"]), article_ids, places, scores)
    if not articles or not n_queries:
        return Matched(rankings, (), np.zeros(n_queries, dtype=np.float32), 0, 0)
    judges = judges or load_judges(settings.model, on_progress, reader=settings.reader)
    texts = [str(text) for text in queries["text"]]
    codes = [str(code) for code in queries["language"]]
    parts, tell, by_reader = [], _teller(on_progress, n_queries), set[int]()
    depth = max(settings.depth, CANDIDATES if judges.reader else 2)  # two, to see which are unsure
    pools = list(_by_pool(articles, codes, settings))
    n_different = sum(len({texts[row] for row in rows}) for _, rows in pools)
    budget, n_read = Budget(settings.slow_budget, n_different), 0
    of_reader, n_read_again = Budget(settings.slow_budget, n_different, PILOT), 0
    for members, rows in pools:
        pool = make_pool(articles, members, judges.embedder)
        mended = pool.spelling.mended([texts[row] for row in rows], [codes[row] for row in rows])
        judged, (columns, sure) = judge_queries(pool, mended, judges, depth=depth, budget=budget, tell=tell)
        if judges.reader:
            again = read_again(judged, (columns, sure), judges.reader, of_reader, tell)
            (columns, sure), n_read_again = again.best, n_read_again + again.n_read
            by_reader.update(rows[again.moved].tolist())
        columns, sure = columns[:, : settings.depth], sure[:, : settings.depth]
        places[rows] = np.where(columns < 0, -1, pool.places[np.maximum(columns, 0)])
        scores[rows] = sure
        parts.append((rows, judged))
        n_read += len({texts[row] for row in rows[judged.asked]})
    has_answer = scores[:, 0].copy()
    return Matched(rankings, tuple(parts), has_answer, n_read, n_different, n_read_again, frozenset(by_reader))


def _teller(on_progress: Progress | None, n_queries: int) -> Tell:
    """Add up what the pools report for each stage."""
    done: Counter[str] = Counter()

    def tell(stage: str, n_more: int) -> None:
        done[stage] += n_more
        if on_progress:
            on_progress(stage, done[stage], n_queries)

    return tell


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

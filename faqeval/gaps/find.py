"""From rankings and scores to needs and the work list."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import GapSettings
from ..records import Article, Findability, Gap, Need, Rankings, Understandability
from .evidence import Embed, Evidence, shown_ranks
from .kinds import KINDS
from .needs import group_needs
from .prioritise import prioritise
from .vocabulary import Vocabulary, lacking_terms, read_vocabulary


@dataclass(frozen=True, slots=True)
class FoundGaps:
    """The work list and what it rests on; tuples per query are in the order of the query table.

    ``need_of_query`` is the position in ``needs`` (-1: in none), ``answer_of_query`` the position of the article that
    answers (-1: none), ``missing_words`` the customer's words that this article lacks.
    """

    gaps: tuple[Gap, ...]
    needs: tuple[Need, ...]
    need_of_query: tuple[int, ...]
    answer_of_query: tuple[int, ...]
    missing_words: tuple[tuple[str, ...], ...]


def find_gaps(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    matches: Rankings,
    search: Rankings,
    findability: Findability,
    understandability: Sequence[Understandability],
    embed: Embed,
    settings: GapSettings,
    *,
    answer_threshold: float,
    found_depth: int,
    seed: int,
) -> FoundGaps:
    """Group queries into needs and name the gaps.

    Parameters
    ----------
    articles, queries : n_articles articles and the query table with n_queries rows; ``matches`` and ``search`` rank the
        same articles (``article_ids`` in the same order) for the same queries.
    embed : turns texts into unit meaning vectors.
    answer_threshold : answer probability (0..1) from which an article counts as a query's answer.
    found_depth : places in which an answer counts as found.
    seed : of the grouping.
    """
    vocabulary = read_vocabulary(articles, queries)
    needs = group_needs(articles, matches, vocabulary, embed, settings, answer_threshold, seed)
    need_of_query = np.full(len(queries), -1, dtype=np.int64)
    best = np.full(len(queries), -1, dtype=np.int64)
    sure = np.zeros(len(queries), dtype=np.float64)
    position = {article.article_id: place for place, article in enumerate(articles)}
    counts = queries["count"].to_numpy(dtype=np.float64)
    for number, need in enumerate(needs):
        rows = list(need.query_rows)
        need_of_query[rows] = number
        if need.article_id:
            best[rows] = position[need.article_id]
            sure[rows] = _surety(matches, counts, rows, position[need.article_id])
    evidence = Evidence(
        articles=tuple(articles),
        queries=queries,
        matches=matches,
        search=search,
        findability=findability,
        understandability=tuple(understandability),
        needs=needs,
        vocabulary=vocabulary,
        embed=embed,
        best=best,
        sure=sure,
        shown_rank=shown_ranks(search, best),
        n_shown=(search.places >= 0).sum(axis=1).astype(np.int64),
        found_depth=found_depth,
        settings=settings,
    )
    return FoundGaps(
        gaps=prioritise(gap for detect in KINDS.values() for gap in detect(evidence)),
        needs=needs,
        need_of_query=tuple(need_of_query.tolist()),
        answer_of_query=tuple(best.tolist()),
        missing_words=_missing_words(vocabulary, best),
    )


def _surety(matches: Rankings, counts: NDArray[np.float64], rows: Sequence[int], article: int) -> NDArray[np.float64]:
    """Return how sure we are of the article for each query of its need; the mean where it is not ranked."""
    own = np.where(matches.places[rows] == article, matches.scores[rows].astype(np.float64), 0.0).max(axis=1)
    mean = float(np.average(own, weights=counts[rows]))
    return np.asarray(np.where(own > 0, own, mean), dtype=np.float64)


def _missing_words(vocabulary: Vocabulary, best: NDArray[np.int64]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(
            vocabulary.spelling[query.language][term]
            for term in lacking_terms(query.terms, vocabulary.article_terms[article], query.language)
        )
        if article >= 0
        else ()
        for query, article in zip(vocabulary.queries, best.tolist(), strict=True)
    )

"""From rankings to needs, and from needs and scores to the work list."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..config import GapSettings
from ..records import Article, Gap, Need, Rankings, Understandability
from .embed import Embed
from .evidence import Evidence, shown_ranks
from .kinds import KINDS
from .needs import group_needs
from .prioritise import prioritise
from .vocabulary import Vocabulary, lacking_terms, read_vocabulary


@dataclass(frozen=True, slots=True)
class FoundNeeds:
    """What customers want; tuples per query are in the order of the query table.

    ``matches`` are the rankings given, with the answers that whole needs decided. ``need_of_query`` is the position in
    ``needs`` (-1: in none), ``answer_of_query`` the position of the article that answers (-1: none), ``missing_words``
    the customer's words that this article lacks.
    """

    needs: tuple[Need, ...]
    matches: Rankings
    vocabulary: Vocabulary
    need_of_query: tuple[int, ...]
    answer_of_query: tuple[int, ...]
    missing_words: tuple[tuple[str, ...], ...]


def find_needs(
    articles: Sequence[Article],
    queries: pd.DataFrame,
    matches: Rankings,
    embed: Embed,
    settings: GapSettings,
    *,
    answer_threshold: float,
    seed: int,
) -> FoundNeeds:
    """Group queries into needs and decide which article answers each.

    Parameters
    ----------
    articles, queries : n_articles articles and the query table with n_queries rows; ``matches`` ranks the same articles
        (``article_ids`` in the same order) for the same queries.
    embed : turns texts into unit meaning vectors.
    answer_threshold : answer probability (0..1) from which an article counts as an answer.
    seed : of the grouping.
    """
    vocabulary = read_vocabulary(articles, queries)
    needs, settled = group_needs(articles, matches, vocabulary, embed, settings, answer_threshold, seed)
    need_of_query = np.full(len(queries), -1, dtype=np.int64)
    best = np.full(len(queries), -1, dtype=np.int64)
    position = {article.article_id: place for place, article in enumerate(articles)}
    for number, need in enumerate(needs):
        need_of_query[list(need.query_rows)] = number
        best[list(need.query_rows)] = position.get(need.article_id, -1)
    return FoundNeeds(
        needs=needs,
        matches=settled,
        vocabulary=vocabulary,
        need_of_query=tuple(need_of_query.tolist()),
        answer_of_query=tuple(best.tolist()),
        missing_words=_missing_words(vocabulary, best),
    )


def find_gaps(
    found: FoundNeeds,
    articles: Sequence[Article],
    queries: pd.DataFrame,
    search: Rankings,
    understandability: Sequence[Understandability],
    embed: Embed,
    settings: GapSettings,
    *,
    found_depth: int,
) -> tuple[Gap, ...]:
    """Name the gaps, best first.

    Parameters
    ----------
    found : needs and settled rankings of the same articles and queries.
    search : what the customer would have seen, same articles and queries.
    found_depth : places in which an answer counts as found.
    """
    best = np.array(found.answer_of_query, dtype=np.int64)
    own = (found.matches.places == best[:, None]) & (best[:, None] >= 0)
    evidence = Evidence(
        articles=tuple(articles),
        queries=queries,
        matches=found.matches,
        search=search,
        understandability=tuple(understandability),
        needs=found.needs,
        vocabulary=found.vocabulary,
        embed=embed,
        best=best,
        sure=np.where(own, found.matches.scores, 0).max(axis=1).astype(np.float64),
        shown_rank=shown_ranks(search, best),
        n_shown=(search.places >= 0).sum(axis=1).astype(np.int64),
        found_depth=found_depth,
        settings=settings,
    )
    return prioritise(gap for detect in KINDS.values() for gap in detect(evidence))


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

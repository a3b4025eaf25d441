"""Rankings for every row of the input, repeats included."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..config import Settings
from ..ingest import Source, public_phones, read_articles, read_queries
from ..matching import Matched, explain_matches, match_site
from ..records import Article, Progress
from ..report import say_why
from .evaluate import language_shares


def match_inputs(
    articles: Source,
    queries: Source,
    settings: Settings,
    on_progress: Progress | None = None,
    *,
    explain: bool = False,
) -> pd.DataFrame:
    """Return ``query_id, article_id, rank, answer_probability`` for each usable query row, in the input's order.

    ``explain`` adds ``why`` as the last column.
    """
    read = read_articles(articles, settings.ingest)
    asked = read_queries(
        queries,
        settings.ingest,
        languages=settings.ingest.languages,
        prior=language_shares(read.articles),
        public_phones=public_phones(read.articles),
    ).queries
    matched = match_site(read.articles, asked.table, settings.match, on_progress)
    matches = matched.rankings
    places, scores = matches.places[asked.row_query], matches.scores[asked.row_query]
    row, rank = np.nonzero(places >= 0)
    ranked = pd.DataFrame(
        {
            "query_id": np.asarray(asked.row_ids, dtype=object)[row],
            "article_id": np.asarray(matches.article_ids, dtype=object)[places[row, rank]],
            "rank": rank + 1,
            "answer_probability": scores[row, rank].astype(np.float64).round(6),
        }
    )
    if not explain:
        return ranked
    said = say_matches(read.articles, asked.table, matched, settings)
    whys = [said[query][place] for query, place in zip(asked.row_query[row].tolist(), rank.tolist(), strict=True)]
    return ranked.assign(why=pd.Series(whys, dtype=object))


def say_matches(
    articles: Sequence[Article], queries: pd.DataFrame, matched: Matched, settings: Settings
) -> list[list[str]]:
    """Return per query, best first, why each of its articles came up."""
    matches = matched.rankings
    row, rank = np.nonzero(matches.places >= 0)
    pairs = list(zip(row.tolist(), matches.places[row, rank].tolist(), strict=True))
    said: list[list[str]] = [[] for _ in range(len(queries))]
    explained = explain_matches(articles, queries, pairs, settings.match, matched=matched)
    for explanation, number, score in zip(explained, row.tolist(), matches.scores[row, rank].tolist(), strict=True):
        said[number].append(say_why(explanation, score))
    return said

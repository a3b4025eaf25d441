"""Rankings for every row of the input, repeats included."""

import numpy as np
import pandas as pd

from ..config import Settings
from ..ingest import Source, read_articles, read_queries
from ..match import match_queries
from ..records import Progress
from .evaluate import language_shares


def match_inputs(
    articles: Source, queries: Source, settings: Settings, on_progress: Progress | None = None
) -> pd.DataFrame:
    """Return ``query_id, article_id, rank, answer_probability`` for each usable query row, in the input's order."""
    read = read_articles(articles, settings.ingest)
    asked = read_queries(
        queries, settings.ingest, languages=settings.ingest.languages, prior=language_shares(read.articles)
    ).queries
    matches = match_queries(read.articles, asked.table, settings.match, on_progress)
    places, scores = matches.places[asked.row_query], matches.scores[asked.row_query]
    row, rank = np.nonzero(places >= 0)
    return pd.DataFrame(
        {
            "query_id": np.asarray(asked.row_ids, dtype=object)[row],
            "article_id": np.asarray(matches.article_ids, dtype=object)[places[row, rank]],
            "rank": rank + 1,
            "answer_probability": scores[row, rank].astype(np.float64).round(6),
        }
    )

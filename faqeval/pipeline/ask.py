"""The pairs of query and article whose labels would teach a site's calibration most."""

import numpy as np
import pandas as pd

from ..config import Settings
from ..ingest import Source, public_phones, read_articles, read_queries
from ..matching import choose_to_ask, match_site
from ..records import Progress
from .evaluate import language_shares


def pairs_to_ask(
    articles: Source, queries: Source, n: int, settings: Settings, on_progress: Progress | None = None
) -> pd.DataFrame:
    """Return ``query_id, text, article_id, title, answer_probability, relevance``, the pair that teaches most first.

    ``relevance`` is empty, for people to fill in. The probabilities are those of an evaluation before judgments.
    """
    read = read_articles(articles, settings.ingest).articles
    table = read_queries(
        queries,
        settings.ingest,
        languages=settings.ingest.languages,
        prior=language_shares(read),
        public_phones=public_phones(read),
    ).queries.table
    languages = table["language"].tolist()
    matches = match_site(read, table, settings.match, on_progress).rankings
    rows = list(choose_to_ask(matches, table["count"].tolist(), languages, n))
    chosen = [read[place] for place in matches.places[rows, 0]]
    return pd.DataFrame(
        {
            "query_id": pd.Series([matches.query_ids[row] for row in rows], dtype="str"),
            "text": pd.Series([table["text"].iloc[row] for row in rows], dtype="str"),
            "article_id": pd.Series([article.article_id for article in chosen], dtype="str"),
            "title": pd.Series([article.title for article in chosen], dtype="str"),
            "answer_probability": matches.scores[rows, 0].astype(np.float64).round(6),
            "relevance": pd.Series([""] * len(rows), dtype="str"),
        }
    )

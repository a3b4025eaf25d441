"""Rank the articles for every query row."""

import pandas as pd

from ..config import Settings
from ..ingest import Source
from ..pipeline import match_inputs
from ..records import Progress


def match(
    articles: Source,
    queries: Source,
    k: int = 5,
    model: str = "small",
    settings: Settings | None = None,
    on_progress: Progress | None = None,
    *,
    explain: bool = False,
) -> pd.DataFrame:
    """Return the ``k`` articles that most probably answer each query.

    Parameters
    ----------
    k : places per query, 1 to 100.
    model : a matching model, see ``faqeval models``.
    explain : add a column ``why``: which words met, and what carried the match, in a sentence or two.

    Returns
    -------
    DataFrame with ``query_id``, ``article_id``, ``rank`` (1 = first) and ``answer_probability`` (0..1), one row per
    place, queries in the order of the input. Repeated queries each have their rows. A low probability at rank 1
    says that none of the articles answers.
    """
    chosen = settings or Settings()
    changed = chosen.match.model_copy(update={"depth": k, "model": model})
    return match_inputs(articles, queries, chosen.model_copy(update={"match": changed}), on_progress, explain=explain)

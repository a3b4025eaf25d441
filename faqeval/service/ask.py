"""Ask people about the pairs of query and article whose labels would teach most."""

from pathlib import Path

import pandas as pd

from ..config import Settings
from ..ingest import Source
from ..pipeline import pairs_to_ask
from ..records import Progress
from ..report import write_pairs_to_judge


def pairs_to_judge(
    articles: Source,
    queries: Source,
    n: int = 50,
    model: str = "small",
    settings: Settings | None = None,
    on_progress: Progress | None = None,
) -> pd.DataFrame:
    """Return the ``n`` pairs that people should judge, as a judgments file with an empty ``relevance``.

    Parameters
    ----------
    n : how many, at least 1; fewer come back when fewer queries have an article.
    model : a matching model, see ``faqeval models``.

    Returns
    -------
    DataFrame with ``query_id, text, article_id, title, answer_probability, relevance``, the most telling pair first.
    Fill in ``relevance`` with 1 (answers) or 0 and give it to ``evaluate`` as ``judgments``; rows left empty are passed
    over.
    """
    chosen = settings or Settings()
    changed = chosen.match.model_copy(update={"model": model})
    return pairs_to_ask(articles, queries, n, chosen.model_copy(update={"match": changed}), on_progress)


def write_pairs(pairs: pd.DataFrame, path: Path) -> None:
    """Write the pairs for people to fill in: a workbook when the name ends in .xlsx, else CSV."""
    write_pairs_to_judge(pairs, path)

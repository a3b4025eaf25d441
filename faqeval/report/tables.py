"""The tables of the contract: articles, queries and the work list."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from ..records import Evaluation
from .outcomes import outcomes
from .sentences import say

SEPARATOR: Final = " | "  # between the texts of one cell
_DECIMALS: Final = 6


def article_table(evaluation: Evaluation) -> pd.DataFrame:
    """Return one row per article. Views and contacts are missing, not 0, when no visits were given."""
    kinds = gap_kinds_of_articles(evaluation)
    found = evaluation.findability.articles
    nothing = pd.array([pd.NA] * len(evaluation.articles), dtype="Int64")
    return pd.DataFrame(
        {
            "article_id": _texts([article.article_id for article in evaluation.articles]),
            "language": _texts([article.language for article in evaluation.articles]),
            "title": _texts([article.title for article in evaluation.articles]),
            "demand": _floats([entry.demand for entry in found]),
            "findability": _floats([entry.findability for entry in found]),
            "findability_low": _floats([entry.low for entry in found]),
            "findability_high": _floats([entry.high for entry in found]),
            "understandability": _floats([understood.score for understood in evaluation.understandability]),
            "n_queries": pd.array([entry.n_queries for entry in found], dtype="int64"),
            "views": nothing,
            "contacts_after_view": nothing.copy(),
            "gap_kinds": _texts(["|".join(kinds.get(article.article_id, ())) for article in evaluation.articles]),
        }
    )


def query_table(evaluation: Evaluation) -> pd.DataFrame:
    """Return one row per unique query.

    ``answer_probability`` is that of ``article_id``, or of the likeliest article where none answers;
    ``customer_search_rank`` is 0 where the customer search does not show it.
    """
    table, became = evaluation.queries.table, outcomes(evaluation)
    ids = [article.article_id for article in evaluation.articles]
    needs = [need.need_id for need in evaluation.needs]
    return pd.DataFrame(
        {
            "query_id": _texts(table["query_id"].tolist()),
            "text": _texts(table["text"].tolist()),
            "language": _texts(table["language"].tolist()),
            "count": became.count,
            "article_id": _texts([ids[place] if place >= 0 else "" for place in became.answer.tolist()]),
            "answer_probability": became.probability,
            "customer_search_rank": became.rank,
            "need_id": _texts([needs[number] if number >= 0 else "" for number in evaluation.need_of_query]),
            "missing_words": _texts([SEPARATOR.join(words) for words in evaluation.missing_words]),
        }
    )


def gap_table(evaluation: Evaluation) -> pd.DataFrame:
    """Return the work list, best first. Contacts are missing, not 0, when none were given."""
    gaps = evaluation.gaps
    avoidable = [gap.avoidable or (None, None, None) for gap in gaps]
    return pd.DataFrame(
        {
            "gap_id": _texts([gap.gap_id for gap in gaps]),
            "kind": _texts([gap.kind for gap in gaps]),
            "cause": _texts([gap.cause for gap in gaps]),
            "article_id": _texts([gap.article_id for gap in gaps]),
            "need": _texts([gap.need for gap in gaps]),
            "language": _texts([gap.language for gap in gaps]),
            "demand": pd.array([gap.demand for gap in gaps], dtype="int64"),
            "demand_share": _floats([gap.demand_share for gap in gaps]),
            "contacts": pd.array([gap.contacts for gap in gaps], dtype="Int64"),
            "avoidable_contacts_per_month": _floats([value for value, _, _ in avoidable]),
            "avoidable_low": _floats([low for _, low, _ in avoidable]),
            "avoidable_high": _floats([high for _, _, high in avoidable]),
            "priority": _floats([gap.priority for gap in gaps]),
            "customer_words": _texts([SEPARATOR.join(gap.customer_words) for gap in gaps]),
            "article_words": _texts([SEPARATOR.join(gap.article_words) for gap in gaps]),
            "advice": _texts([say(gap.advice) for gap in gaps]),
            "examples": _texts([SEPARATOR.join(gap.examples) for gap in gaps]),
        }
    )


def gap_kinds_of_articles(evaluation: Evaluation) -> dict[str, tuple[str, ...]]:
    """Return the kinds of gap that each article has a part in, most urgent first; duplicates count for both."""
    kinds: dict[str, dict[str, None]] = {}
    for gap in evaluation.gaps:
        partners = gap.other_article_ids if gap.kind == "duplicate" else ()
        for article_id in (gap.article_id, *partners):
            if article_id:
                kinds.setdefault(article_id, {})[gap.kind] = None
    return {article_id: tuple(found) for article_id, found in kinds.items()}


def _texts(values: Sequence[str]) -> pd.Series:
    return pd.Series(values, dtype=object)


def _floats(values: Sequence[float | None]) -> pd.Series:
    numbers = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    return pd.Series(numbers).round(_DECIMALS)

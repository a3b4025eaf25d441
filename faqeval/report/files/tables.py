"""The tables of the contract: articles, queries and the work list."""

from typing import Any, Final

import numpy as np
import pandas as pd

from ...records import Evaluation
from ..page.outcomes import outcomes
from ..wording.sentences import say
from .columns import floats, texts

SEPARATOR: Final = " | "  # between the texts of one cell


def article_table(evaluation: Evaluation) -> pd.DataFrame:
    """Return one row per article. Views and contacts are missing, not 0, when no visits or no contacts were given."""
    kinds = gap_kinds_of_articles(evaluation)
    found = evaluation.findability.articles
    views, followed = _readings(evaluation)
    return pd.DataFrame(
        {
            "article_id": texts([article.article_id for article in evaluation.articles]),
            "language": texts([article.language for article in evaluation.articles]),
            "title": texts([article.title for article in evaluation.articles]),
            "demand": floats([entry.demand for entry in found]),
            "findability": floats([entry.findability for entry in found]),
            "findability_low": floats([entry.low for entry in found]),
            "findability_high": floats([entry.high for entry in found]),
            "understandability": floats([understood.score for understood in evaluation.understandability]),
            "n_queries": pd.array([entry.n_queries for entry in found], dtype="int64"),
            "views": views,
            "contacts_after_view": followed,
            "gap_kinds": texts(["|".join(kinds.get(article.article_id, ())) for article in evaluation.articles]),
        }
    )


def query_table(evaluation: Evaluation) -> pd.DataFrame:
    """Return one row per unique query.

    ``answer_probability`` is that of ``article_id``, or of the likeliest article where none answers;
    ``has_answer_probability`` says whether any article answers;
    ``customer_search_rank`` is 0 where the customer search does not show it.
    """
    table, became = evaluation.queries.table, outcomes(evaluation)
    ids = [article.article_id for article in evaluation.articles]
    needs = [need.need_id for need in evaluation.needs]
    return pd.DataFrame(
        {
            "query_id": texts(table["query_id"].tolist()),
            "text": texts(table["text"].tolist()),
            "language": texts(table["language"].tolist()),
            "count": became.count,
            "article_id": texts([ids[place] if place >= 0 else "" for place in became.answer.tolist()]),
            "answer_probability": became.probability,
            "customer_search_rank": became.rank,
            "need_id": texts([needs[number] if number >= 0 else "" for number in evaluation.need_of_query]),
            "missing_words": texts([SEPARATOR.join(words) for words in evaluation.missing_words]),
            "has_answer_probability": floats(evaluation.has_answer.astype(np.float64).round(6).tolist()),
        }
    )


def gap_table(evaluation: Evaluation) -> pd.DataFrame:
    """Return the work list, best first. Contacts are missing, not 0, when none were given."""
    gaps = evaluation.gaps
    avoidable = [gap.avoidable or (None, None, None) for gap in gaps]
    saved = [gap.saved or (None, None, None) for gap in gaps]
    currency = evaluation.settings.savings.currency
    return pd.DataFrame(
        {
            "gap_id": texts([gap.gap_id for gap in gaps]),
            "kind": texts([gap.kind for gap in gaps]),
            "cause": texts([gap.cause for gap in gaps]),
            "article_id": texts([gap.article_id for gap in gaps]),
            "need": texts([gap.need for gap in gaps]),
            "language": texts([gap.language for gap in gaps]),
            "demand": pd.array([gap.demand for gap in gaps], dtype="int64"),
            "demand_share": floats([gap.demand_share for gap in gaps]),
            "contacts": pd.array([gap.contacts for gap in gaps], dtype="Int64"),
            "avoidable_contacts_per_month": floats([value for value, _, _ in avoidable]),
            "avoidable_low": floats([low for _, low, _ in avoidable]),
            "avoidable_high": floats([high for _, _, high in avoidable]),
            "priority": floats([gap.priority for gap in gaps]),
            "customer_words": texts([SEPARATOR.join(gap.customer_words) for gap in gaps]),
            "article_words": texts([SEPARATOR.join(gap.article_words) for gap in gaps]),
            "advice": texts([say(gap.advice) for gap in gaps]),
            "examples": texts([SEPARATOR.join(gap.examples) for gap in gaps]),
            "saved_per_month": floats([value for value, _, _ in saved]),
            "saved_low": floats([low for _, low, _ in saved]),
            "saved_high": floats([high for _, _, high in saved]),
            "currency": texts([currency if gap.saved else "" for gap in gaps]),
        }
    )


def gap_kinds_of_articles(evaluation: Evaluation) -> dict[str, tuple[str, ...]]:
    """Return the kinds of gap that each article has a part in, most urgent first."""
    kinds: dict[str, dict[str, None]] = {}
    for gap in evaluation.gaps:
        for article_id in evaluation.glossary.kinds[gap.kind].articles_of(gap):
            if article_id:
                kinds.setdefault(article_id, {})[gap.kind] = None
    return {article_id: tuple(found) for article_id, found in kinds.items()}


def _readings(evaluation: Evaluation) -> tuple[Any, Any]:
    """Return how often each article was read in the time that the contacts cover, and how many contacts followed."""
    n_articles, journeys = len(evaluation.articles), evaluation.journeys
    if journeys is None or journeys.counts.n_visits == 0:
        nothing = pd.array([pd.NA] * n_articles, dtype="Int64")
        return nothing, nothing.copy()
    sums = journeys.weeks.groupby("need")[["views", "contacts_after_view"]].sum()
    sums = sums.reindex(range(n_articles), fill_value=0).astype("Int64")
    return sums["views"].array, sums["contacts_after_view"].array

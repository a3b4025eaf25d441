"""Understandability of every article of a FAQ, with what its customers say, and of the FAQ as a whole."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
import pandas as pd

from ...config import ScoreSettings
from ...measures.bootstrap import bootstrap_mean
from ...records import Article, Figure, Rankings, Understandability
from ...text import terms
from .text_score import score_text

MAX_OWN_QUERIES: Final = 50  # the commonest queries of an article are enough to know its words
MIN_ANSWER_PROBABILITY: Final = 0.5  # a query's words are laid to an article only when it more likely answers than not


def score_understandability(
    articles: Sequence[Article],
    settings: ScoreSettings,
    *,
    queries: pd.DataFrame | None = None,
    matches: Rankings | None = None,
) -> tuple[Understandability, ...]:
    """Understandability of every article, in the order given.

    Parameters
    ----------
    articles : the FAQ.
    settings : words below which no band is given.
    queries, matches : query table (``query_id``, ``text``, ``language``, ``count``) and who should answer; without
        them, findings that need the customers' words are left out.
    """
    customers = _terms_by_language(queries) if queries is not None else {}
    own = _own_queries(queries, matches) if queries is not None and matches is not None else {}
    found = []
    for article in articles:
        all_terms, n_queries = customers.get(article.language, ({}, 0))
        found.append(
            score_text(
                article.title,
                article.blocks,
                article.language,
                settings,
                customer_terms=all_terms,
                n_customer_queries=n_queries,
                own_queries=own.get(article.article_id, ()),
            )
        )
    return tuple(found)


def understandability_figure(scores: Sequence[Understandability], settings: ScoreSettings, seed: int) -> Figure:
    """Mean score over the articles that have one, every article alike, with its bootstrap interval over articles."""
    values = np.sort(np.array([s.score for s in scores if s.score is not None], dtype=np.float64))
    if not len(values):
        return Figure(None, None, None, 0, "no_scored_article")
    low, high = bootstrap_mean(values, rounds=settings.bootstrap_rounds, seed=seed)
    mean = float(values.mean())
    return Figure(mean, min(low, mean), max(high, mean), len(values))


def _terms_by_language(queries: pd.DataFrame) -> Mapping[str, tuple[Mapping[str, int], int]]:
    """Per language: in how many unique queries each term stands, and the number of queries."""
    found: dict[str, tuple[dict[str, int], int]] = {}
    for code, group in queries.groupby("language", sort=True):
        times: dict[str, int] = {}
        for text in group["text"]:
            for term in set(terms(text, str(code), compounds=True)):
                times[term] = times.get(term, 0) + 1
        found[str(code)] = times, len(group)
    return found


def _own_queries(queries: pd.DataFrame, matches: Rankings) -> Mapping[str, tuple[str, ...]]:
    """Per article: the queries whose best answer it is and more likely is than not, commonest first."""
    if matches.places.shape[1] == 0 or not len(matches.query_ids):
        return {}
    best = pd.DataFrame(
        {"query_id": list(matches.query_ids), "place": matches.places[:, 0], "probability": matches.scores[:, 0]}
    )
    best = best[(best["place"] >= 0) & (best["probability"] >= MIN_ANSWER_PROBABILITY)]
    best = best.merge(queries[["query_id", "text", "count"]], on="query_id")
    best = best.sort_values(["count", "text"], ascending=[False, True], kind="stable")
    grouped = best.groupby("place", sort=True)["text"].apply(lambda texts: tuple(texts[:MAX_OWN_QUERIES]))
    return {matches.article_ids[int(str(place))]: texts for place, texts in grouped.items()}

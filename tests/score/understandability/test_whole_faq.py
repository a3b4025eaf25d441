"""Understandability of a FAQ, with what its customers say."""

import numpy as np
import pandas as pd
import pytest

from faqeval.config import ScoreSettings
from faqeval.records import Article, Rankings, Understandability
from faqeval.score import score_text, score_understandability, understandability_figure

SETTINGS = ScoreSettings(bootstrap_rounds=200)
TEXT = "Uppsägning av abonnemang sker på Mina sidor. En uppsägning gäller direkt."
TEXTS = ("avsluta abonnemang", "avsluta mitt mobilabonnemang", "hur avslutar jag")


def article(article_id: str, text: str, language: str = "sv", title: str = "Uppsägning") -> Article:
    return Article.plain(article_id, title, text, language)


def queries(n: int) -> tuple[pd.DataFrame, Rankings]:
    ids = [f"q{number:03d}" for number in range(n)]
    table = pd.DataFrame(
        {"query_id": ids, "text": [TEXTS[i % 3] for i in range(n)], "language": ["sv"] * n, "count": [1] * n}
    )
    places = np.zeros((n, 1), np.int32)
    return table, Rankings(tuple(ids), ("a", "b"), places, np.full((n, 1), 0.9, np.float32))


def test_articles_are_scored_one_by_one_in_their_order() -> None:
    articles = [article("b", "Betala nu."), article("a", TEXT), article("c", "Bonjour.", "fr")]
    found = score_understandability(articles, SETTINGS)
    assert found == tuple(score_text(a.title, a.blocks, a.language, SETTINGS) for a in articles)


def test_customers_words_reach_the_article_that_answers_them() -> None:
    table, matches = queries(210)
    first, second = score_understandability(
        [article("a", TEXT), article("b", TEXT)], SETTINGS, queries=table, matches=matches
    )
    assert [f.words for f in first.findings if f.kind == "company_word"] == [("Uppsägning",)]
    assert not [f for f in second.findings if f.kind == "company_word"]
    assert first.score == second.score


def test_without_enough_queries_nothing_is_said_about_customers_words() -> None:
    table, matches = queries(150)
    (found,) = score_understandability([article("a", TEXT)], SETTINGS, queries=table, matches=matches)
    assert not [f for f in found.findings if f.kind == "company_word"]


def test_shuffling_the_queries_changes_nothing() -> None:
    table, matches = queries(210)
    order = np.random.default_rng(1).permutation(210)
    shuffled = Rankings(
        tuple(matches.query_ids[i] for i in order), matches.article_ids, matches.places[order], matches.scores[order]
    )
    articles = [article("a", TEXT)]
    assert score_understandability(articles, SETTINGS, queries=table, matches=matches) == score_understandability(
        articles, SETTINGS, queries=table.iloc[order], matches=shuffled
    )


def scored(*scores: float | None) -> list[Understandability]:
    return [Understandability(score, None, (), "sv") for score in scores]


def test_the_figure_is_the_mean_over_articles_with_a_score() -> None:
    figure = understandability_figure(scored(0.2, None, 0.6), SETTINGS, seed=1)
    assert (figure.value, figure.n) == (pytest.approx(0.4), 2)
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low <= 0.4 <= figure.high
    assert figure == understandability_figure(scored(0.6, 0.2, None), SETTINGS, seed=1)


def test_no_scored_article_is_a_reason_and_no_nan() -> None:
    figure = understandability_figure(scored(None, None), SETTINGS, seed=1)
    assert (figure.value, figure.low, figure.high, figure.n, figure.reason) == (
        None,
        None,
        None,
        0,
        "no_scored_article",
    )

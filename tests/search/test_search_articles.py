import math
import random
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import SearchSettings
from faqeval.records import Article
from faqeval.search import search_articles
from faqeval.search.analyzer import search_term
from faqeval.text import stopwords, words

SETTINGS = SearchSettings(depth=5)
ARTICLES = (
    Article.plain("pay", "How do I pay my invoice?", "Choose Invoices and pay by card.", "en"),
    Article.plain("cancel", "Can I cancel?", "You may cancel your purchase within 14 days.", "en"),
    Article.plain("betala", "Hur betalar jag fakturan?", "Välj Fakturor och betala med kort.", "sv"),
    Article.plain("flytta", "Flytta bredband", "Anmäl flytten i god tid. Räkningen följer med.", "sv"),
    Article.plain("hur", "Hur och när?", "Så här.", "sv"),
)


def _table(*rows):
    return pd.DataFrame(
        {
            "query_id": [f"q{i}" for i in range(len(rows))],
            "text": [text for text, _ in rows],
            "language": [language for _, language in rows],
        }
    )


def _found(articles, text, language, chosen=SETTINGS):
    rankings = search_articles(articles, _table((text, language)), chosen)
    return [rankings.article_ids[place] for place in rankings.places[0] if place >= 0]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("pay invoices", "en", ["pay"]),
        ("fakturor", "sv", ["betala"]),
        ("fakturor", "en", []),
        ("fakturor", "und", ["betala"]),
        ("fakturor", "fi", ["betala"]),
        ("räkning", "sv", ["flytta"]),
        ("hur", "sv", ["hur", "betala"]),
        ("hur fakturor", "sv", ["betala"]),
        ("bredbandsflytt", "sv", []),
        ("zxqv", "sv", []),
        ("", "sv", []),
        ("☃", "sv", []),
        ("f", "sv", []),
    ],
    ids=[
        "stems meet", "Swedish stems meet", "a site searches in its own language", "unknown language searches all",
        "a language without articles searches all", "body counts", "only stop words", "stop words beside others",
        "compounds are not taken apart", "strange word", "empty", "emoji", "one letter",
    ],
)  # fmt: skip
def test_the_stand_in_finds_what_a_plain_search_finds(text, language, expected):
    assert _found(ARTICLES, text, language) == expected


def test_scores_equal_the_formula_written_out():
    draw = random.Random(7)
    vocabulary = ["invoice", "pay", "card", "cancel", "parcel", "the", "how", "bank"]
    articles = [
        Article.plain(
            f"a{i:02}", " ".join(draw.choices(vocabulary, k=4)), " ".join(draw.choices(vocabulary, k=20)), "en"
        )
        for i in range(12)
    ]
    texts = [" ".join(draw.choices(vocabulary, k=3)) for _ in range(20)]
    rankings = search_articles(articles, _table(*((text, "en") for text in texts)), SearchSettings(depth=12))

    def analysed(text):
        return [search_term(word, "en") for word in words(text) if word not in stopwords("en")]

    counts = [Counter(analysed(f"{a.title} {a.body}")) for a in articles]
    mean_length = sum(c.total() for c in counts) / len(counts)
    for row, text in enumerate(texts):
        terms = set(analysed(text))
        if not terms:
            continue
        expected = {}
        for place, count in enumerate(counts):
            norm = 1.2 * (0.25 + 0.75 * count.total() / mean_length)
            score = sum(
                math.log(1 + (len(counts) - n + 0.5) / (n + 0.5)) * count[term] * 2.2 / (count[term] + norm)
                for term in terms
                for n in [sum(term in c for c in counts)]
                if count[term]
            )
            if score > 0:
                expected[place] = score
        found = {int(p): float(s) for p, s in zip(rankings.places[row], rankings.scores[row], strict=True) if p >= 0}
        assert found == pytest.approx(expected, abs=1e-3)
        order = sorted(expected, key=lambda place: (-round(expected[place], 4), articles[place].article_id))
        assert [p for p in rankings.places[row].tolist() if p >= 0] == order


def test_shuffled_articles_give_the_same_results():
    for text, language in [("pay", "en"), ("hur", "sv"), ("kort faktura flytt", "sv"), ("card kort", "und")]:
        assert _found(ARTICLES[::-1], text, language) == _found(ARTICLES, text, language)


def test_equal_articles_stand_in_the_order_of_their_ids_even_at_the_last_place():
    articles = tuple(Article.plain(name, "Pay", "By card.", "en") for name in "dbca")
    assert _found(articles, "pay", "en", SearchSettings(depth=3)) == ["a", "b", "c"]


def test_a_slice_gives_the_same_rows():
    table = _table(("pay card", "en"), ("faktura kort", "sv"), ("hur", "sv"), ("card", "und"), ("", "en"))
    whole = search_articles(ARTICLES, table, SETTINGS)
    for row in range(len(table)):
        alone = search_articles(ARTICLES, table.iloc[row : row + 1], SETTINGS)
        assert alone.places[0].tolist() == whole.places[row].tolist()
        np.testing.assert_allclose(alone.scores[0], whole.scores[row], atol=1e-6)


def test_no_articles_and_no_queries_give_empty_rankings():
    assert search_articles((), _table(("pay", "en")), SETTINGS).places.tolist() == [[-1] * 5]
    assert search_articles(ARTICLES, _table(), SETTINGS).places.shape == (0, 5)


def test_articles_without_words_are_never_found():
    assert _found((Article.plain("a", "", "☃", "en"), Article.plain("b", "Pay", "", "en")), "pay", "en") == ["b"]
    assert _found((Article.plain("a", "", "☃", "en"),), "pay", "en") == []


def test_progress_reaches_the_number_of_queries():
    calls = []
    search_articles(ARTICLES, _table(("pay", "en"), ("kort", "sv")), SETTINGS, lambda *call: calls.append(call))
    assert calls == [("search", 1, 2), ("search", 2, 2)]


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=80))
def test_whatever_is_asked_scores_are_not_negative_and_fall_with_rank(text):
    rankings = search_articles(ARTICLES, _table((text, "sv")), SETTINGS)
    assert np.isfinite(rankings.scores).all()
    assert (rankings.scores >= 0).all()
    assert (np.diff(rankings.scores, axis=1) <= 0).all()
    assert ((rankings.scores > 0) == (rankings.places >= 0)).all()

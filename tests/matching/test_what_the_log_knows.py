"""What many queries of a site say, no single one says; and an article without a body is not the nearest to all."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from faqeval.matching.embedders import load_embedder
from faqeval.matching.features.terms import QueryWords, Rarity
from faqeval.matching.meaning import ArticleMeaning
from faqeval.matching.pair_features import QUICK_SIGNALS, SLOW_SIGNALS, PoolQueries, SlowQueries, features_of
from faqeval.matching.pool import make_pool
from faqeval.records import Article


def test_a_term_that_no_query_has_keeps_its_idf_and_one_that_all_have_loses_nearly_all() -> None:
    rarity = Rarity(100, np.array([1.0, 1.0, 50.0, 99.0]))
    left = rarity.left(rarity.n_with, np.array([0.0, 5_000.0, 0.0, 0.0]), 5_000)
    assert left[[0, 2, 3]] == pytest.approx(1.0)
    assert left[1] < 0.01


def test_a_share_among_few_queries_says_little() -> None:
    rarity = Rarity(100, np.array([1.0]))
    few, many = (float(rarity.left(rarity.n_with, np.array([n]), int(n))[0]) for n in (2.0, 2_000.0))
    assert few > 0.7
    assert many < 0.05


def test_what_most_articles_have_is_not_made_rarer_by_the_queries() -> None:
    rarity = Rarity(10, np.array([9.0]))
    assert rarity.left(rarity.n_with, np.array([1.0]), 1_000)[0] == pytest.approx(1.0)


def test_a_word_of_every_query_weighs_less_than_one_of_a_single_query() -> None:
    counts = csr_matrix(np.array([[1, 1, 0], [1, 0, 1], [1, 0, 0]] * 40, dtype=np.float32))
    columns = {"corona": 0, "bus": 1}
    rarity = Rarity(50, np.array([2.0, 2.0]))
    words = QueryWords.of(["corona", "bus", "taxi"], counts, ["en"], columns, rarity)
    found = words.queries(csr_matrix(np.array([[1, 1, 1]], dtype=np.float32)))
    assert found.terms[0, 0] < found.terms[0, 1]
    assert 0 < found.n_unknown[0] < 1


TITLES = (
    "Pay your bill", "Change your address", "Report a lost card", "Parking near the shop", "Return an item",
    "Gift cards", "Opening hours", "Book a table",
)  # fmt: skip
LONG = (
    "You find everything about it in the overview of your account, where each step is explained with a picture and "
    "where you can also see what was done before, by whom, and what it costs."
)
ASKED = ["bill", "lost card", "hours", "where do i park", "item back", "table for two", "gift", "moved house"]


def _signals(bodiless: int) -> dict[str, np.ndarray]:
    """Return the signals of short queries to a FAQ in which one article has no body."""
    articles = [
        Article.plain(f"a{number}", title, "" if number == bodiless else f"{title}. {LONG}", "en")
        for number, title in enumerate(TITLES)
    ]
    quick, small = load_embedder("quick"), load_embedder("small")
    pool = make_pool(articles, range(len(articles)), quick)
    queries = PoolQueries.of(pool, quick, ASKED)
    meaning = ArticleMeaning.of(small, pool.titles, pool.bodies)
    slow = SlowQueries.of(meaning, small, ASKED, small.embed_queries(ASKED))
    pairs = queries.features(slow=slow)
    names = features_of((*QUICK_SIGNALS, *SLOW_SIGNALS))
    raw = {name: np.full((len(ASKED), len(TITLES)), np.nan) for name in names}
    for row, columns in enumerate(pairs.columns):
        for slot, column in enumerate(columns):
            if column >= 0:
                for at, name in enumerate(names):
                    raw[name][row, column] = pairs.features[row, slot, at]
    return raw


@pytest.mark.parametrize("bodiless", [3, 6])
def test_an_article_without_a_body_is_not_the_nearest_of_all_bodies(bodiless: int) -> None:
    for name, values in _signals(bodiless).items():
        if name in ("slow_body.raw", "slow_passage.raw"):
            nearest = np.nanargmax(values, axis=1)
            assert (nearest == bodiless).mean() <= 3 / len(ASKED), name

"""All queries of a site, matched and calibrated in one: what evaluate, match, draft and ask all call."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import MatchSettings
from faqeval.matching import calibrate_to_site, match_queries, match_site
from faqeval.matching.weights import bundled_weights
from faqeval.records import Rankings
from tests.hashing_embedder import RememberingEmbedder

from .faq import query_table, small_faq
from .slow_judge import judges_with

ARTICLES = small_faq("sv", "en")
QUERIES = query_table(
    ("betala räkning", "sv"), ("ångra köp", "sv"), ("var är mitt paket", "sv"), ("glömt lösen", "sv"), ("", "sv"),
    ("pay an invoice", "en"), ("forgotten pasword", "en"), ("betala", "und"), ("zxqv", "sv"), ("😀", "en"),
)  # fmt: skip


@pytest.fixture(params=["static", "slow"])
def judges(request):
    return judges_with(RememberingEmbedder() if request.param == "slow" else None)


def _match(articles, queries, judges, **chosen) -> Rankings:
    return match_site(articles, queries, MatchSettings(**{"depth": 4, **chosen}), judges=judges).rankings


def test_it_is_the_matching_and_then_the_site_s_calibration():
    matches = match_queries(ARTICLES, QUERIES, MatchSettings(model="quick", depth=4))
    expected = calibrate_to_site(matches, QUERIES["language"].tolist(), bundled_weights("quick").site)
    found = match_site(ARTICLES, QUERIES, MatchSettings(model="quick", depth=4)).rankings
    titles = found.scores[:, 0] == np.float32(0.95)  # tests/matching/test_titles.py
    assert 0 < titles.sum() < len(titles) / 2
    assert np.array_equal(found.places[~titles], expected.places[~titles])
    assert np.array_equal(found.scores[~titles], expected.scores[~titles])


@pytest.mark.parametrize("depth", [1, 2, 20])
def test_depth_changes_how_many_are_shown_and_nothing_else(judges, depth):
    found, usual = _match(ARTICLES, QUERIES, judges, depth=depth), _match(ARTICLES, QUERIES, judges, depth=5)
    shared = min(depth, 5)
    assert found.places.shape == found.scores.shape == (len(QUERIES), depth)
    assert np.array_equal(found.places[:, :shared], usual.places[:, :shared])
    assert np.array_equal(found.scores[:, :shared], usual.scores[:, :shared])


@pytest.mark.parametrize("seed", range(3))
def test_neither_the_order_of_queries_nor_of_articles_changes_anything(judges, seed):
    whole = _match(ARTICLES, QUERIES, judges)
    other = _match(ARTICLES[::-1], QUERIES.sample(frac=1, random_state=seed), judges)
    for row, name in enumerate(whole.query_ids):
        there = other.query_ids.index(name)
        ids = [[one.article_ids[p] for p in one.places[r] if p >= 0] for one, r in ((whole, row), (other, there))]
        assert ids[0] == ids[1]
        np.testing.assert_allclose(other.scores[there], whole.scores[row], atol=5e-6)


def test_twice_the_same_is_the_same_to_the_last_bit(judges):
    first, second = (_match(ARTICLES, QUERIES, judges) for _ in range(2))
    assert np.array_equal(first.scores, second.scores)
    assert np.array_equal(first.places, second.places)


def test_equal_queries_have_equal_answers(judges):
    found = _match(ARTICLES, query_table(*[("betala räkning", "sv"), ("ångra köp", "sv")] * 20), judges)
    assert (found.places == np.tile(found.places[:2], (20, 1))).all()
    assert (found.scores == np.tile(found.scores[:2], (20, 1))).all()


@pytest.mark.parametrize("depth", [1, 4])
def test_one_article_and_one_query_have_one_answer(judges, depth):
    found = _match(small_faq("sv")[:1], query_table(("betala faktura", "sv")), judges, depth=depth)
    assert found.places.tolist() == [[0, -1, -1, -1][:depth]]
    assert 0 < found.scores[0, 0] < 1
    assert (found.scores[0, 1:] == 0).all()


def test_one_query_without_a_word_has_none(judges):
    found = _match(small_faq("sv")[:1], query_table(("😀", "sv")), judges)
    assert found.places.max() == -1
    assert found.scores.max() == 0


def test_no_articles_and_no_queries_give_empty_rankings(judges):
    assert _match((), QUERIES, judges).places.max() == -1
    assert _match(ARTICLES, QUERIES.iloc[:0], judges, depth=1).places.shape == (0, 1)


def test_articles_and_queries_given_are_not_changed(judges):
    before = QUERIES.copy()
    _match(ARTICLES, QUERIES, judges)
    assert QUERIES.equals(before)


@settings(max_examples=20, deadline=None)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=6), st.integers(0, 6))
def test_whatever_is_asked_probabilities_are_0_to_1_and_fall_with_rank(texts, budget):
    table = query_table(*((text, "sv") for text in texts))
    found = _match(ARTICLES, table, judges_with(RememberingEmbedder()), slow_budget=budget)
    assert np.isfinite(found.scores).all()
    assert ((found.scores >= 0) & (found.scores <= 1)).all()
    assert (np.diff(found.scores, axis=1) <= 0).all()
    assert (found.scores[found.places < 0] == 0).all()

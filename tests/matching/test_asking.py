"""Which pairs are asked about: unsure, much asked, and not fifty times the same."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.matching import choose_to_ask
from faqeval.records import Rankings


def _site(probabilities, articles=None):
    n = len(probabilities)
    places = np.array(articles if articles is not None else range(n), dtype=np.int32)[:, None]
    names = tuple(f"a{i}" for i in range(int(places.max(initial=0)) + 1))
    scores = np.array(probabilities, dtype=np.float32)[:, None]
    return Rankings(tuple(f"q{i:03}" for i in range(n)), names, places, np.where(places >= 0, scores, 0))


def _asked(probabilities, n, articles=None, counts=None, languages=None):
    size = len(probabilities)
    return choose_to_ask(_site(probabilities, articles), counts or [1] * size, languages or ["en"] * size, n)


def test_a_sure_pair_is_asked_last():
    assert set(_asked([0.999, 0.6, 0.001, 0.4], 4)[2:]) == {0, 2}


def test_of_equal_pairs_the_one_asked_most_by_customers_comes_first():
    assert _asked([0.5] * 4, 1, counts=[1, 3, 50, 2]) == (2,)


def test_the_same_article_is_not_asked_again_and_again():
    asked = _asked([0.5] * 30 + [0.4] * 10, 10, articles=[0] * 30 + list(range(1, 11)))
    assert Counter(row < 30 for row in asked)[True] <= 2


def test_languages_have_their_share():
    languages = ["sv"] * 50 + ["da"] * 50
    asked = _asked([0.5] * 50 + [0.35] * 50, 20, languages=languages)
    assert 7 <= sum(row < 50 for row in asked) <= 13


def test_the_pairs_reach_over_the_whole_range_of_probabilities():
    probabilities = np.linspace(0.01, 0.99, 200)
    chosen = probabilities[list(_asked(probabilities, 40))]
    assert chosen.min() < 0.15
    assert chosen.max() > 0.85


@pytest.mark.parametrize("n", [0, 3, 10])
def test_no_more_are_asked_than_there_are(n):
    assert len(_asked([0.2, 0.5, 0.8], n)) == min(n, 3)


def test_queries_without_an_article_are_not_asked_about():
    assert _asked([0.5, 0.5], 2, articles=[-1, 0]) == (1,)
    assert choose_to_ask(_site([]), [], [], 5) == ()


@given(st.permutations(range(25)))
@settings(max_examples=20, deadline=None)
def test_the_order_of_the_queries_changes_nothing(order):
    generator = np.random.default_rng(3)
    matches = _site(generator.uniform(0, 1, 25), generator.integers(0, 6, 25))
    counts = generator.integers(1, 9, 25)
    shuffled = Rankings(
        tuple(matches.query_ids[i] for i in order), matches.article_ids, matches.places[order], matches.scores[order]
    )
    plain = choose_to_ask(matches, counts.tolist(), ["en"] * 25, 10)
    other = choose_to_ask(shuffled, counts[order].tolist(), ["en"] * 25, 10)
    assert [matches.query_ids[row] for row in plain] == [shuffled.query_ids[row] for row in other]

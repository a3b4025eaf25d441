"""Sums that are added up in a quicker way than their definition says the same as the definition."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.matching.bags import bags
from faqeval.matching.embedders import quick_embedder
from faqeval.matching.features.characters import CharacterSignal, CharacterSpace
from faqeval.matching.features.vectors import VectorSignal
from faqeval.matching.pair_features import PoolQueries, _short_lists
from faqeval.matching.pool import make_pool

from .faq import small_faq

WORDS = ("faktura", "fakturan", "router", "routern", "lösenord", "mail", "e-post", "flytta", "flytten", "avtal")


def test_letter_groups_common_and_rare_add_up_to_the_cosine():
    chance = np.random.default_rng(4)
    articles = bags([" ".join(chance.choice(WORDS, size=4)) for _ in range(25)] + ["unik sällsynt text"])
    asked = bags(["faktura lösenord", "sällsynt flytt", "något helt annat", ""])
    space = CharacterSpace.of(articles)
    signal = CharacterSignal.of(space, articles)
    assert len(signal.common)
    assert signal.rare.nnz  # both parts are there
    queries = space.words(asked.words).place(asked.counts)
    weights = space.words(articles.words).place(articles.counts)
    np.testing.assert_allclose(signal.scores(queries), (queries @ weights.T).toarray(), atol=1e-6)


@pytest.mark.parametrize("counts", [[1, 3, 2, 1], [4], [1, 1, 5]])
def test_an_article_is_as_near_as_its_nearest_passage(counts):
    chance = np.random.default_rng(5)
    vectors = chance.standard_normal((sum(counts), 8)).astype(np.float32)
    queries = chance.standard_normal((6, 8)).astype(np.float32)
    signal = VectorSignal.of(vectors, np.zeros(8, dtype=np.float32), counts)
    cosines = queries @ signal.vectors.T
    ends = np.cumsum(counts)
    slow = np.stack([cosines[:, end - n : end].max(axis=1) for end, n in zip(ends, counts, strict=True)], axis=1)
    np.testing.assert_allclose(signal.scores(queries), slow, atol=1e-6)


@given(st.lists(st.lists(st.integers(-2, 6), min_size=12, max_size=12), min_size=1, max_size=5), st.integers(1, 11))
def test_short_list_holds_the_best_and_no_more_than_asked_for(rows, listed):
    scores = np.array(rows, dtype=np.float32)
    for own, columns in zip(scores, _short_lists([(scores, 0.0)], listed), strict=True):
        kept = columns[columns >= 0]
        expected = np.sort(own[own > 0])[::-1][:listed]
        assert np.sort(own[kept])[::-1].tolist() == expected.tolist()
        assert len(set(kept.tolist())) == len(kept)


def test_looking_words_up_leaves_the_counts_as_they_are_so_that_letters_are_placed_by_all_of_them():
    texts = [
        "hur gör jag om jag vill att jag ska få pengar pengar pengar",
        "faktura",
        "jag vill",
        "flytta flytta avtal",
    ]
    pool = make_pool(small_faq("sv"), range(5), quick_embedder())
    asked = PoolQueries.of(pool, quick_embedder(), texts)
    counts = asked.counts.copy()
    asked.words.queries(counts)
    assert (counts != asked.counts).nnz == 0
    together = asked.features()
    for row in range(len(texts)):
        alone = asked.features(np.array([row]))
        kept = together.columns[row] >= 0
        assert together.columns[row][kept].tolist() == alone.columns[0].tolist()
        np.testing.assert_allclose(together.features[row][kept], alone.features[0], atol=1e-5)

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from faqeval.measures.bm25 import bm25_weights


def _one_by_one(counts: np.ndarray, k1: float, b: float) -> np.ndarray:
    n_articles, n_terms = counts.shape
    mean_length = counts.sum() / n_articles
    weights = np.zeros(counts.shape)
    for article in range(n_articles):
        for term in range(n_terms):
            tf = counts[article, term]
            if tf:
                holding = sum(1 for other in range(n_articles) if counts[other, term])
                idf = math.log(1 + (n_articles - holding + 0.5) / (holding + 0.5))
                length = counts[article].sum() / mean_length
                weights[article, term] = idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length))
    return weights


@given(st.integers(1, 6), st.integers(1, 8), st.integers(0, 2**32 - 1), st.floats(0, 3), st.floats(0, 1))
def test_weights_agree_with_the_formula_term_by_term(n: int, m: int, seed: int, k1: float, b: float) -> None:
    counts = np.random.default_rng(seed).poisson(0.7, (n, m))
    weights = bm25_weights(sparse.csr_matrix(counts), k1, b)
    assert np.allclose(weights.toarray(), _one_by_one(counts, k1, b))
    assert (weights.data >= 0).all()


def test_a_term_in_every_article_still_weighs_more_than_nothing() -> None:
    assert bm25_weights(sparse.csr_matrix([[1], [1]])).toarray().min() > 0


@pytest.mark.parametrize("shape", [(0, 0), (0, 5), (3, 0), (3, 4)])
def test_an_empty_corpus_gives_an_empty_matrix(shape: tuple[int, int]) -> None:
    weights = bm25_weights(sparse.csr_matrix(shape))
    assert weights.shape == shape
    assert weights.nnz == 0


def test_the_counts_given_are_not_changed() -> None:
    counts = sparse.csr_matrix([[2, 0], [1, 1]])
    before = counts.toarray()
    bm25_weights(counts)
    assert (counts.toarray() == before).all()

"""Cosines as seen from the middle of the site, against loops over single numbers."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from faqeval.matching.features.vectors import (
    _UNRELATED,
    _USUAL_WEIGHT,
    VectorSignal,
    centred,
    middle_of_articles,
    middle_of_queries,
)
from faqeval.matching.meaning import MOST_PASSAGES, ArticleMeaning
from faqeval.matching.passages import PASSAGE_WORDS, passages
from faqeval.measures.unit_rows import unit_rows
from tests.hashing_embedder import HashingEmbedder, RememberingEmbedder

MODEL = HashingEmbedder()


def _drawn(n_rows: int, seed: int, n_dimensions: int = 5) -> NDArray[np.float32]:
    """Unit rows around a common direction; every seventh is zeros."""
    rows = np.random.default_rng(seed).normal(size=(n_rows, n_dimensions)) + 1
    rows[::7] = 0
    return unit_rows(rows.astype(np.float32))


def _slow_cosine(query: Sequence[float], article: Sequence[float], of_queries, of_articles) -> float:
    if not any(query) or not any(article):
        return 0.0
    a = [float(x) - float(m) for x, m in zip(query, of_queries, strict=True)]
    b = [float(x) - float(m) for x, m in zip(article, of_articles, strict=True)]
    lengths = math.sqrt(sum(x * x for x in a)) * math.sqrt(sum(x * x for x in b))
    return sum(x * y for x, y in zip(a, b, strict=True)) / lengths if lengths else 0.0


@given(st.integers(1, 9), st.lists(st.integers(1, 4), min_size=1, max_size=6), st.integers(0, 50))
def test_an_article_is_as_near_as_its_nearest_vector_seen_from_both_middles(
    n_queries: int, counts: list[int], seed: int
) -> None:
    queries, vectors = _drawn(n_queries, seed), _drawn(sum(counts), seed + 1)
    of_queries, of_articles = queries.mean(axis=0), vectors.mean(axis=0) * np.float32(0.5)
    found = VectorSignal.of(vectors, of_articles, counts).scores(centred(queries, of_queries))
    assert found.dtype == np.float32
    for i, query in enumerate(queries.tolist()):
        start = 0
        for j, count in enumerate(counts):
            own = vectors[start : start + count].tolist()
            start += count
            expected = max(_slow_cosine(query, one, of_queries, of_articles) for one in own)
            assert found[i, j] == pytest.approx(expected, abs=1e-5)


def test_one_vector_each_is_what_no_counts_mean() -> None:
    vectors, queries, middle = _drawn(6, 1), centred(_drawn(4, 2), np.zeros(5, dtype=np.float32)), _drawn(2, 3)[1]
    plain = VectorSignal.of(vectors, middle).scores(queries)
    assert np.array_equal(plain, VectorSignal.of(vectors, middle, [1] * 6).scores(queries))


def test_an_article_without_a_word_lies_nowhere_and_so_does_a_query() -> None:
    middle = np.array([0.3, 0.3], dtype=np.float32)
    signal = VectorSignal.of(np.array([[0, 0], [1, 0]], dtype=np.float32), middle)
    found = signal.scores(centred(np.array([[1, 0], [0, 0]], dtype=np.float32), middle))
    np.testing.assert_allclose(found, [[0, 1], [0, 0]], atol=1e-6)


def test_what_all_texts_have_in_common_falls_away() -> None:
    """Two texts that differ in all but the topic of the site look alike from afar and unlike from its middle."""
    topic = np.array([10, 0, 0, 0], dtype=np.float32)
    texts = unit_rows(topic + np.array([[0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]], dtype=np.float32))
    afar = VectorSignal.of(texts, np.zeros(4, dtype=np.float32)).scores(texts)
    middle = texts.mean(axis=0)
    near = VectorSignal.of(texts, middle).scores(centred(texts, middle))
    assert afar.min() > 0.98
    assert near[~np.eye(3, dtype=bool)].max() < 0
    np.testing.assert_allclose(np.diag(near), 1, atol=1e-5)


def test_a_vector_in_the_very_middle_is_near_nothing() -> None:
    middle = np.array([0.6, 0.8], dtype=np.float32)
    assert not centred(middle[None], middle).any()


@pytest.mark.parametrize(
    ("of", "embed"), [(middle_of_queries, MODEL.embed_queries), (middle_of_articles, MODEL.embed_passages)]
)
@pytest.mark.parametrize("n_texts", [0, 1, 25, 5_000])
def test_the_middle_is_the_mean_of_the_texts_and_of_the_usual_middle_as_25_more(of, embed, n_texts: int) -> None:
    vectors = _drawn(n_texts, 4, MODEL.dimensions) if n_texts else np.zeros((0, MODEL.dimensions), dtype=np.float32)
    usual = embed(_UNRELATED).mean(axis=0)
    expected = [
        (sum(float(row[k]) for row in vectors) + 25 * float(usual[k])) / (n_texts + 25) for k in range(MODEL.dimensions)
    ]
    assert _USUAL_WEIGHT == 25
    np.testing.assert_allclose(of(vectors, MODEL), expected, atol=1e-6)


def test_with_few_texts_the_middle_is_the_model_s_and_with_many_the_site_s_own() -> None:
    usual = MODEL.embed_queries(_UNRELATED).mean(axis=0)
    own = MODEL.embed_queries(["pay the invoice"])
    few, many = (middle_of_queries(np.repeat(own, n, axis=0), MODEL) for n in (1, 10_000))
    assert np.linalg.norm(few - usual) < 0.1 * np.linalg.norm(own[0] - usual)
    assert np.linalg.norm(many - own[0]) < 0.1 * np.linalg.norm(own[0] - usual)


def test_a_site_of_one_text_is_not_its_own_middle() -> None:
    own = MODEL.embed_queries(["pay the invoice"])
    assert np.linalg.norm(centred(own, middle_of_queries(own, MODEL))[0]) == pytest.approx(1, abs=1e-5)


def test_articles_are_seen_from_the_middle_of_titles_and_bodies_and_a_body_is_the_mean_of_its_passages() -> None:
    titles, bodies = ["pay", "parcel"], ["card or giro", " ".join(f"w{n}" for n in range(PASSAGE_WORDS + 5))]
    meaning = ArticleMeaning.of(MODEL, titles, bodies)
    pieces = MODEL.embed_passages([piece for body in bodies for piece in passages(body)])
    assert len(pieces) == 3
    means = unit_rows(np.stack([pieces[0], pieces[1:].mean(axis=0)]))
    middle = middle_of_articles(np.concatenate([MODEL.embed_passages(titles), means]), MODEL)
    np.testing.assert_allclose(meaning.title.vectors, centred(MODEL.embed_passages(titles), middle), atol=1e-6)
    np.testing.assert_allclose(meaning.body.vectors, centred(means, middle), atol=1e-6)
    assert meaning.passage.starts.tolist() == [0, 1]
    np.testing.assert_allclose(meaning.passage.vectors, centred(pieces, middle), atol=1e-6)


def test_of_a_very_long_body_the_first_passages_are_read() -> None:
    model = RememberingEmbedder()
    found = ArticleMeaning.of(model, ["page"], ["\n".join(f"line {n} " * 40 for n in range(200))])
    assert len(found.passage.vectors) == MOST_PASSAGES
    assert len(model.passages) <= MOST_PASSAGES + 1 + len(_UNRELATED)


def test_no_articles_have_no_meaning() -> None:
    found = ArticleMeaning.of(MODEL, [], [])
    assert found.title.vectors.shape == found.body.vectors.shape == (0, MODEL.dimensions)


def test_an_answer_in_one_paragraph_of_many_is_nearer_as_a_passage_than_as_a_page() -> None:
    filler = "\n".join(" ".join(f"x{p}y{n}" for n in range(80)) for p in range(6))
    meaning = ArticleMeaning.of(MODEL, ["page"], [f"{filler}\npay by giro or card\n{filler}"])
    asked = MODEL.embed_queries(["pay by giro or card"])
    query = centred(asked, middle_of_queries(asked, MODEL))
    assert meaning.passage.scores(query)[0, 0] > meaning.body.scores(query)[0, 0] + 0.05

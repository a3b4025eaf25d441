"""Each signal against a slow and obvious version of itself."""

import math
from collections import Counter

import numpy as np
import pytest

from faqeval.match.bags import bags
from faqeval.match.embedders import load_embedder
from faqeval.match.features.characters import CharacterSignal, CharacterSpace, letter_groups
from faqeval.match.features.coverage import CoverageSignal
from faqeval.match.features.terms import QueryWords, term_keys
from faqeval.match.features.vectors import VectorSignal, unrelated_cosine
from faqeval.match.pair_features import FEATURES, PoolQueries, _short_lists
from faqeval.match.pool import make_pool
from faqeval.text import stopwords, words

from .faq import small_faq

QUERIES = (
    "betala fakturan med kort",
    "hur",
    "min leverans av paketet kommer inte",
    "ångerrätt ångra zxqv",
    "",
    "flytten",
)


@pytest.fixture(scope="module")
def pool_queries():
    articles = small_faq("sv")
    embedder = load_embedder("static")
    return PoolQueries.of(make_pool(articles, range(len(articles)), embedder), embedder, QUERIES)


def _raw(pairs, signal):
    """Values of one signal by query and pool column."""
    column = FEATURES.index(f"{signal}.raw")
    return {
        (query, int(article)): float(pairs.features[query, slot, column])
        for query, row in enumerate(pairs.columns)
        for slot, article in enumerate(row)
        if article >= 0
    }


def _terms(text):
    found = set(words(text))
    return {key for word in (found - stopwords("sv") or found) for key in term_keys(word, ("sv",))}


def _counts(text):
    return Counter(key for word in words(text) for key in term_keys(word, ("sv",)))


@pytest.mark.parametrize(("signal", "all_text"), [("bm25_title", False), ("bm25_all", True)])
def test_bm25_equals_the_formula_written_out(pool_queries, signal, all_text):
    articles = small_faq("sv")
    counts = [_counts(f"{a.title} {a.title} {a.body}" if all_text else a.title) for a in articles]
    mean_length = sum(c.total() for c in counts) / len(counts)
    for (query, article), value in _raw(pool_queries.features(), signal).items():
        expected = 0.0
        for term in _terms(QUERIES[query]):
            n_with = sum(term in c for c in counts)
            idf = math.log(1 + (len(counts) - n_with + 0.5) / (n_with + 0.5))
            tf = counts[article][term]
            norm = 1.2 * (0.25 + 0.75 * counts[article].total() / mean_length)
            expected += idf * tf * 2.2 / (tf + norm) if tf else 0
        assert value == pytest.approx(expected / 10, abs=1e-5)


@pytest.mark.parametrize(("signal", "all_text"), [("coverage_title", False), ("coverage_all", True)])
def test_coverage_is_the_share_of_idf_that_the_article_has(pool_queries, signal, all_text):
    articles = small_faq("sv")
    whole = [_counts(f"{a.title} {a.body}") for a in articles]
    field = whole if all_text else [_counts(a.title) for a in articles]

    def idf(n_with):
        return math.log(1 + (len(articles) - n_with + 0.5) / (n_with + 0.5))

    for (query, article), value in _raw(pool_queries.features(), signal).items():
        weight = {term: idf(sum(term in c for c in whole)) for term in _terms(QUERIES[query])}
        known = {term for term in weight if any(term in c for c in whole)}
        found = set(words(QUERIES[query]))
        n_unknown = sum(not set(term_keys(word, ("sv",))) & known for word in (found - stopwords("sv") or found))
        total = sum(weight[term] for term in known) + n_unknown * idf(0)
        expected = sum(weight[term] for term in known if term in field[article]) / total if total else 0.0
        assert value == pytest.approx(expected, abs=1e-5)


def test_characters_equal_a_cosine_of_dictionaries():
    articles = ["Hur betalar jag min faktura", "Flytta bredband", "x"]
    texts = ["fakturan betalas", "bredbandsflytt", "qqq", "", "x x"]
    space = CharacterSpace.of(bags(articles))
    queries = bags(texts)
    scores = CharacterSignal.of(space, bags(articles)).scores(space.words(queries.words).place(queries.counts))

    def weigh(text):
        counts = Counter(group for word in words(text) for group in letter_groups(word))
        n_with = {g: sum(any(g in letter_groups(w) for w in words(a)) for a in articles) for g in counts}
        return {g: (1 + math.log(n)) * (math.log((1 + len(articles)) / (1 + n_with[g])) + 1) for g, n in counts.items()}

    for i, text in enumerate(texts):
        for j, article in enumerate(articles):
            a, b = weigh(text), weigh(article)
            length = math.sqrt(sum(v * v for v in a.values()) * sum(v * v for v in b.values()))
            expected = sum(a[g] * b.get(g, 0) for g in a) / length if length else 0
            assert scores[i, j] == pytest.approx(expected, abs=1e-5)


def test_cosines_lie_between_unrelated_and_equal(pool_queries):
    embedder = pool_queries.embedder
    unrelated = unrelated_cosine(embedder)
    articles = small_faq("sv")
    expected = embedder.embed_queries(QUERIES) @ embedder.embed_passages([a.title for a in articles]).T
    for (query, article), value in _raw(pool_queries.features(), "cosine_title").items():
        if QUERIES[query]:
            assert value == pytest.approx((expected[query, article] - unrelated) / (1 - unrelated), abs=1e-5)
        else:
            assert value == 0


def test_views_are_distances_to_the_best_and_the_second_best(pool_queries):
    pairs = pool_queries.features()
    raw = _raw(pairs, "bm25_all")
    values = np.array([raw[0, article] for article in range(5)])
    for view, expected in {
        "to_best": values - values.max(),
        "to_second": values - np.sort(values)[-2],
    }.items():
        found = pairs.features[0, :, FEATURES.index(f"bm25_all.{view}")]
        np.testing.assert_allclose(found, expected, atol=1e-5)


def test_the_larger_cosine_is_the_larger_of_title_and_body(pool_queries):
    title, body, larger = (_raw(pool_queries.features(), name) for name in ("cosine_title", "cosine_body", "cosine"))
    assert larger == {pair: max(title[pair], body[pair]) for pair in larger}


def test_a_short_list_is_the_best_of_each_view_and_words_must_meet():
    words = np.array([[0, 3, 1, 0, 2, 0]], dtype=np.float32)
    vectors = np.array([[0.1, -0.2, -0.3, 0.4, -0.5, -0.6]], dtype=np.float32)
    found = _short_lists([(words, 0.0), (vectors, -np.inf)], 2)
    assert found.tolist() == [[0, 1, 3, 4]]
    assert _short_lists([(words, 0.0)], 4).tolist() == [[1, 2, 4]]
    assert _short_lists([(words, 0.0)], 9).tolist() == [[1, 2, 4]]


def test_an_article_without_a_word_lies_nowhere():
    signal = VectorSignal(np.array([[0, 0], [1, 0]], dtype=np.float32), unrelated=0.2)
    queries = np.array([[1, 0], [0, 0]], dtype=np.float32)
    cosines = signal.cosines(queries)
    signal.rescale(cosines, queries, np.array([[0, 1], [0, 1]]))
    np.testing.assert_allclose(cosines, [[0, 1], [0, 0]], atol=1e-6)


def test_a_removed_article_leaves_the_short_list(pool_queries):
    pairs = pool_queries.features(slice(0, 1), removed=[(0, 2)])
    assert sorted(pairs.columns[0][pairs.columns[0] >= 0].tolist()) == [1, 3, 4]
    assert np.isfinite(pairs.features).all()


def test_stop_words_count_only_when_there_is_nothing_else():
    columns = {term: i for i, term in enumerate(sorted({*term_keys("hur", ("sv",)), *term_keys("faktura", ("sv",))}))}
    bag = bags(["hur faktura", "hur hur", "zxqv"])
    found = QueryWords.of(bag.words, ("sv",), columns).queries(bag.counts)
    assert found.n_unknown.tolist() == [0, 0, 1]
    assert np.diff(found.terms.indptr).tolist() == [1, 1, 0]


def test_coverage_of_a_query_without_words_is_zero():
    counts = bags(["a b", "b"]).counts
    bag = bags([""])
    signal = CoverageSignal.of(counts, counts)
    assert signal.scores(QueryWords.of(bag.words, ("en",), {"a": 0, "b": 1}).queries(bag.counts)).tolist() == [[0, 0]]

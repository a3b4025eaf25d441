"""Each signal against a slow and obvious version of itself."""

import math
from collections import Counter

import numpy as np
import pytest

from faqeval.matching.bags import bags
from faqeval.matching.embedders import load_embedder
from faqeval.matching.features.characters import CharacterSignal, CharacterSpace, letter_groups
from faqeval.matching.features.coverage import CoverageSignal
from faqeval.matching.features.terms import QueryWords, Rarity, term_keys
from faqeval.matching.features.vectors import centred, middle_of_articles, middle_of_queries
from faqeval.matching.meaning import ArticleMeaning
from faqeval.matching.pair_features import (
    _MIDDLE_OF,
    QUICK_SIGNALS,
    SLOW_SIGNALS,
    VIEWS,
    PoolQueries,
    SlowQueries,
    _sample,
    _short_lists,
    features_of,
)
from faqeval.matching.pool import make_pool
from faqeval.records import Article
from faqeval.text import stopwords, words
from tests.hashing_embedder import HashingEmbedder

from .faq import small_faq

FEATURES = features_of(QUICK_SIGNALS)
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
    embedder = load_embedder("quick")
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

    def idf(n_with, n_asked):
        share = n_asked / (len(set(QUERIES)) + 50)  # of the site's queries; fifty without the word count too
        n_with = max(n_with, share * len(articles))
        return math.log(1 + (len(articles) - n_with + 0.5) / (n_with + 0.5))

    asked = [{key for word in words(text) for key in term_keys(word, ("sv",))} for text in QUERIES]
    for (query, article), value in _raw(pool_queries.features(), signal).items():
        weight = {
            term: idf(sum(term in c for c in whole), sum(term in a for a in asked)) for term in _terms(QUERIES[query])
        }
        known = {term for term in weight if any(term in c for c in whole)}
        found = set(words(QUERIES[query]))
        unknown = [w for w in (found - stopwords("sv") or found) if not set(term_keys(w, ("sv",))) & known]
        lost = sum(idf(0, sum(word in words(text) for text in QUERIES)) for word in unknown)
        total = sum(weight[term] for term in known) + lost
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


def test_cosines_are_those_between_queries_and_titles_seen_from_the_middle_of_each(pool_queries):
    embedder = pool_queries.embedder
    articles, texts = small_faq("sv"), sorted(QUERIES)
    fields = [a.title for a in articles] + [a.body for a in articles]
    of_queries = middle_of_queries(embedder.embed_queries(texts), embedder)
    of_articles = middle_of_articles(embedder.embed_passages(fields), embedder)
    expected = (
        centred(embedder.embed_queries(QUERIES), of_queries)
        @ centred(embedder.embed_passages(fields[: len(articles)]), of_articles).T
    )
    for (query, article), value in _raw(pool_queries.features(), "cosine_title").items():
        assert value == pytest.approx(expected[query, article] if QUERIES[query] else 0, abs=1e-5)


def test_a_short_body_is_its_own_only_passage(pool_queries):
    body, passage = (_raw(pool_queries.features(), f"cosine_{name}") for name in ("body", "passage"))
    assert passage == pytest.approx(body, abs=1e-6)


def test_views_are_the_distance_to_the_best_and_how_far_an_article_stands_out_of_the_pool(pool_queries):
    pairs = pool_queries.features()
    for signal in ("bm25_all", "cosine_title"):
        raw = _raw(pairs, signal)
        values = [raw[0, article] for article in range(5)]
        counted = [*values, *[0] * 5]  # five strangers count too
        mean = sum(counted) / 10
        spread = math.sqrt(sum((value - mean) ** 2 for value in counted) / 10)
        for view, expected in {
            "to_best": [value - max(values) for value in values],
            "to_pool": [(value - mean) / (5 * (spread + 0.02)) for value in values],
        }.items():
            found = pairs.features[0, :, FEATURES.index(f"{signal}.{view}")]
            np.testing.assert_allclose(found, expected, atol=1e-5)


def test_standing_out_is_measured_against_articles_that_are_not_on_the_short_list_too():
    articles = [*small_faq("sv"), *(Article.plain(f"x{i:02}", f"Zalko {i}", "Wibbe.", "sv") for i in range(30))]
    embedder = load_embedder("quick")
    queries = PoolQueries.of(make_pool(articles, range(len(articles)), embedder), embedder, QUERIES)
    pairs = queries.features(slice(0, 1))
    whole = queries._signals(slice(0, 1))["coverage_all"][0].tolist()
    counted = [*whole, *[0] * 5]
    mean = sum(counted) / 40
    spread = math.sqrt(sum((value - mean) ** 2 for value in counted) / 40)
    for slot, column in enumerate(pairs.columns[0].tolist()):
        found = pairs.features[0, slot, FEATURES.index("coverage_all.to_pool")]
        assert found == pytest.approx((whole[column] - mean) / (5 * (spread + 0.02)), abs=1e-5)
    assert pairs.columns.shape[1] < 35


def test_articles_that_are_alike_stand_out_alike():
    articles = [Article.plain(name, "Betala", "Med kort.", "sv") for name in "abc"]
    embedder = load_embedder("quick")
    pairs = PoolQueries.of(make_pool(articles, range(3), embedder), embedder, ["betala", "zxqv"]).features()
    assert np.ptp(pairs.features, axis=1).max() < 1e-4


def test_a_lone_article_stands_out_when_it_shares_something():
    articles = [Article.plain("a", "Betala", "Med kort.", "sv")]
    embedder = load_embedder("quick")
    pairs = PoolQueries.of(make_pool(articles, range(1), embedder), embedder, ["betala", "zxqv"]).features()
    assert pairs.features[0, 0, FEATURES.index("coverage_all.to_pool")] > 0.2
    assert pairs.features[1, 0, FEATURES.index("coverage_all.to_pool")] == 0


def test_slow_signals_are_columns_of_their_own_in_each_view_and_leave_the_quick_ones_as_they_are(pool_queries):
    slow_model = HashingEmbedder()
    pool = pool_queries.pool
    meaning = ArticleMeaning.of(slow_model, pool.titles, pool.bodies)
    slow = SlowQueries.of(meaning, slow_model, QUERIES, slow_model.embed_queries(QUERIES))
    pairs, quick = pool_queries.features(slow=slow), pool_queries.features()
    names = features_of((*QUICK_SIGNALS, *SLOW_SIGNALS))
    assert pairs.features.shape[2] == len(names) == len(VIEWS) * (len(QUICK_SIGNALS) + len(SLOW_SIGNALS))
    own = [name for name in names if not name.startswith("slow")]
    assert own == list(FEATURES)
    assert np.array_equal(pairs.columns, quick.columns)
    assert np.array_equal(pairs.features[:, :, [names.index(name) for name in own]], quick.features)
    expected = slow.vectors @ meaning.title.vectors.T
    for query, row in enumerate(pairs.columns):
        for slot, article in enumerate(row):
            if article >= 0:
                found = pairs.features[query, slot, names.index("slow_title.raw")]
                assert found == pytest.approx(expected[query, article], abs=1e-5)


def test_the_slow_model_brings_its_own_articles_to_the_short_list():
    articles = [Article.plain(f"x{i:02}", f"zalko{i}", f"wibbe{i}", "sv") for i in range(60)]
    quick, slow_model = load_embedder("quick"), HashingEmbedder()
    pool = make_pool(articles, range(60), quick)
    texts = ["zxqv"]
    meaning = ArticleMeaning.of(slow_model, pool.titles, pool.bodies)
    vectors = meaning.title.vectors[[41]]  # as if the slow model said: the very same
    slow = SlowQueries(meaning, vectors)
    queries = PoolQueries.of(pool, quick, texts)
    assert 41 not in queries.features(listed=2).columns
    assert 41 in queries.features(slow=slow, listed=2).columns


def test_rows_under_the_slow_model_do_not_depend_on_which_others_are_scored_with_them(pool_queries):
    slow_model = HashingEmbedder()
    pool = pool_queries.pool
    meaning = ArticleMeaning.of(slow_model, pool.titles, pool.bodies)
    slow = SlowQueries.of(meaning, slow_model, QUERIES, slow_model.embed_queries(QUERIES))
    whole = pool_queries.features(slow=slow)
    some = np.array([1, 3])
    part = pool_queries.features(some, slow=slow.only(some))
    np.testing.assert_allclose(part.features, whole.features[some], atol=1e-5)


def test_the_middle_of_the_queries_sees_each_different_text_once_and_no_order():
    embedder, articles = load_embedder("quick"), small_faq("sv")
    pool = make_pool(articles, range(len(articles)), embedder)
    plain = PoolQueries.of(pool, embedder, QUERIES)
    copied = PoolQueries.of(pool, embedder, [*QUERIES[::-1], *[QUERIES[2]] * 300])
    assert np.array_equal(plain.middle, copied.middle)
    slow, again = (
        SlowQueries.of(pool.meaning, embedder, texts, embedder.embed_queries(texts))
        for texts in ([*QUERIES], [*QUERIES, *[QUERIES[2]] * 300])
    )
    np.testing.assert_allclose(slow.vectors, again.vectors[: len(QUERIES)], atol=2e-6)


@pytest.mark.parametrize("n_texts", [0, 1, _MIDDLE_OF, _MIDDLE_OF + 1, 3 * _MIDDLE_OF + 7])
def test_of_many_texts_a_few_thousand_spread_over_all_of_them_make_the_middle(n_texts):
    texts = [f"{number:06}" for number in range(n_texts)]
    found = _sample(texts[::-1] + texts)
    assert min(n_texts, _MIDDLE_OF) // 2 <= len(found) <= _MIDDLE_OF
    assert found == sorted(set(found))
    if n_texts:
        assert found[0] == texts[0]
        assert n_texts - int(found[-1]) <= max(1, -(-n_texts // _MIDDLE_OF))


def test_a_short_list_is_the_best_of_each_view_and_words_must_meet():
    words = np.array([[0, 3, 1, 0, 2, 0]], dtype=np.float32)
    vectors = np.array([[0.1, -0.2, -0.3, 0.4, -0.5, -0.6]], dtype=np.float32)
    found = _short_lists([(words, 0.0), (vectors, -np.inf)], 2)
    assert found.tolist() == [[0, 1, 3, 4]]
    assert _short_lists([(words, 0.0)], 4).tolist() == [[1, 2, 4]]
    assert _short_lists([(words, 0.0)], 9).tolist() == [[1, 2, 4]]


def test_stop_words_count_only_when_there_is_nothing_else():
    columns = {term: i for i, term in enumerate(sorted({*term_keys("hur", ("sv",)), *term_keys("faktura", ("sv",))}))}
    bag = bags(["hur faktura", "hur hur", "zxqv"])
    rarity = Rarity(10, np.ones(len(columns)))
    found = QueryWords.of(bag.words, bag.counts, ("sv",), columns, rarity).queries(bag.counts)
    assert (found.n_unknown > 0).tolist() == [False, False, True]
    assert np.diff(found.terms.indptr).tolist() == [1, 1, 0]


def test_coverage_of_a_query_without_words_is_zero():
    counts = bags(["a b", "b"]).counts
    bag = bags([""])
    signal = CoverageSignal.of(counts, counts)
    asked = QueryWords.of(bag.words, bag.counts, ("en",), {"a": 0, "b": 1}, Rarity.of(counts))
    assert signal.scores(asked.queries(bag.counts)).tolist() == [[0, 0]]

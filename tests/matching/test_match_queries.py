import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import MatchSettings
from faqeval.matching import match_queries, signals
from faqeval.matching.embedders import quick_embedder
from faqeval.matching.pair_features import PoolQueries
from faqeval.matching.pool import make_pool
from faqeval.matching.weights import bundled_weights
from faqeval.records import Article

from .faq import query_table, small_faq

SETTINGS = MatchSettings(model="quick", depth=4)
QUERIES = query_table(
    ("betala räkning", "sv"),
    ("ångra köp", "sv"),
    ("var är mitt paket", "sv"),
    ("glömt lösen", "sv"),
    ("pay an invoice", "en"),
    ("forgotten pasword", "en"),
    ("betala", "und"),
    ("hur", "sv"),
    ("Wie bezahle ich meine Rechnung?", "de"),
    ("zxqv", "sv"),
)


def _answers(articles, queries=QUERIES, chosen=SETTINGS):
    """Per query the article ids and probabilities, best first."""
    rankings = match_queries(articles, queries, chosen)
    return {
        query_id: [
            (rankings.article_ids[place], float(score))
            for place, score in zip(places, scores, strict=True)
            if place >= 0
        ]
        for query_id, places, scores in zip(rankings.query_ids, rankings.places, rankings.scores, strict=True)
    }


@pytest.mark.parametrize(
    ("text", "language", "article_id"),
    [
        ("betala räkning", "sv", "sv-0"),
        ("ångra köp", "sv", "sv-1"),
        ("glömt lösen", "sv", "sv-3"),
        ("flytta bredbandsuppkoppling", "sv", "sv-4"),
        ("pay an invoice", "en", "en-0"),
        ("forgotten pasword", "en", "en-3"),
    ],
)
def test_the_right_article_comes_first(text, language, article_id):
    found = _answers(small_faq("sv", "en"), query_table((text, language)))
    assert found["q0"][0][0] == article_id


def test_a_query_is_answered_in_its_own_language_when_the_faq_has_it():
    found = _answers(small_faq("sv", "en"))
    assert {article_id[:2] for article_id, _ in found["q4"]} == {"en"}
    assert {article_id[:2] for article_id, _ in found["q0"]} == {"sv"}


def test_a_query_in_a_language_without_articles_is_matched_against_all():
    found = _answers(small_faq("sv", "en"))
    assert found["q8"][0][0] in {"sv-0", "en-0"}


def test_a_query_of_unknown_language_is_matched_against_all():
    assert _answers(small_faq("sv", "en"))["q6"][0][0] == "sv-0"


def test_an_article_of_unknown_language_answers_queries_of_every_language():
    articles = (*small_faq("sv"), Article.plain("x", "Lost property", "Ask at the desk for lost property.", "und"))
    assert _answers(articles, query_table(("lost property", "sv")))["q0"][0][0] == "x"


def test_probability_says_none_of_these_for_strange_words_and_an_article_s_for_its_title():
    found = _answers(small_faq("sv"), query_table(("zxqv kwrt", "sv"), ("Hur betalar jag min faktura?", "sv")))
    threshold = MatchSettings().answer_threshold
    assert found["q0"][0][1] < threshold
    assert found["q1"][0][1] >= threshold
    assert found["q1"][0][1] > 2 * found["q0"][0][1]


def _close(found, expected):
    """Rankings are equal, but for the last bits of a probability."""
    assert found.keys() == expected.keys()
    for query_id, rows in expected.items():
        assert [article_id for article_id, _ in found[query_id]] == [article_id for article_id, _ in rows]
        np.testing.assert_allclose([s for _, s in found[query_id]], [s for _, s in rows], atol=2e-6)


def test_shuffled_articles_give_the_same_answers():
    articles = small_faq("sv", "en")
    assert _answers(articles[::-1]) == _answers(articles)


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_queries_give_the_same_answers(seed):
    articles = small_faq("sv", "en")
    _close(_answers(articles, QUERIES.sample(frac=1, random_state=seed)), _answers(articles))


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_the_same_queries_in_batches_of_any_size_get_the_same_answers(size):
    """Judge some rows at a time of queries that are all known: the middle is that of all."""
    articles, embedder = small_faq("sv"), quick_embedder()
    pool = make_pool(articles, range(len(articles)), embedder)
    texts = QUERIES["text"].tolist()
    queries = PoolQueries.of(pool, embedder, texts)
    fusion, whole = bundled_weights("quick"), queries.features()
    sure = fusion.probabilities(whole.features)
    for start in range(0, len(texts), size):
        part = queries.features(slice(start, start + size))
        n_listed = part.columns.shape[1]  # lists are as long as the longest of a batch
        assert np.array_equal(part.columns, whole.columns[start : start + size, :n_listed])
        assert (whole.columns[start : start + size, n_listed:] == -1).all()
        np.testing.assert_allclose(
            fusion.probabilities(part.features), sure[start : start + size, :n_listed], atol=2e-6
        )


def test_a_slice_of_many_copies_is_answered_as_the_whole():
    articles = small_faq("sv", "en")
    copies = pd.concat([QUERIES] * 30, ignore_index=True)
    copies["query_id"] = [f"copy {row}" for row in range(len(copies))]
    once, often = (match_queries(articles, table, SETTINGS) for table in (QUERIES, copies))
    for start in range(0, len(copies), len(QUERIES)):
        part = slice(start, start + len(QUERIES))
        assert np.array_equal(often.places[part], once.places)
        np.testing.assert_allclose(often.scores[part], once.scores, atol=2e-6)


def test_queries_to_other_articles_change_nothing():
    """The English queries have a middle of their own."""
    articles = small_faq("sv", "en")
    swedish = QUERIES[QUERIES["language"] == "sv"]
    whole = _answers(articles)
    _close(_answers(articles, swedish), {query_id: whole[query_id] for query_id in swedish["query_id"]})


def test_a_query_alone_finds_the_same_first_article_as_among_others():
    articles = small_faq("sv", "en")
    whole = _answers(articles)
    for row in (row for row in range(len(QUERIES)) if QUERIES["text"][row] not in ("hur", "zxqv")):  # these say nothing
        alone = _answers(articles, QUERIES.iloc[row : row + 1])
        (query_id,) = alone
        assert alone[query_id][0][0] == whole[query_id][0][0]
        assert alone[query_id][0][1] == pytest.approx(whole[query_id][0][1], abs=0.1)


def test_depth_changes_how_many_are_shown_and_nothing_else():
    articles = small_faq("sv", "en")
    shallow, deep = (match_queries(articles, QUERIES, MatchSettings(model="quick", depth=depth)) for depth in (2, 20))
    assert deep.places.shape == (len(QUERIES), 20)
    assert np.array_equal(shallow.scores, deep.scores[:, :2])
    assert np.array_equal(shallow.places, deep.places[:, :2])


def test_equal_articles_stand_in_the_order_of_their_ids():
    text = ("Hur betalar jag?", "Betala med kort.", "sv")
    articles = tuple(Article.plain(article_id, *text) for article_id in ("c", "a", "b"))
    (found,) = _answers(articles, query_table(("betala", "sv"))).values()
    assert [article_id for article_id, _ in found] == ["a", "b", "c"]
    assert len({score for _, score in found}) == 1


@pytest.mark.parametrize("text", ["", "   ", "☃☃", "!?", "[PHONE]"])
def test_a_query_without_a_word_gets_no_article(text):
    assert _answers(small_faq("sv"), query_table((text, "sv")))["q0"] == []


@pytest.mark.parametrize(
    "text", ["a", "42", "hur", "och att det", "faktura " * 10_000, "x" * 10_000, "ß", "faktura\x00", "日本語 の 質問"]
)
def test_odd_queries_get_probabilities(text):
    found = _answers(small_faq("sv"), query_table((text, "sv")))["q0"]
    assert found
    assert all(0 <= score <= 1 for _, score in found)


@pytest.mark.parametrize(
    "article",
    [
        Article.plain("a", "", "Betala med kort.", "sv"),
        Article.plain("a", "Betala", "", "sv"),
        Article.plain("a", "☃", "☃", "sv"),
        Article.plain("a", "Betala", "Med kort.", "fi", keywords=("faktura", "räkning")),
    ],
    ids=["no title", "no body", "no words", "unsupported language"],
)
def test_one_odd_article_alone_gives_probabilities(article):
    found = _answers((article,), query_table(("betala räkning", "sv")))["q0"]
    assert [article_id for article_id, _ in found] == ["a"]
    assert 0 <= found[0][1] <= 1


def test_no_articles_and_no_queries_give_empty_rankings():
    assert match_queries((), QUERIES, SETTINGS).places.max() == -1
    assert match_queries(small_faq("sv"), QUERIES.iloc[:0], SETTINGS).places.shape == (0, 4)


def test_progress_reaches_the_number_of_queries():
    calls = []
    match_queries(small_faq("sv", "en"), QUERIES, SETTINGS, lambda *call: calls.append(call))
    assert calls[-1] == ("match", len(QUERIES), len(QUERIES))
    assert [done for _, done, _ in calls] == sorted(done for _, done, _ in calls)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_whatever_is_asked_probabilities_are_0_to_1_and_fall_with_rank(texts):
    rankings = match_queries(small_faq("sv"), query_table(*((text, "sv") for text in texts)), SETTINGS)
    assert np.isfinite(rankings.scores).all()
    assert ((rankings.scores >= 0) & (rankings.scores <= 1)).all()
    assert (np.diff(rankings.scores, axis=1) <= 0).all()
    assert (rankings.scores[rankings.places < 0] == 0).all()


def test_keywords_lead_to_an_article():
    plain = small_faq("sv")
    helped = (*plain[:2], Article.plain("k", plain[2].title, plain[2].body, "sv", keywords=("försening",)), *plain[3:])
    query = query_table(("försening", "sv"))
    assert _answers(helped, query)["q0"][0][0] == "k"


def test_signals_add_up_to_the_answer_probability():
    articles = small_faq("sv")
    fusion = bundled_weights("quick")
    total = sum(s.contribution for s in signals(articles, "betala räkning", "sv", "sv-0", SETTINGS))
    expected = dict(_answers(articles, QUERIES.iloc[:1])["q0"])["sv-0"]
    assert fusion.calibration.probabilities(np.array([total], dtype=np.float32))[0] == pytest.approx(expected, abs=1e-5)


def test_signals_of_an_unknown_article_are_none():
    assert signals(small_faq("sv"), "betala", "sv", "nowhere", SETTINGS) == ()

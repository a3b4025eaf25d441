"""Whatever comes in: each case with its answer. No crash, no nan, probabilities 0..1, the same in any order."""

import random
import time
import tracemalloc

import numpy as np
import pytest

from faqeval.config import MatchSettings
from faqeval.matching import match_queries
from faqeval.records import Article

from .faq import query_table, small_faq

SETTINGS = MatchSettings(depth=4)
USUAL = ("betala faktura", "sv")
EMAIL = "Hej, jag undrar över min faktura som jag fick i går och inte förstår. " * 770  # 10,010 words


def _checked(articles, *rows, settings=SETTINGS):
    """Match, and check what holds for every input."""
    rankings = match_queries(articles, query_table(*rows), settings)
    again = match_queries(articles, query_table(*rows), settings)
    there = rankings.places >= 0
    assert np.array_equal(rankings.scores, again.scores)
    assert np.array_equal(rankings.places, again.places)
    assert np.isfinite(rankings.scores).all()
    assert ((rankings.scores >= 0) & (rankings.scores <= 1)).all()
    assert (rankings.scores[~there] == 0).all()
    assert all(len(set(row[row >= 0].tolist())) == (row >= 0).sum() for row in rankings.places)
    return rankings


def _first(articles, text, language="sv"):
    rankings = _checked(articles, (text, language))
    place = rankings.places[0, 0]
    return rankings.article_ids[place] if place >= 0 else ""


NO_WORD = {
    "empty": "",
    "blanks": " \t\n ",
    "emoji only": "😀🎉👍🏽",
    "signs only": "?!... ---",
    "control characters only": "\x00\x01\x1b",
    "direction marks only": "\u202e\u200f\u200b",
    "masked tag only": "[PHONE]",
}


@pytest.mark.parametrize("text", NO_WORD.values(), ids=NO_WORD)
def test_a_query_without_a_word_gets_no_article(text):
    assert _first(small_faq("sv"), text) == ""


NONSENSE = {
    "one letter": "x",
    "20,000 characters without a space": "xq" * 10_000,
    "another script": "איך אני משלם את החשבון",
    "right to left with marks": "\u202bكيف أدفع الفاتورة\u202c",
    "digits": "4711",
    "one Swedish letter": "ö",
}


@pytest.mark.parametrize("text", NONSENSE.values(), ids=NONSENSE)
def test_a_query_that_says_nothing_here_gets_articles_with_a_low_probability(text):
    rankings = _checked(small_faq("sv"), (text, "sv"))
    assert rankings.places[0, 0] >= 0
    assert rankings.scores[0, 0] < MatchSettings().answer_threshold


WORDS_REMAIN = {
    "control characters": "betala\x00 min \x1bfaktura\x07",
    "emoji": "😀 betala faktura 🎉",
    "signs": "!!!betala,,,faktura???",
    "two languages": "betala faktura pay invoice",
    "an e-mail of 10,000 words": EMAIL,
    "a thousand times": "betala faktura " * 1_000,
    "capitals": "BETALA FAKTURA",
}


@pytest.mark.parametrize("text", WORDS_REMAIN.values(), ids=WORDS_REMAIN)
def test_words_count_whatever_stands_around_them(text):
    assert _first(small_faq("sv"), text) == "sv-0"


ODD = NO_WORD | NONSENSE | {f"{name} around words": text for name, text in WORDS_REMAIN.items()}


def test_odd_queries_among_each_other_are_answered_the_same_in_any_order():
    rows = [USUAL, *((text, "sv") for text in ODD.values())]
    order = random.Random(5).sample(range(len(rows)), len(rows))
    whole, shuffled = _checked(small_faq("sv"), *rows), _checked(small_faq("sv"), *(rows[i] for i in order))
    assert np.array_equal(shuffled.places, whole.places[order])
    np.testing.assert_allclose(shuffled.scores, whole.scores[order], atol=2e-6)


@pytest.mark.parametrize("text", WORDS_REMAIN.values(), ids=WORDS_REMAIN)
def test_odd_queries_around_it_do_not_take_a_query_s_first_article(text):
    rankings = _checked(small_faq("sv"), (text, "sv"), *((odd, "sv") for odd in ODD.values()))
    assert rankings.article_ids[rankings.places[0, 0]] == "sv-0"


def test_a_thousand_copies_of_one_query_get_one_answer():
    rankings = _checked(small_faq("sv"), *[USUAL] * 1_000)
    assert (rankings.scores == rankings.scores[0]).all()
    assert (rankings.places == rankings.places[0]).all()


def test_one_article_is_the_first_of_every_query_and_only_likely_where_it_answers():
    answered, other = (
        _checked(small_faq("sv")[:1], (text, "sv")) for text in ("betala faktura", "hundens koppel i parken")
    )
    assert answered.places.tolist() == other.places.tolist() == [[0, -1, -1, -1]]
    assert other.scores[0, 0] < MatchSettings().answer_threshold
    assert answered.scores[0, 0] > 2 * other.scores[0, 0]


def test_without_any_body_the_titles_answer():
    assert _first([Article.plain(a.article_id, a.title, "", "sv") for a in small_faq("sv")], "betala faktura") == "sv-0"


def test_without_any_title_the_bodies_answer():
    assert _first([Article.plain(a.article_id, "", a.body, "sv") for a in small_faq("sv")], "betala kort") == "sv-0"


def test_articles_without_any_text_are_unlikely_answers():
    rankings = _checked([Article.plain(name, "", "", "sv") for name in "abc"], USUAL)
    assert (rankings.scores < MatchSettings().answer_threshold).all()


def test_articles_of_stop_words_only_are_found_by_stop_words_and_unlikely_otherwise():
    articles = (Article.plain("a", "Hur och när", "Det är så här och inte där.", "sv"), *small_faq("sv"))
    assert _first(articles, "hur och när") == "a"
    assert _first(articles, "betala faktura") == "sv-0"


def test_identical_articles_stand_by_their_ids_with_one_probability():
    articles = [Article.plain(name, "Betala faktura", "Betala med kort.", "sv") for name in "dbca"]
    rankings = _checked(articles, USUAL)
    assert [articles[place].article_id for place in rankings.places[0]] == list("abcd")
    assert len(set(rankings.scores[0].tolist())) == 1


def test_an_article_in_two_languages_answers_queries_in_both():
    both = Article.plain("both", "Betala faktura / Pay your invoice", "Välj kort. Choose card.", "und")
    articles = (both, *(article for article in small_faq("sv", "en") if not article.article_id.endswith("-0")))
    assert _first(articles, "betala min faktura", "sv") == "both"
    assert _first(articles, "pay my invoice", "en") == "both"


def test_odd_characters_in_articles_do_no_harm():
    odd = Article.plain("odd", "Fak\x00tura\u202e 😀", "\x1b[31m" + "x" * 20_000 + "\ud800", "sv")
    assert _first((odd, *small_faq("sv")), "flytta bredband") == "sv-4"


def _many_articles(n_articles):
    """Short articles, each with two words of its own."""
    return [
        Article.plain(f"a{n:05}", f"Fråga om zalko{n} och wibbe{n}", f"Svar om zalko{n}. Välj menyn.", "sv")
        for n in range(n_articles)
    ]


def test_the_right_one_of_20_000_articles_is_found_in_time_by_the_quick_model():
    articles = _many_articles(20_000)
    begin = time.process_time()
    rankings = match_queries(
        articles, query_table(("zalko12345", "sv"), ("wibbe777", "sv")), SETTINGS.model_copy(update={"model": "quick"})
    )
    assert [rankings.article_ids[place] for place in rankings.places[:, 0]] == ["a12345", "a00777"]
    assert time.process_time() - begin < 60  # some 10 s on one core


def _peak_mib(n_queries):
    chance = random.Random(n_queries)
    words = "betala faktura ångra köp leverans paket lösenord bredband flytta kort konto".split()
    table = query_table(*((" ".join(chance.choices(words, k=4)), "sv") for _ in range(n_queries)))
    tracemalloc.start()
    rankings = match_queries(small_faq("sv"), table, SETTINGS.model_copy(update={"model": "quick"}))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return (peak - rankings.places.nbytes - rankings.scores.nbytes) / 2**20


def test_memory_per_query_stays_small():
    _peak_mib(100)  # dictionaries are read once
    small, large = _peak_mib(5_000), _peak_mib(25_000)
    assert (large - small) / 20_000 * 100_000 < 150  # MiB for 100,000 queries: their words and word counts

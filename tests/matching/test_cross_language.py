import pytest

from faqeval.config import MatchSettings, load_settings
from faqeval.errors import ConfigError
from faqeval.matching import match_queries, signals
from faqeval.records import Article

from .faq import query_table, small_faq

UNKNOWN = Article.plain("und-0", "Lost property", "Ask at the desk for lost property.", "und")


def _languages_found(articles, text, language, cross_language):
    rankings = match_queries(articles, query_table((text, language)), MatchSettings(cross_language=cross_language))
    return {rankings.article_ids[place].partition("-")[0] for place in rankings.places[0] if place >= 0}


@pytest.mark.parametrize(
    ("cross_language", "language", "expected"),
    [
        ("auto", "sv", {"sv"}),
        ("auto", "da", {"sv", "en"}),
        ("auto", "und", {"sv", "en"}),
        ("always", "sv", {"sv", "en"}),
        ("always", "da", {"sv", "en"}),
        ("never", "sv", {"sv"}),
        ("never", "da", set()),
        ("never", "und", {"sv", "en"}),
    ],
)
def test_setting_says_whether_articles_in_other_languages_may_answer(cross_language, language, expected):
    assert _languages_found(small_faq("sv", "en"), "betal faktura", language, cross_language) == expected


def test_never_leaves_articles_whose_language_nobody_knows():
    assert _languages_found((*small_faq("sv"), UNKNOWN), "lost property", "da", "never") == {"und"}


@pytest.mark.parametrize(
    ("text", "language", "article_id"),
    [
        ("betale faktura", "da", "sv-0"),
        ("Jeg har glemt min adgangskode", "da", "sv-3"),
        ("Hvordan flytter jeg bredbåndet mitt?", "nb", "sv-4"),
        ("Ich habe mein Passwort vergessen", "de", "sv-3"),
        ("Hoe betaal ik mijn factuur?", "nl", "sv-0"),
    ],
)
def test_a_foreign_query_finds_its_article(text, language, article_id):
    rankings = match_queries(small_faq("sv"), query_table((text, language)), MatchSettings())
    assert rankings.article_ids[rankings.places[0, 0]] == article_id


def test_a_query_that_gets_no_answer_has_no_signals():
    never = MatchSettings(cross_language="never")
    assert signals(small_faq("sv"), "betale faktura", "da", "sv-0", never) == ()


def test_another_word_is_a_wrong_setting():
    with pytest.raises(ConfigError, match="cross_language"):
        load_settings(flags={"match.cross_language": "sometimes"}, environ={})

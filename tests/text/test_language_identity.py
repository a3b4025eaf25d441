import random

import pytest

from faqeval.text import SUPPORTED, identify_languages

QUERIES = [
    ("sv", "var är min faktura"),
    ("sv", "hur säger jag upp mitt abonnemang"),
    ("sv", "kan jag ändra leveransadress"),
    ("nb", "hvordan sier jeg opp abonnementet mitt"),
    ("nb", "hvorfor har jeg fått to regninger"),
    ("nb", "jeg får ikke logget inn etter oppdateringen"),
    ("da", "hvordan opsiger jeg mit abonnement"),
    ("da", "hvorfor har jeg fået to regninger"),
    ("da", "jeg kan ikke logge på efter opdateringen"),
    ("nl", "hoe zeg ik mijn abonnement op"),
    ("nl", "waar blijft mijn bestelling"),
    ("de", "wie kündige ich meinen vertrag"),
    ("de", "wo bleibt meine bestellung"),
    ("en", "how do i cancel my subscription"),
    ("en", "where is my order"),
]


@pytest.mark.parametrize(("language", "query"), QUERIES)
def test_short_queries_get_their_language(language: str, query: str) -> None:
    assert identify_languages([query]) == [language]


def test_a_text_gets_the_same_language_alone_shuffled_and_in_company() -> None:
    queries = [query for _, query in QUERIES] * 2
    together = dict(zip(queries, identify_languages(queries), strict=True))
    random.Random(1).shuffle(queries)
    assert identify_languages(queries) == [together[query] for query in queries]
    assert [identify_languages([query])[0] for query in queries] == [together[query] for query in queries]


@pytest.mark.parametrize("text", ["missä minun laskuni on nyt", "где мой счёт", "gdzie jest moja faktura za prąd"])
def test_unsupported_languages_are_undetermined(text: str) -> None:
    assert identify_languages([text], ["sv", "en"]) == ["und"]


@pytest.mark.parametrize("text", ["", "😀", "12345", "!!!", "[EMAIL] [PHONE]", "5 6 7"])
def test_text_without_a_word_is_undetermined(text: str) -> None:
    assert identify_languages([text]) == ["und"]
    assert identify_languages([text], ["sv"], {"sv": 1.0}) == ["und"]


@pytest.mark.parametrize("text", ["zyxel", "5G zyxel", "asdfgh qwrtz"])
def test_a_product_name_gets_the_sites_language_and_is_undetermined_without_one(text: str) -> None:
    assert identify_languages([text], ["sv"]) == ["sv"]
    assert identify_languages([text], ["sv", "en"], {"sv": 0.9, "en": 0.1}) == ["sv"]
    assert identify_languages([text], ["sv", "en"]) == ["und"]


def test_the_prior_decides_words_of_one_spelling() -> None:
    assert identify_languages(["leveringstid"], ["da", "nb"], {"da": 0.95, "nb": 0.05}) == ["da"]
    assert identify_languages(["leveringstid"], ["da", "nb"], {"da": 0.05, "nb": 0.95}) == ["nb"]


def test_the_prior_does_not_overrule_clear_words() -> None:
    assert identify_languages(["where is my invoice"], ["sv", "en"], {"sv": 0.99, "en": 0.01}) == ["en"]


def test_compounds_count_as_known_words() -> None:
    assert identify_languages(["bredbandsavtal uppsägningstid leveransproblem"], ["sv", "en"]) == ["sv"]


def test_candidates_that_are_not_supported_do_not_count() -> None:
    assert identify_languages(["hej"], ["fi"]) == ["und"]
    assert identify_languages([], SUPPORTED) == []


def test_a_long_text_and_mixed_scripts_are_answered() -> None:
    assert identify_languages(["hur betalar jag " * 5_000, "min faktura счёт 请 är inte här"], ["sv", "en"]) == [
        "sv",
        "sv",
    ]

"""The language of a few words, by what the FAQ is written in."""

import pytest

from faqeval.text import SUPPORTED, identify_query_languages

ALL = SUPPORTED
THREE = {"nb": 1 / 3, "da": 1 / 3, "sv": 1 / 3}


@pytest.mark.parametrize("home", ["sv", "nb", "da", "nl", "de"])
@pytest.mark.parametrize(
    "text",
    [
        "router",
        "iphone 15",
        "apple watch",
        "data roaming",
        "streaming service",
        "family pack",
        "4711",
        "5 6",
        "prepaid",
    ],
)
def test_product_words_and_bare_numbers_are_not_foreign(home: str, text: str) -> None:
    assert identify_query_languages([text], ALL, {home: 1.0}) == [home]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("where is it", "en"),
        ("lost my card", "en"),
        ("where is my invoice", "en"),
        ("rechnung bezahlen", "de"),
        ("hoe betaal ik", "nl"),
        ("где счёт", "und"),
        ("gdzie jest moja faktura za prąd", "und"),
    ],
)
def test_what_is_clearly_foreign_is_foreign(text: str, expected: str) -> None:
    assert identify_query_languages([text], ALL, {"sv": 1.0}) == [expected]


def test_an_english_faq_knows_short_foreign_queries() -> None:
    assert identify_query_languages(["rechnung bezahlen", "min faktura"], ALL, {"en": 1.0}) == ["de", "sv"]


@pytest.mark.parametrize("text", ["faktura", "regning", "betaling", "leveringstid"])
def test_a_short_query_that_may_be_of_several_languages_that_look_alike_is_unsure(text: str) -> None:
    assert identify_query_languages([text], ALL, THREE) == ["und"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("var är fakturan", "sv"),
        ("hvordan betaler jeg regningen", "da"),
        ("hvor mye koster", "nb"),
        ("where is it", "en"),
    ],
)
def test_a_query_that_only_one_language_writes_is_sure(text: str, expected: str) -> None:
    assert identify_query_languages([text], ALL, THREE) == [expected]


def test_only_languages_that_have_articles_make_a_query_unsure() -> None:
    assert identify_query_languages(["leveringstid"], ALL, {"da": 0.5, "en": 0.5}) == ["da"]
    assert identify_query_languages(["4711"], ALL, {"da": 0.5, "nb": 0.5}) == ["und"]


def test_a_text_gets_the_same_language_alone_and_in_company() -> None:
    texts = ["faktura", "where is it", "router", "4711", "regning", "var är fakturan"]
    for prior in (THREE, {"sv": 1.0}):
        alone = [identify_query_languages([text], ALL, prior)[0] for text in texts]
        assert identify_query_languages(texts, ALL, prior) == alone

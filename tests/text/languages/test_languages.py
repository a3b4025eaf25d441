"""What every language must bring; a new one gets its tests by being registered."""

import dataclasses
import re

import pytest

from faqeval.text import SUPPORTED, language
from faqeval.text.languages.word_lists import phrases


@pytest.fixture(params=SUPPORTED)
def known(request: pytest.FixtureRequest):
    return language(request.param)


def test_lists_are_long_enough_and_lower_case(known) -> None:
    assert len(known.stopwords) > 100
    assert len(known.contact_phrases) >= 15
    assert len(known.official_words) >= 40
    assert len(known.instruction_verbs) >= 50
    for field in dataclasses.fields(known):
        value = getattr(known, field.name)
        if isinstance(value, frozenset):
            may_be_empty = ("months", "instruction_nouns", "after_instruction_nouns")
            assert value or field.name in may_be_empty, field.name
            assert all(word == word.lower() and word.strip() == word for word in value), field.name


def test_official_words_have_another_plain_twin(known) -> None:
    officials = [official for official, _ in known.official_words]
    assert len(set(officials)) == len(officials)
    assert all(official and plain and official != plain for official, plain in known.official_words)


def test_bands_cover_every_value_once(known) -> None:
    bands = sorted(known.bands, key=lambda band: band.low)
    assert [band.low for band in bands[1:]] == [band.high for band in bands[:-1]]
    assert bands[0].low == -float("inf")
    assert bands[-1].high == float("inf")
    assert {band.name for band in bands} == {"very_easy", "easy", "medium", "hard", "very_hard"}


def test_abbreviations_end_in_a_point(known) -> None:
    odd = [word for word in known.abbreviations | known.final_abbreviations if not word.endswith(".")]
    assert odd in ([], ["t/m"])


def test_negations_are_not_stop_words(known) -> None:
    assert known.negations & known.stopwords <= {"without", "utan", "uten", "uden", "zonder", "ohne"}


@pytest.mark.parametrize("code", ["", "xx", "sv-SE", "SV"])
def test_an_unsupported_language_is_a_key_error(code: str) -> None:
    with pytest.raises(KeyError):
        language(code)


@pytest.mark.parametrize(
    ("notation", "text", "expected"),
    [
        ("call us", "please call us.", True),
        ("call us", "recall us", False),
        ("call us", "call user", False),
        ("call ..2 us", "call or write us", True),
        ("call ..2 us", "call a b c us", False),
        ("call ?to us", "call us", True),
        ("call ?to us", "call to us", True),
        ("support*", "our supporters", True),
        ("call\n    |phone", "phone", True),
    ],
)
def test_phrase_notation(notation: str, text: str, expected: bool) -> None:
    (pattern,) = phrases(notation)
    assert isinstance(pattern, re.Pattern)
    assert bool(pattern.search(text)) is expected

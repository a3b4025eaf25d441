import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.text import fold, normalise


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("Hej\u200b\xa0du", "Hej du", id="zero width and hard blank"),
        pytest.param("a\x00b\x1fc\ud800d", "abcd", id="NUL, control, lone surrogate"),
        pytest.param("a\u0301", "á", id="composed"),
        pytest.param("a\u200b\u0301", "á", id="composed after something invisible is gone"),
        pytest.param("rad 1 \r\n\t rad 2\rrad 3\u2028rad 4", "rad 1\nrad 2\nrad 3\nrad 4", id="line ends"),
        pytest.param("a\n\n\n\n\nb", "a\n\nb", id="empty lines"),
        pytest.param(" \t\n ", "", id="only blanks"),
        pytest.param("", "", id="empty"),
        pytest.param("soft\xadhyphen", "softhyphen", id="soft hyphen"),
    ],
)
def test_only_oddities_are_taken_away(raw: str, clean: str) -> None:
    assert normalise(raw) == clean


@given(st.text(), st.integers(0, 20))
def test_normalising_twice_changes_nothing(text: str, limit: int) -> None:
    once = normalise(text)
    assert normalise(once) == once
    cut = normalise(text, limit)
    assert len(cut) <= limit
    assert normalise(cut) == cut


@given(st.text(alphabet=st.characters(codec=None)))
def test_a_normalised_text_can_be_stored_anywhere(text: str) -> None:
    clean = normalise(text)
    clean.encode("utf-8")
    assert "\x00" not in clean
    assert unicodedata.is_normalized("NFC", clean)
    assert clean == clean.strip()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hur gör jag?", "hur gör JAG"),
        ("  hej   då!! ", "Hej då"),
        ("varför???  då", "varför? då"),
        ("vad kostar det , egentligen", "vad kostar det, egentligen"),
        ("STRASSE", "straße"),
        ("e\u0301tage", "étage"),
    ],
)
def test_queries_that_differ_in_dress_only_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other) != ""


@pytest.mark.parametrize(
    ("one", "other"), [("c", "c++"), ("100", "100 %"), ("inte betala", "betala"), ("få", "fa"), ("50", "50 €")]
)
def test_different_queries_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", "😀", "!?!", "+++", " \n ", "👩‍👩‍👧 …"])
def test_text_without_letters_or_digits_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)

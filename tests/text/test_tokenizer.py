import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.text import tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hur gör JAG?", ["hur", "gör", "jag"]),
        ("don't wi-fi e‑post", ["don't", "wi-fi", "e‑post"]),
        ("-5- 'citat' --", ["5", "citat"]),
        ("ring [PHONE] eller [EMAIL]", ["ring", "eller"]),
        ("[VIKTIGT] läs", ["viktigt", "läs"]),
        ("under_streck", ["under", "streck"]),
        ("हिन्दी ภาษาไทย", ["हिन्दी", "ภาษาไทย"]),
        ("5G 3,5 kr", ["5g", "3", "5", "kr"]),
        ("😀 👍", []),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_tokens_stand_where_they_say_and_agree_with_words(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text != "" for token in found)
    assert [token.start for token in found] == sorted(token.start for token in found)
    assert [token.text.lower() for token in found] == words(text)

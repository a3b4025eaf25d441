import pytest

from faqeval.text import nearest_slip


@pytest.mark.parametrize(
    ("word", "others", "found"),
    [
        ("nuisence", ["pay", "nuisance"], "nuisance"),
        ("pasword", ["password", "passport"], "password"),
        ("pays", ["pay"], None),
        ("phone", ["hone"], None),
        ("fakturra", {"faktura": "Faktura"}.keys(), "faktura"),
        ("invoice", [], None),
    ],
    ids=["one letter wrong", "the most alike", "too short", "the other too short", "a view of a table", "no others"],
)
def test_a_slip_is_the_most_alike_word_that_is_long_and_like_enough(word: str, others: list[str], found: str | None):
    assert nearest_slip(word, others) == found

import pytest

from faqeval.gaps.vocabulary import lacking_terms

ARTICLE = frozenset({"nuisance", "call", "roam", "mobil", "abonnemang"})


@pytest.mark.parametrize(
    ("term", "language", "lacks"),
    [
        ("call", "en", False),
        ("nuisence", "en", False),
        ("hotspot", "en", True),
        ("room", "en", True),
        ("mobilabonnemang", "sv", False),
        ("mobilsvar", "sv", True),
    ],
    ids=[
        "there",
        "misspelt",
        "not there",
        "short and another word",
        "compound of words there",
        "compound of one there",
    ],
)
def test_a_word_is_lacking_when_neither_it_nor_its_right_spelling_nor_its_parts_are_there(term, language, lacks):
    assert (lacking_terms([term], ARTICLE, language) == (term,)) is lacks

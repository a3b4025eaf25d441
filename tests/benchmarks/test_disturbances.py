import pytest

from benchmarks.matching.disturbances import KINDS, disturbed, other_forms, read_tables
from faqeval.text import SUPPORTED, words

TEXTS = (
    "Hur ändrar jag min försäkringsadress?",
    "Varför är min faktura inte betald",
    "ta bort kundtjänst",
    "",
    "😀",
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_is_always_disturbed_in_the_same_way_whatever_stands_beside_it(kind):
    together = disturbed(TEXTS, "sv", kind)
    assert together == disturbed(TEXTS, "sv", kind)
    assert together == [disturbed([text], "sv", kind)[0] for text in TEXTS]
    assert together[3:] == ["", ""] if kind in ("word order", "colloquial", "speech") else together[3:] == ["", "😀"]


@pytest.mark.parametrize("language", SUPPORTED)
def test_every_language_has_its_tables_and_no_entry_changes_nothing(language):
    tables = read_tables(language)
    assert len(tables.keyboard) == 3
    assert len(tables.fillers) >= 3
    for table in (tables.colloquial, tables.heard, tables.plain, tables.spelled):
        assert all(old != new and old == old.lower() for old, new in table.items())
    assert min(len(tables.colloquial), len(tables.heard)) >= 35


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("no diacritics", "Ändra lösenord på 2 sätt", "Andra losenord pa 2 satt"),
        ("spelled diacritics", "Ändra lösenord", "Aendra loesenord"),
        ("compounds split", "ring kundtjänst", "ring kund tjänst"),
        ("words joined", "byta lösenord", "bytalösenord"),
        ("colloquial", "jag kan inte betala", "ja kan int betala"),
        ("compounds split", "jag är", "jag är"),
        ("words joined", "jag är", "jag är"),
    ],
)
def test_each_kind_does_what_its_name_says(kind, text, expected):
    assert disturbed([text], "sv", kind) == [expected]


def test_a_typo_changes_one_word_and_two_typos_two():
    text = "beställa bredband hemma"
    for kind, n_changed in (("one typo", 1), ("two typos", 2)):
        (after,) = disturbed([text], "sv", kind)
        assert sum(a != b for a, b in zip(words(text), words(after), strict=True)) == n_changed


def test_word_order_keeps_the_words():
    text = "hur ändrar jag min adress i appen"
    (after,) = disturbed([text], "sv", "word order")
    assert sorted(words(after)) == sorted(words(text))


def test_other_forms_are_of_one_lemma_and_negations_have_none():
    forms = other_forms(["faktura inte"], "sv")
    assert "fakturan" in forms["faktura"]
    assert "faktura" not in forms["faktura"]
    assert "inte" not in forms

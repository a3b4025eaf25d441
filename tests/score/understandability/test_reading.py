"""What counts as a sentence and as a word."""

import pytest

from faqeval.records import Block
from faqeval.score.understandability.counts import count
from faqeval.score.understandability.reading import TITLE, read


@pytest.mark.parametrize(
    ("blocks", "n_sentences", "n_words"),
    [
        pytest.param([("paragraph", "Gå till www.foo.se. Välj kl. 8.30.")], 2, 6, id="an address, a time"),
        pytest.param(
            [("paragraph", "Betala t.ex. med kort. Skriv till a.b@foo.se.")], 2, 7, id="an abbreviation, mail"
        ),
        pytest.param([("heading", "Så gör du"), ("paragraph", "Betala nu.")], 1, 2, id="headings are no sentences"),
        pytest.param([("paragraph", "Välj färg:"), ("bullet", "Röd"), ("bullet", "Blå")], 1, 2, id="fragments are out"),
        pytest.param([("bullet", "Röd"), ("bullet", "Blå färg")], 2, 3, id="a text of fragments is counted by them"),
        pytest.param([("bullet", "Du kan betala."), ("bullet", "Eller inte.")], 2, 5, id="sentences in a list"),
        pytest.param([("bullet", "ord " * 13)], 1, 13, id="nothing long hides in a list"),
        pytest.param([("paragraph", "Bra."), ("bullet", "ord " * 13)], 2, 14, id="nor behind a paragraph"),
        pytest.param([("step", "Klicka på Betala"), ("step", "Välj konto")], 2, 5, id="steps are sentences"),
        pytest.param([("paragraph", "Ring [PHONE] nu 🙂")], 1, 2, id="tags and emoji are no words"),
        pytest.param([("paragraph", "Ett utan punkt"), ("paragraph", "Två utan punkt")], 2, 6, id="a block is an end"),
        pytest.param(
            [("table_row", "0–10 kg 49 kr"), ("paragraph", "Så här.")], 1, 2, id="table rows are no sentences"
        ),
    ],
)
def test_sentences_and_words_of_the_formulas(blocks: list[tuple[str, str]], n_sentences: int, n_words: int) -> None:
    counts = count(read("Titel här", [Block(kind, text) for kind, text in blocks], "sv"))  # type: ignore[arg-type]
    assert (counts.n_sentences, counts.n_words) == (n_sentences, n_words)


def test_the_title_is_read_first_and_never_counted() -> None:
    reading = read("Hur betalar jag?", [Block("paragraph", "Med kort.")], "sv")
    assert [(s.block, s.kind, s.is_counted) for s in reading.sentences] == [
        (TITLE, "title", False),
        (0, "paragraph", True),
    ]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Välj Swish nu.", "Swish", True),
        ("Fakturan kommer.", "Fakturan", False),
        ("Du får SMS nu.", "SMS", True),
        ("Du har 5g hemma.", "5g", True),
        ("Du kan betala.", "betala", False),
    ],
)
def test_names_capitals_and_codes_are_told_from_words(text: str, word: str, expected: bool) -> None:
    words = read("", [Block("paragraph", text)], "sv").sentences[0].words
    assert next(found for found in words if found.text == word).is_name is expected


def test_german_nouns_are_no_names_and_english_i_is_a_word() -> None:
    german = read("", [Block("paragraph", "Die Rechnung kommt.")], "de").sentences[0].words
    english = read("", [Block("paragraph", "When can I pay?")], "en").sentences[0].words
    assert not any(word.is_name for word in german)
    assert not any(word.is_name for word in english if word.text != "I")

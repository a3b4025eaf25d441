from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.text import SUPPORTED, sentences

# Sentences of a text, parted by " | ".
TEXTS = [
    ("sv", "Gå till www.foo.se. | Välj kl. 8.30."),
    ("sv", "Du kan t.ex. betala med kort, faktura m.m. | Välj själv."),
    ("sv", "Det kostar ca. 1.500 kr. | Moms ingår fr.o.m. maj."),
    ("sv", "hej hur gör jag. | det funkar inte"),
    ("sv", "Fungerar det inte? | Starta om! | Vänta ... en stund."),
    ("nb", "Den 1. mai kl. 10 stenger vi. | Ring oss osv. | Det er bra."),
    ("nb", "Du får bl.a. 10 GB, dvs. mer enn før. | Se pkt. 3."),
    ("da", "Fristen er den 3. juni. | Det gælder f.eks. mobil, bredbånd m.v. | Husk det."),
    ("da", "Prisen er 99,50 kr. pr. måned. | Den stiger ikke."),
    ("nl", "U krijgt bijv. een pas, code enz. | Bel a.u.b. niet."),
    ("nl", "Dhr. De Vries betaalt i.p.v. mevr. Jansen. | Klaar."),
    ("de", "Klicken Sie z. B. auf OK. | Fertig."),
    ("de", "Am 3. Oktober ist zu, d.h. kein Versand. | Danach usw. | Gut."),
    ("de", "Das gilt ggf. auch bzgl. der Gebühr (ca. 5 Euro). | Alles klar?"),
    ("en", "Mr. Smith paid approx. 5.50, e.g. by card. | We e-mailed him at 8 a.m. on Monday."),
    ("en", 'He said "stop." | Then he left. | J. R. Smith stayed.'),
    ("en", "1. Click Pay. | 2. Wait."),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_abbreviations_numbers_and_addresses_end_no_sentence(language: str, text: str) -> None:
    expected = text.split(" | ")
    joined = text.replace(" | ", " ") if not text.startswith("1.") else text.replace(" | ", "\n")
    assert [joined[start:end] for start, end in sentences(joined, language)] == expected


def test_every_line_ends_a_sentence_and_empty_ones_do_not_count() -> None:
    text = "Du behöver\n• kort\n• kod\n\n---\n"
    assert [text[start:end] for start, end in sentences(text, "sv")] == ["Du behöver", "• kort", "• kod"]


_PIECES = st.sampled_from("abAB1.!? \xa0\t\n\"').,åö…-")


@given(st.text(alphabet=_PIECES, max_size=60), st.sampled_from([*SUPPORTED, "und"]))
def test_spans_are_in_order_and_hold_every_letter(text: str, language: str) -> None:
    spans = sentences(text, language)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)
    kept = "".join(text[start:end] for start, end in spans)
    assert sum(map(str.isalnum, kept)) == sum(map(str.isalnum, text))


@pytest.mark.parametrize("text", ["", "   \n", "😀 👍", "...", "\n" * 1_000])
def test_text_without_words_has_no_sentence(text: str) -> None:
    assert sentences(text, "en") == []

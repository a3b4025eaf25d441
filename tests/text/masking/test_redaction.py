import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.text import SUPPORTED, mask, phones_in

PERSONAL = [
    ("sv", "mejla anna.berg+fiber@example.co.uk tack", "mejla [EMAIL] tack"),
    ("sv", "skicka till namn (at) gmail.com", "skicka till [EMAIL]"),
    ("sv", "min adress är kalle@gmail", "min adress är [EMAIL]"),
    ("sv", "ring mig på 070-174 06 05", "ring mig på [PHONE]"),
    ("sv", "nås på 0701740605", "nås på [PHONE]"),
    ("nb", "kan dere ringe 91 23 45 67", "kan dere ringe [PHONE]"),
    ("da", "ring til mig på 20 12 34 56", "ring til mig på [PHONE]"),
    ("nl", "mijn nummer is 06-12345678", "mijn nummer is [PHONE]"),
    ("de", "Rufen Sie mich unter 030 901820 an", "Rufen Sie mich unter [PHONE] an"),
    ("en", "call me at (212) 555-0123 please", "call me at [PHONE] please"),
    ("en", "my mobile is 07911 123456", "my mobile is [PHONE]"),
    ("und", "+46 70 174 06 05", "[PHONE]"),
    ("und", "0046701740605", "[PHONE]"),
    ("en", "i am in sweden, 0701740605", "i am in sweden, [PHONE]"),
    ("sv", "811218-9876", "[ID]"),
    ("sv", "198112189876", "[ID]"),
    ("sv", "order 8112189876", "order [ID]"),
    ("sv", "811278-9873", "[ID]"),
    ("sv", "811218-9875 med ett fel i", "[ID] med ett fel i"),
    ("nb", "mitt nummer 01010750160", "mitt nummer [ID]"),
    ("da", "cpr 010190-1234", "cpr [ID]"),
    ("da", "0101901234", "[ID]"),
    ("nl", "bsn 111222333", "bsn [ID]"),
    ("de", "86095742719", "[ID]"),
    ("und", "131052-308T", "[ID]"),
    ("en", "my ni number is AB123456C", "my ni number is [ID]"),
    ("en", "ssn 078-05-1120", "ssn [ID]"),
    ("sv", "mitt kundnummer är 123456", "mitt kundnummer är [ID]"),
    ("sv", "kortet 4111 1111 1111 1111 fungerar inte", "kortet [CARD] fungerar inte"),
    ("und", "4111111111111111", "[CARD]"),
    ("sv", "betala till SE45 5000 0000 0583 9825 7466 tack", "betala till [IBAN] tack"),
    ("nl", "nl91abna0417164300", "[IBAN]"),
    ("sv", "jag heter Anna Berg och kan inte logga in", "jag heter [NAME] och kan inte logga in"),
    ("sv", "jag heter anna", "jag heter [NAME]"),
    ("en", "hi my name is john smith", "hi my name is [NAME]"),
    ("de", "ich heiße Max von der Heide und", "ich heiße [NAME] und"),
    ("nl", "mijn naam is Jan de Vries.", "mijn naam is [NAME]."),
    ("en", "wheres it at? name is Callum Strand 07700 900561", "wheres it at? name is [NAME] [PHONE]"),
    ("nl", "klant belt, naam is Esther Kamphuis, puk kwijt", "klant belt, naam is [NAME], puk kwijt"),
    ("sv", "Tack!\nMvh\nKalle Svensson", "Tack!\nMvh\n[NAME]"),
    ("de", "Mit freundlichen Grüßen Erika Mustermann", "Mit freundlichen Grüßen [NAME]"),
    ("sv", "jag bor på Storgatan 5 i Malmö", "jag bor på [ADDRESS] i Malmö"),
    ("de", "Hauptstraße 12a, Berlin", "[ADDRESS], Berlin"),
    ("en", "I live at 10 Downing Street", "I live at [ADDRESS]"),
    ("en", "order 12345678", "order [ID]"),
    ("sv", "ordernummer 12345678 har inte kommit", "ordernummer [ID] har inte kommit"),
    ("nl", "mijn bestelling 20045671 is er nog niet", "mijn bestelling [ID] is er nog niet"),
    ("de", "Bestellnummer: 4711-2026-8", "Bestellnummer: [ID]"),
    ("en", "order number AB1234567 is late", "order number [ID] is late"),
    ("en", "my policy number is POL-883412", "my policy number is [ID]"),
    ("en", "policy no. 88 34 12 77", "policy no. [ID]"),
    ("sv", "försäkringsnummer 5567123", "försäkringsnummer [ID]"),
    ("de", "Versicherungsscheinnummer HV-1234567", "Versicherungsscheinnummer [ID]"),
    ("nl", "polisnummer 123456789", "polisnummer [ID]"),
    ("da", "mit policenr. er 987654", "mit policenr. er [ID]"),
    ("nb", "polisenummer 998877", "polisenummer [ID]"),
    ("en", "routing number 021000021", "routing number [ID]"),
    ("de", "BLZ 37040044", "BLZ [ID]"),
    ("en", "customer id K100234", "customer id [ID]"),
    ("en", "born 12.03.1985, lost my card", "born [ID], lost my card"),
    ("en", "date of birth is 12 March 1985", "date of birth is [ID]"),
    ("en", "DOB: 03/12/85", "DOB: [ID]"),
    ("en", "I was born on March 12, 1985.", "I was born on [ID]."),
    ("sv", "född 1985-03-12", "född [ID]"),
    ("sv", "jag är född den 12 mars 1985", "jag är född den [ID]"),
    ("sv", "född 850312", "född [ID]"),
    ("nb", "fødselsdato 12.03.1985", "fødselsdato [ID]"),
    ("da", "født d. 12. marts 1985", "født d. [ID]"),
    ("nl", "geboortedatum: 12-03-1985", "geboortedatum: [ID]"),
    ("de", "geboren am 12. März 1985", "geboren am [ID]"),
    ("sv", "٠٧٠١٧٤٠٦٠٥ ring mig", "[PHONE] ring mig"),
]
HARMLESS = [
    "the name is wrong on my bill",
    "cust says name is spelled with a k",
    "my daughter was born in 2012",
    "since 12.03.2025 it is broken",
    "order 3 of 500",
    "policy on refunds within 14 days",
    "error AB12345",
    "faktura 701234567",
    "OCR 1234567890123",
    "öppet 08.00-17.00 den 2026-11-30",
    "30.11.2026 kl 10",
    "storlek 38 40 42 44",
    "500 mbit för 1 299 kr",
    "det kostar 100 000 000 kr",
    "iphone 14 pro 256 gb",
    "felkod 5000180",
    "Windows 10.0.19045",
    "org.nr 556677-8899",
    "spårning 00370712345678901234",
    "jag heter inte det",
    "är detta fel på min router?",
    "hur ändrar jag e-post @ mina sidor",
    "covid-19 i mars 2021",
    "5G router",
    "regards to your answer it is wrong",
]


@pytest.mark.parametrize(("language", "text", "expected"), PERSONAL)
def test_personal_data_become_tags(language: str, text: str, expected: str) -> None:
    assert mask(text, language) == expected


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_stays(text: str) -> None:
    assert mask(text, "sv") == text


PUBLIC = phones_in("Ring 0771-12 34 56 eller skriv.", "sv")


@pytest.mark.parametrize(
    "written", ["0771-123456", "0771 123 456", "+46 771 12 34 56", "0046771123456", "+46 (0)771-123456"]
)
@pytest.mark.parametrize("language", ["sv", "en", "und"])
def test_the_companys_own_number_stays_in_any_spelling(written: str, language: str) -> None:
    assert mask(f"is {written} your number?", language, PUBLIC) == f"is {written} your number?"
    assert mask(f"call me on {written}", language, PUBLIC) == f"call me on {written}"


@pytest.mark.parametrize("number", ["0771-123457", "070-174 06 05", "+47 771 12 34 5"])
def test_another_number_is_a_customers(number: str) -> None:
    assert mask(f"call me on {number}", "en", PUBLIC) == "call me on [PHONE]"


def test_a_country_code_on_the_companys_side_changes_nothing() -> None:
    assert mask("ring 08-123 45 67", "sv", phones_in("+46 8 123 45 67", "en")) == "ring 08-123 45 67"


def test_a_text_without_a_phone_number_makes_none_public() -> None:
    assert phones_in("order 12345678, IBAN SE45 5000 0000 0583 9825 7466, född 850312-9805", "sv") == frozenset()


def test_no_swedish_identity_number_with_a_right_check_digit_stays() -> None:
    generator = random.Random(7)
    for _ in range(300):
        date = f"{generator.randrange(30, 99)}{generator.randrange(1, 13):02}{generator.randrange(1, 29):02}"
        number = date + f"{generator.randrange(1000):03}"
        total = sum(value - 9 if value > 9 else value for value in (int(d) * (2 - i % 2) for i, d in enumerate(number)))
        number += str(-total % 10)
        for written in (number, f"{number[:6]}-{number[6:]}", f"19{number}", f"{number[:6]} {number[6:]}"):
            assert mask(f"faktura {written} hej", "sv") == "faktura [ID] hej", written


@pytest.mark.parametrize("language", [*SUPPORTED, "und", "fi", ""])
@pytest.mark.parametrize("text", ["", "😀", "\x00\ud800", "İ@x.se 0701740605", "[PHONE]", "@", "+", "00", "²³¹⁰⁵⁶⁷"])
def test_odd_text_never_raises(text: str, language: str) -> None:
    assert "0701740605" not in mask(text, language)


_PIECES = st.sampled_from(
    "070-1740605 811218-9876 anna@x.se jag heter Anna order tel 1234567 mvh \n , . ( ) + 46 [PHONE] [NAME] "
    "4111111111111111 SE4550000000058398257466 Storgatan 5 kr 12 345 name: 010190-1234 bsn faktura kort "
    "born 12.03.1985 POL-8834 policy order".split(" ")
)


@given(st.lists(_PIECES, max_size=12).map(" ".join), st.sampled_from([*SUPPORTED, "und"]))
def test_masking_twice_changes_nothing(text: str, language: str) -> None:
    masked = mask(text, language)
    assert mask(masked, language) == masked


@given(st.text(max_size=80))
def test_masking_any_text_twice_changes_nothing(text: str) -> None:
    masked = mask(text)
    assert mask(masked) == masked


@given(st.lists(st.sampled_from(["faktura", "5g", "router", "hur", "gör", "jag", "😀"]), max_size=8).map(" ".join))
def test_text_without_digits_signs_and_cues_stays(text: str) -> None:
    assert mask(text, "sv") == text

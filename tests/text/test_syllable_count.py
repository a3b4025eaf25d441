import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.text import SUPPORTED, syllables

GOLD = {
    "en": (
        "invoice=2 cancellation=4 customer=3 available=4 table=2 payment=2 closed=1 created=3 service=2 use=1 used=1 "
        "information=4 account=2 video=3 radio=3 idea=3 area=3 process=2 changes=2 people=2 simple=2 subscription=3 "
        "previous=3 various=3 being=2 science=2 quiet=2 create=2 the=1 purchased=2 safely=2 management=3 minutes=2 "
        "times=1 boxes=2 likely=2 required=2 experience=4 insurance=3 reliable=4 usual=3 actual=3 manual=3 user=2 "
        "really=2 "
    ),
    "sv": (
        "faktura=3 station=2 abonnemang=4 kopia=3 familj=2 uppsägningstid=4 betalning=3 europa=3 automatisk=4 "
        "museum=3 router=2 mejl=1 information=4 försäkring=3 ränta=2 bio=2 fria=2 kund=1 internet=3 situation=4 "
    ),
    "nb": (
        "regning=2 betaling=3 oppsigelse=4 stasjon=2 familie=4 automatisk=4 bytte=2 nei=1 høy=1 leie=2 informasjon=4 "
        "avtalegiro=5 kjøp=1 museum=3 reise=2 leilighet=3 "
    ),
    "da": (
        "regning=2 betaling=3 opsigelse=4 station=2 faktura=3 automatisk=4 leje=2 nej=1 information=4 familie=4 "
        "forsikring=3 europa=3 køb=1 konto=2 "
    ),
    "nl": (
        "rekening=3 betalen=3 opzegtermijn=4 mooi=1 nieuw=1 fooien=2 station=2 informatie=4 automatisch=4 geïnd=2 "
        "ideeën=3 categorie=4 video=3 verzekering=4 klantenservice=5 ei=1 euro=2 tijd=1 aankoop=2 beëindigen=4 "
    ),
    "de": (
        "rechnung=2 kündigung=3 versicherung=4 familien=4 information=4 automatisch=4 häuser=2 steuer=2 bezahlen=3 "
        "zeit=1 beiliegend=3 museum=3 europa=3 ratenzahlung=4 knie=1 aktien=3 studie=2 "
    ),
}


@pytest.mark.parametrize(("language", "row"), [(code, row) for code, rows in GOLD.items() for row in rows.split()])
def test_syllables_are_counted_as_they_are_spoken(language: str, row: str) -> None:
    word, n_syllables = row.split("=")
    assert syllables(word, language) == int(n_syllables)
    assert syllables(word.upper(), language) == int(n_syllables)


@given(st.text(max_size=30), st.sampled_from([*SUPPORTED, "und"]))
def test_every_word_has_at_least_one_syllable_and_no_more_than_letters(word: str, language: str) -> None:
    assert 1 <= syllables(word, language) <= max(1, len(word.lower()))

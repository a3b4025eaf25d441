import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.text import Spelling, words
from faqeval.text.spelling import _is_one_slip

FAQS = {
    "en": "How do I change my password? Pay the invoice. Move your broadband. Delivery of the parcel.",
    "sv": "Betala räkningen. Glömt lösenord? Kundtjänst svarar. Beställ ett nytt simkort. Ändra abonnemang.",
    "nb": "Betal regningen. Glemt passordet? Kundeservice svarer. Bestill nytt simkort på nettsiden. Kjøp.",
    "da": "Betal regningen. Glemt adgangskoden? Kundeservice svarer. Køb et nyt simkort. Ændre abonnement.",
    "nl": "Betaal de factuur. Wachtwoord vergeten? De klantenservice antwoordt. Bestel een simkaart in België.",
    "de": "Rechnung bezahlen. Passwort vergessen? Der Kundendienst hilft. Anschluss kündigen, Bestätigung fehlt.",
}


def _mended(text, language="sv", faq=None):
    (found,) = Spelling.of(words(faq or FAQS[language]), [language]).mended([text], [language])
    return found


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "forgot pasword", "forgot password"),
        ("en", "move my braodband", "move my broadband"),
        ("en", "pay the invioces", "pay the invoices"),
        ("sv", "glömt lössenord", "glömt lösenord"),
        ("sv", "betala rakningen", "betala räkningen"),
        ("sv", "betala raekningen", "betala räkningen"),
        ("sv", "ring kund tjänst nu", "ring kundtjänst nu"),
        ("nb", "glemt pasordet", "glemt passordet"),
        ("nb", "kunde service", "kundeservice"),
        ("da", "aendre abonnement", "ændre abonnement"),
        ("da", "glemt adgangskodn", "glemt adgangskoden"),
        ("nl", "klanten service bellen", "klantenservice bellen"),
        ("nl", "wachtwoord vergetten", "wachtwoord vergeten"),
        ("de", "Anschlus kündigen", "anschluss kündigen"),
        ("de", "kunden dienst", "kundendienst"),
        ("de", "Rechnug bezahlen", "rechnung bezahlen"),
    ],
)
def test_slips_lost_diacritics_and_cut_compounds_are_mended(language, text, expected):
    assert _mended(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sv", "andra"),
        ("sv", "betalar du räkningarna"),
        ("sv", "beställning"),
        ("sv", "xq zyxelqq 4711 a1b2"),
        ("sv", "räk"),
        ("en", "changed invoicing deliveries"),
        ("en", "sparcel of land and dairy"[1:]),
        ("en", "log in"),
        ("de", "schon gekündigt"),
    ],
    ids=[
        "a usual word is meant",
        "other forms of the FAQ's words",
        "a compound's relative",
        "nothing lies near",
        "too short to tell",
        "English forms",
        "usual words beside the FAQ's",
        "two words the FAQ writes as two",
        "usual German words",
    ],
)
def test_other_words_stay_as_they_are(language, text):
    assert _mended(text, language) == text


def test_a_word_is_not_mended_to_a_word_that_the_faq_lacks():
    assert _mended("passord glömt", "sv", "Hur betalar jag?") == "passord glömt"


def test_a_usual_word_of_the_language_may_have_been_meant_rather_than_the_faqs():
    assert _mended("weathr", "en", "Leather care. How to clean leather.") == "weathr"


@pytest.mark.parametrize("language", ["da", "und", "fi"])
def test_a_text_in_another_language_stays(language):
    assert Spelling.of(words(FAQS["sv"]), ["sv"]).mended(["lössenord"], [language]) == ["lössenord"]


def test_an_faq_in_no_supported_language_mends_nothing():
    assert Spelling.of(["salasana"], ["fi"]).mended(["salasanna"], ["fi"]) == ["salasanna"]


def test_signs_and_places_around_a_mended_word_stay():
    assert _mended("Hej!  Glömt lössenord… 😀") == "Hej!  Glömt lösenord… 😀"


def test_a_text_is_mended_alike_alone_and_among_others():
    spelling = Spelling.of(words(FAQS["sv"]), ["sv"])
    texts = ["glömt lössenord", "kund tjänst", "", "betala rakningen", "nytt simkrot"]
    together = spelling.mended(texts, ["sv"] * 5)
    assert together == [spelling.mended([text], ["sv"])[0] for text in texts]
    assert together == spelling.mended(texts[::-1], ["sv"] * 5)[::-1]


def _slips(word):
    """Every slip, the obvious way."""
    for i in range(len(word) + 1):
        for letter in "abc":
            yield word[:i] + letter + word[i:]
            yield word[:i] + letter + word[i + 1 :]
        yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i + 1 : i + 2] + word[i : i + 1] + word[i + 2 :]


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_one_slip_is_what_the_obvious_way_calls_one(one, other):
    assert _is_one_slip(one, other) == (other in set(_slips(one)))


def test_nearly_every_slip_in_a_long_word_leads_back_to_it():
    chance, word = random.Random(1), "bredbandsuppkoppling"
    spelling = Spelling.of([word], ["sv"])
    letters = "abcdefghijklmnopqrstuvwxyzåäö"
    places = [chance.randrange(1, 20) for _ in range(200)]
    slipped = [word[:i] + chance.choice(letters) + word[i + chance.randrange(2) :] for i in places]
    found = spelling.mended(slipped, ["sv"] * 200)
    assert set(found) <= {word, *slipped}
    assert found.count(word) >= 190  # some fall into parts that are words: "bredbands|uppror|pling"

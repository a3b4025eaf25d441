import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.text import SUPPORTED, key, parts, stopwords, terms, words

FORMS = [
    ("sv", "faktura fakturan fakturor fakturorna"),
    ("sv", "uppsägning uppsägningen uppsägningar"),
    ("nb", "regning regningen regninger regningene"),
    ("da", "regning regningen regninger regningerne"),
    ("nl", "rekening rekeningen"),
    ("de", "Rechnung Rechnungen"),
    ("de", "kündigen kündige kündigt gekündigt"),
    ("en", "payment payments"),
    ("en", "cancel cancels cancelled cancelling"),
    ("en", "invoice invoices invoice's"),
    ("sv", "e-post epost e‑post E-POST"),
]


@pytest.mark.parametrize(("language", "forms"), FORMS)
def test_forms_of_a_word_have_one_key(language: str, forms: str) -> None:
    assert len({key(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("sv", "faktura", "fraktsedel"), ("en", "bill", "bike"), ("de", "Rechnung", "Zahlung"), ("nl", "pas", "post")],
)
def test_different_words_have_different_keys(language: str, one: str, other: str) -> None:
    assert key(one, language) != key(other, language)


@pytest.mark.parametrize("language", ["und", "fi", ""])
def test_a_word_of_an_unsupported_language_is_only_case_folded(language: str) -> None:
    assert key("LASKUT", language) == "laskut"
    assert terms("Laskut ja maksut", language) == ["laskut", "ja", "maksut"]
    assert stopwords(language) == frozenset()


def test_stop_words_are_left_out_unless_wanted() -> None:
    text = "hur betalar jag fakturan"
    assert terms(text, "sv") == [key("betalar", "sv"), key("fakturan", "sv")]
    assert len(terms(text, "sv", stopwords=True)) == 4


def test_negations_are_no_stop_words() -> None:
    assert all(not stopwords(code) & {"inte", "ikke", "niet", "nicht", "not"} for code in SUPPORTED)


def test_parts_of_a_compound_follow_the_whole_word() -> None:
    assert terms("bredbandsavtal", "sv", compounds=True) == [
        key("bredbandsavtal", "sv"),
        key("bredband", "sv"),
        key("avtal", "sv"),
    ]


def _terms_one_by_one(text: str, language: str, compounds: bool, keep: bool) -> list[str]:
    found = []
    for word in words(text):
        if keep or word not in stopwords(language):
            found.append(key(word, language))
            found += [key(part, language) for part in parts(word, language)] if compounds else []
    return found


@given(
    st.text(alphabet="abehjåäö -'é5", max_size=40), st.sampled_from(["sv", "en", "und"]), st.booleans(), st.booleans()
)
def test_terms_agree_with_the_slow_way(text: str, language: str, compounds: bool, keep: bool) -> None:
    assert terms(text, language, compounds=compounds, stopwords=keep) == _terms_one_by_one(
        text, language, compounds, keep
    )

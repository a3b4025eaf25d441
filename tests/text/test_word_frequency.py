import pytest

from faqeval.text import SUPPORTED, zipf


@pytest.mark.parametrize(
    ("code", "common", "rarer"),
    [
        ("da", "ikke", "faktura"),
        ("de", "nicht", "Kündigungsfrist"),
        ("en", "the", "chargeback"),
        ("nb", "ikke", "avtalegiro"),
        ("nl", "niet", "opzegtermijn"),
        ("sv", "inte", "bindningstid"),
    ],
)
def test_common_words_stand_above_rare_ones(code: str, common: str, rarer: str) -> None:
    assert zipf(common, code) > 5.5 > zipf(rarer, code)


def test_letter_case_and_sharp_s_do_not_count() -> None:
    assert zipf("STRASSE", "de") == zipf("Straße", "de") > 4


def test_a_joined_word_counts_as_its_rarest_piece() -> None:
    assert zipf("wi-fi", "en") == min(zipf("wi", "en"), zipf("fi", "en")) > 0


@pytest.mark.parametrize("word", ["", "-", "'", "😀", "qqqzzz", "qqqzzz-the"])
@pytest.mark.parametrize("code", [*SUPPORTED, "und", "fi"])
def test_what_is_no_word_has_frequency_zero(word: str, code: str) -> None:
    assert zipf(word, code) == 0.0

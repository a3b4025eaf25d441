"""The score of a text: stated answers, hand-checked values, and laws."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import ScoreSettings
from faqeval.records import Block, Understandability
from faqeval.score import score_text
from faqeval.score.understandability.findings import FINDINGS

LANGUAGES = ("da", "de", "en", "nb", "nl", "sv")


def score(text: str, language: str, title: str = "") -> Understandability:
    blocks = tuple(Block("paragraph", line) for line in text.split("\n") if line)
    return score_text(title, blocks, language, ScoreSettings())


UDHR = {
    "sv": "Alla människor är födda fria och lika i värde och rättigheter. De har utrustats med förnuft och samvete och "
    "bör handla gentemot varandra i en anda av gemenskap.",
    "nl": "Alle mensen worden vrij en gelijk in waardigheid en rechten geboren. Zij zijn begiftigd met verstand en "
    "geweten, en behoren zich jegens elkander in een geest van broederschap te gedragen.",
    "de": "Alle Menschen sind frei und gleich an Würde und Rechten geboren. Sie sind mit Vernunft und Gewissen begabt "
    "und sollen einander im Geist der Brüderlichkeit begegnen.",
}


@pytest.mark.parametrize(
    ("language", "formula", "value", "n_words"),
    [("sv", "lix", 42.57, 28), ("nl", "flesch_douma", 56.85, 30), ("de", "wiener", 7.25, 26)],
)
def test_formulas_agree_with_the_hand_count_of_the_declaration_of_human_rights(
    language: str, formula: str, value: float, n_words: int
) -> None:
    found = score(UDHR[language], language)
    assert (found.formula, found.n_words, found.n_sentences) == (formula, n_words, 2)
    assert found.formula_value == pytest.approx(value, abs=0.005)


@pytest.mark.parametrize(
    ("hard", "easy", "language"),
    [
        pytest.param(
            "Abonnenten äger rätt att skriftligen verkställa uppsägning av avtalet, varvid uppsägningstiden om trettio "
            "dagar börjar löpa från den tidpunkt då uppsägningen kommit bolaget tillhanda.",
            "Du kan säga upp ditt abonnemang när du vill. Skriv till oss. Det slutar efter trettio dagar.",
            "sv",
            id="sv",
        ),
        pytest.param(
            "Subscribers wishing to terminate their agreement prior to the expiration of the contractual period must "
            "submit a written notification, upon receipt of which the termination will be processed.",
            "You can cancel at any time. Write to us. We end your plan when we get your letter.",
            "en",
            id="en",
        ),
        pytest.param(
            "Die Inanspruchnahme des Rücktrittsrechts bedarf der schriftlichen Mitteilung, welche innerhalb der "
            "vertraglich vereinbarten Frist beim Auftragnehmer eingegangen sein muss.",
            "Sie können zurücktreten. Schreiben Sie uns einen Brief. Er muss in zwei Wochen bei uns sein.",
            "de",
            id="de",
        ),
        pytest.param(
            "Ingevolge de algemene voorwaarden dient de opzegging schriftelijk te geschieden met inachtneming van een "
            "opzegtermijn van één kalendermaand, ingaande op de datum van ontvangst.",
            "U kunt altijd opzeggen. Schrijf ons een brief. Na een maand stopt het.",
            "nl",
            id="nl",
        ),
        pytest.param(
            "Oppsigelse av abonnementet skal foretas skriftlig, hvoretter oppsigelsestiden på tretti dager regnes fra "
            "tidspunktet da oppsigelsen er kommet selskapet i hende.",
            "Du kan si opp når du vil. Skriv til oss. Det slutter etter tretti dager.",
            "nb",
            id="nb",
        ),
        pytest.param(
            "Opsigelse af abonnementet skal foretages skriftligt, hvorefter opsigelsesvarslet på tredive dage beregnes "
            "fra tidspunktet for opsigelsens modtagelse hos selskabet.",
            "Du kan sige op, når du vil. Skriv til os. Det slutter efter tredive dage.",
            "da",
            id="da",
        ),
    ],
)
def test_the_plain_version_scores_higher_by_far(hard: str, easy: str, language: str) -> None:
    hard_score, easy_score = score(hard, language).score, score(easy, language).score
    assert hard_score is not None
    assert easy_score is not None
    assert hard_score < 0.35
    assert easy_score > 0.65


@pytest.mark.parametrize(
    ("blocks", "language"),
    [
        pytest.param((), "sv", id="no body"),
        pytest.param((Block("heading", "Betala"),), "sv", id="headings only"),
        pytest.param((Block("paragraph", "🙂 !!"),), "sv", id="no word"),
        pytest.param((Block("paragraph", "https://example.com/a"),), "sv", id="an address only"),
        pytest.param((Block("paragraph", "[PHONE]"),), "sv", id="a masking tag only"),
        pytest.param((Block("paragraph", "Bonjour tout le monde."),), "fr", id="unsupported language"),
        pytest.param((Block("paragraph", "Hej."),), "und", id="unknown language"),
    ],
)
def test_a_text_that_cannot_be_judged_has_no_score_and_no_findings(blocks: tuple[Block, ...], language: str) -> None:
    found = score_text("Hur betalar jag?", blocks, language, ScoreSettings())
    assert (found.score, found.band, found.formula_value, found.findings) == (None, None, None, ())


@pytest.mark.parametrize("text", ["Ja.", "1500", "5G", "Nej, det går inte.", "A"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_short_answers_have_a_score_and_no_band(text: str, language: str) -> None:
    found = score(text, language)
    assert found.score is not None
    assert 0 <= found.score <= 1
    assert found.band is None


def test_a_band_is_given_from_the_stated_number_of_words_on() -> None:
    assert score("Du kan betala nu. " * 24, "sv").band is None
    assert score("Du kan betala nu. " * 25, "sv").band == "very_easy"


def test_ten_thousand_words_are_scored_and_called_too_long() -> None:
    found = score("Du kan betala din faktura på Mina sidor. " * 1_250, "sv")
    assert found.n_words == 10_000
    assert found.score is not None
    assert "too_long" in {finding.kind for finding in found.findings}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_score_of_equal_text_repeated_does_not_rise(language: str) -> None:
    once, often = score(f"{UDHR['sv']}", language), score(" ".join([UDHR["sv"]] * 10), language)
    assert once.score is not None
    assert often.score == pytest.approx(once.score)


WORDS = {
    "sv": "du kan betala fakturan på kontot när beställningen skickas enligt avtalet och inte senare,",
    "en": "you can pay the invoice when your order is sent according to the agreement and not later,",
    "de": "Sie können die Rechnung bezahlen wenn Ihre Bestellung versendet wird und nicht später,",
}


@st.composite
def long_sentences(draw: st.DrawFn) -> tuple[str, list[str], int]:
    language = draw(st.sampled_from(sorted(WORDS)))
    words = draw(st.lists(st.sampled_from(WORDS[language].split()), min_size=8, max_size=60))
    return language, words, draw(st.integers(2, len(words) - 2))


@given(long_sentences())
@settings(max_examples=80, deadline=None)
def test_splitting_a_sentence_never_lowers_the_score(drawn: tuple[str, list[str], int]) -> None:
    language, words, place = drawn
    whole = " ".join(words).rstrip(",") + "."
    first, second = " ".join(words[:place]).rstrip(","), " ".join(words[place:]).rstrip(",")
    split = f"{first}. {second[0].upper()}{second[1:]}."
    before, after = score(whole, language).score, score(split, language).score
    assert before is not None
    assert after is not None
    assert after >= before - 1e-9


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
@settings(max_examples=80, deadline=None)
def test_any_text_has_a_score_between_zero_and_one_or_none(text: str, language: str) -> None:
    found = score(re.sub(r"[\r\n]", " ", text), language, title=text[:20])
    assert found.score is None or 0 <= found.score <= 1
    assert all(0 <= finding.weight <= 1 for finding in found.findings)


def test_findings_point_at_their_sentence_heaviest_first() -> None:
    text = f"{UDHR['sv']}\nFakturan betalas i enlighet med avtalet. " + "ord " * 40
    found = score(text, "sv", title="Hur betalar jag?")
    weights = [finding.weight for finding in found.findings]
    assert weights == sorted(weights, reverse=True)
    lines = text.split("\n")
    for finding in found.findings:
        assert finding.sentence in lines[finding.block]
        assert finding.kind in FINDINGS
        assert finding.message.message_id == f"finding.{finding.kind}"


def test_what_customers_say_changes_findings_and_never_the_score() -> None:
    blocks = (Block("paragraph", "Annuiteten påverkas inte. Annuiteten står i avtalet."),)
    without = score_text("Annuitet", blocks, "sv", ScoreSettings())
    known = score_text("Annuitet", blocks, "sv", ScoreSettings(), customer_terms={"annuit": 3, "annuitet": 3})
    assert without.score == known.score
    assert "rare_word" in {finding.kind for finding in without.findings}
    assert "rare_word" not in {finding.kind for finding in known.findings}

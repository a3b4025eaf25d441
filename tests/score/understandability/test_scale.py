"""From counts to score and band."""

from dataclasses import replace
from itertools import pairwise

import pytest

from faqeval.config import ScoreSettings
from faqeval.records import Block
from faqeval.score import score_text
from faqeval.score.understandability.bands import band_of
from faqeval.score.understandability.counts import Counts, count
from faqeval.score.understandability.norms import norms
from faqeval.score.understandability.reading import read
from faqeval.score.understandability.scale import deductions, part_places, score_counts

USUAL = Counts(
    n_words=145,
    n_sentences=10,
    n_long=46,
    n_body=145,
    n_vocabulary=145,
    n_distinct=60,
    familiarity=145 * norms("sv").familiarity.at_50,
)


def test_a_text_that_is_usual_in_every_part_scores_one_half() -> None:
    places = part_places(USUAL, "sv")
    assert places["sentence_length"] == pytest.approx(0.0)
    assert places["familiarity"] == pytest.approx(0.0)
    assert score_counts(USUAL, "sv") == pytest.approx(0.5, abs=0.02)


def test_a_text_that_is_easy_in_every_part_scores_nine_tenths() -> None:
    n_words, n_sentences = 900, 100  # LIX 9 + 21 = 30
    easy = Counts(
        n_words=n_words,
        n_sentences=n_sentences,
        n_long=189,
        n_body=n_words,
        n_vocabulary=n_words,
        n_distinct=10**6,
        familiarity=n_words * norms("sv").familiarity.at_90,
    )
    assert list(part_places(easy, "sv").values()) == pytest.approx([1.0, 1.0, 1.0], abs=1e-3)
    assert score_counts(easy, "sv") == pytest.approx(0.9, abs=1e-3)


def test_few_different_words_say_little_about_familiarity() -> None:
    rare = replace(USUAL, familiarity=145 * 4.0)
    places = [part_places(replace(rare, n_distinct=n), "sv")["familiarity"] for n in (1, 10, 100, 1000)]
    assert places == sorted(places, reverse=True)
    assert places[0] > -0.25
    assert part_places(replace(USUAL, n_vocabulary=0, familiarity=0.0), "sv")["familiarity"] == pytest.approx(0.0)


@pytest.mark.parametrize(
    "name",
    ["n_passives", "n_double_negations", "n_excess_nouns", "n_prose_steps", "n_answer_late", "n_excess_words"],
)
def test_each_fault_costs_and_more_of_it_costs_less_and_less(name: str) -> None:
    scores = [score_counts(replace(USUAL, **{name: amount}), "sv") for amount in range(4)]
    losses = [before - after for before, after in pairwise(scores)]
    assert losses[0] > losses[1] > losses[2] > 0


def test_all_faults_together_leave_some_of_the_score() -> None:
    worst = Counts(n_body=10, **dict.fromkeys(("n_passives", "n_double_negations", "n_prose_steps"), 10**6))
    worst = replace(worst, n_excess_nouns=1e6, n_answer_late=10**6, n_excess_words=10**6)
    assert sum(deductions(worst).values()) < 0.65


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Fakturan betalas i maj.", "", id="passive"),
        pytest.param("Du ska verkställa köpet.", "", id="official word"),
        pytest.param("Du kan inte betala om du inte har kort.", "", id="double negation"),
        pytest.param("Öppna appen, välj Kort och tryck på OK.", "", id="steps in prose"),
    ],
)
def test_findings_take_their_share_of_the_score(text: str, title: str) -> None:
    blocks = (Block("paragraph", text),)
    found = score_text(title, blocks, "sv", ScoreSettings())
    assert found.findings
    assert found.score is not None
    assert found.score < score_counts(count(read(title, blocks, "sv")), "sv")


def test_the_weight_of_a_finding_is_the_share_of_the_loss_that_mending_brings_back() -> None:
    passive = score_text("", (Block("paragraph", "Fakturan betalas i maj."),), "sv", ScoreSettings())
    plain = score_counts(count(read("", (Block("paragraph", "Fakturan betalas i maj."),), "sv")), "sv")
    (finding,) = passive.findings
    assert passive.score is not None
    assert finding.weight == pytest.approx((plain - passive.score) / (1 - passive.score), abs=1e-4)


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (1.0, "very_easy"),
        (0.8, "very_easy"),
        (0.79, "easy"),
        (0.5, "medium"),
        (0.39, "hard"),
        (0.2, "hard"),
        (0.0, "very_hard"),
    ],
)
def test_bands_are_fifths_of_the_score(score: float, band: str) -> None:
    assert band_of(score) == band

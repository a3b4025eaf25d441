"""From the counts of a text to its score and band."""

from collections.abc import Mapping
from typing import Final

from ...measures.curve import score_from_points
from ...text import Curve
from .counts import Counts
from .formulas import FORMULAS
from .norms import norms

# A text of so many different words says as much about its vocabulary as what is usual does
USUAL_WORDS: Final = 60

# What style and structure take away: at most this share of the score, half of it at the amount beside.
# Set by us, see docs/method/understandability.md#deductions
PASSIVE: Final = (0.15, 4.0)  # passives per 100 words
DOUBLE_NEGATION: Final = (0.10, 2.0)  # per 100 words
NOMINALISATION: Final = (0.10, 5.0)  # nouns made from verbs above the usual, per 100 words
STEPS_IN_PROSE: Final = (0.10, 1.0)  # paragraphs
ANSWER_LATE: Final = (0.10, 1.0)  # it is late or it is not: .05
TOO_LONG: Final = (0.10, 400.0)  # words above the limit


def score_counts(counts: Counts, language: str) -> float:
    """Score of a text, 0..1, higher is easier.

    Three parts of equal weight, sentence length, the language's formula and the words' familiarity, are each placed
    on the language's own norms (0 = usual, 1 = easy); their mean goes through one S-curve, on which usual scores .5 and
    easy .9; style and structure take their shares away. Averaging before the curve lets a part speak where another
    is at its end. Source: ours, see docs/method/understandability.md#the-score.
    """
    places = list(part_places(counts, language).values())
    return score_from_points(sum(places) / len(places), 0.0, 1.0) * (1 - sum(deductions(counts).values()))


def part_places(counts: Counts, language: str) -> Mapping[str, float]:
    """Where each part stands between usual (0) and easy (1) in its language; it may lie outside both."""
    of = norms(language)
    formulas = [_place(curve, FORMULAS[name](counts)) for name, curve in of.formulas]
    return {
        "sentence_length": _place(of.sentence_words, counts.n_words / counts.n_sentences),
        "formula": sum(formulas) / len(formulas),
        "familiarity": _place(of.familiarity, _mean_familiarity(counts, of.familiarity.at_50)),
    }


def _mean_familiarity(counts: Counts, usual: float) -> float:
    """Mean familiarity, drawn towards the usual as far as few different words leave it uncertain."""
    if not counts.n_vocabulary:
        return usual
    mean = counts.familiarity / counts.n_vocabulary
    return (counts.n_distinct * mean + USUAL_WORDS * usual) / (counts.n_distinct + USUAL_WORDS)


def deductions(counts: Counts) -> Mapping[str, float]:
    """Share of the score that each weakness of style or structure takes away; together below .65."""
    per_hundred = 100 / counts.n_body if counts.n_body else 0.0
    return {
        "passive": _taken(counts.n_passives * per_hundred, *PASSIVE),
        "double_negation": _taken(counts.n_double_negations * per_hundred, *DOUBLE_NEGATION),
        "nominalisation": _taken(counts.n_excess_nouns * per_hundred, *NOMINALISATION),
        "steps_in_prose": _taken(counts.n_prose_steps, *STEPS_IN_PROSE),
        "answer_late": _taken(counts.n_answer_late, *ANSWER_LATE),
        "too_long": _taken(counts.n_excess_words, *TOO_LONG),
    }


def _place(curve: Curve, value: float) -> float:
    return (value - curve.at_50) / (curve.at_90 - curve.at_50)


def _taken(amount: float, most: float, half_at: float) -> float:
    """The first fault costs most, more of the same cost less and less, and none is ever free."""
    amount = max(0.0, amount)
    return most * amount / (amount + half_at)

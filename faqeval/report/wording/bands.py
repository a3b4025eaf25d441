"""The steps of a score, each with a word and a shape, so that nothing is told by colour alone."""

from dataclasses import replace
from typing import Final

from ...records import Evaluation, ScoreBand
from .sentences import say

NOT_JUDGED: Final = ScoreBand("unknown", "not enough data", "ring", 0.0)


def gauges(evaluation: Evaluation) -> tuple[str, ...]:
    """Return the figures that have steps, which are those that the page begins with."""
    return tuple(spec.id for spec in evaluation.glossary.figures.values() if spec.bands)


def score_band(evaluation: Evaluation, figure: str, value: float | None) -> ScoreBand:
    """Return the step of a score, ``NOT_JUDGED`` when there is no score."""
    if value is None:
        return NOT_JUDGED
    spec = evaluation.glossary.figures[figure]
    band = spec.band(value)
    return replace(band, word=say(spec.word(band)))

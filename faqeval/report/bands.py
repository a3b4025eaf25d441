"""Three steps for a score, each with a word and a shape, so that nothing is told by colour alone."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """One step: ``low`` (included) is where it begins, ``shape`` how it is drawn."""

    name: str  # strong, middling, weak
    word: str
    shape: str  # circle, diamond, triangle
    low: float


# Limits set by us, reasons: docs/method/report.md#bands
SCORE_BANDS: Final[dict[str, tuple[ScoreBand, ...]]] = {
    "findability": (
        ScoreBand("strong", "found easily", "circle", 0.70),
        ScoreBand("middling", "found with effort", "diamond", 0.45),
        ScoreBand("weak", "hard to find", "triangle", 0.0),
    ),
    "understandability": (
        ScoreBand("strong", "easy", "circle", 0.60),
        ScoreBand("middling", "takes effort", "diamond", 0.40),
        ScoreBand("weak", "hard", "triangle", 0.0),
    ),
    "answerable_share": (
        ScoreBand("strong", "nearly complete", "circle", 0.90),
        ScoreBand("middling", "some gaps", "diamond", 0.75),
        ScoreBand("weak", "many gaps", "triangle", 0.0),
    ),
}
NOT_JUDGED: Final = ScoreBand("unknown", "not enough data", "ring", 0.0)


def score_band(figure: str, value: float | None) -> ScoreBand:
    """Return the step of a score, ``NOT_JUDGED`` when there is no score."""
    if value is None:
        return NOT_JUDGED
    return next(band for band in SCORE_BANDS[figure] if value >= band.low)

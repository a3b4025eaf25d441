"""The bands of how easily one text is read: fifths of its score, see docs/method/understandability.md#bands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...records import Named, registry

_HOW: Final = (
    "The value of the language’s own readability formula (LIX, Flesch, Flesch-Douma or the Wiener formula) on its "
    "published scale. Never compare it across languages. Texts too short for it get none."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Named):
    """A band; ``low`` (included) is the score at which it begins, 0..1."""

    low: float


def band_of(score: float) -> str:
    """Return the band of a score."""
    return next(band.id for band in BANDS.values() if score >= band.low)


BANDS: Final[Mapping[str, Band]] = registry(
    (
        Band(
            id="very_easy",
            order=10,
            name="Very easy",
            meaning="Reads like a children’s book.",
            how_measured=_HOW,
            what_to_do="Nothing to do.",
            low=0.8,
        ),
        Band(
            id="easy",
            order=20,
            name="Easy",
            meaning="Reads like everyday talk.",
            how_measured=_HOW,
            what_to_do="Nothing to do.",
            low=0.6,
        ),
        Band(
            id="medium",
            order=30,
            name="Medium",
            meaning="Reads like an ordinary newspaper.",
            how_measured=_HOW,
            what_to_do="Shorten what you can.",
            low=0.4,
        ),
        Band(
            id="hard",
            order=40,
            name="Hard",
            meaning="Reads like an official letter.",
            how_measured=_HOW,
            what_to_do="Rewrite it when many customers need it.",
            low=0.2,
        ),
        Band(
            id="very_hard",
            order=50,
            name="Very hard",
            meaning="Reads like a statute.",
            how_measured=_HOW,
            what_to_do="Rewrite it.",
            low=0.0,
        ),
    )
)

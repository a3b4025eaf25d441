"""The bands of how easily one text is read: fifths of its score, see docs/method/understandability.md#bands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...records import Named, registry

_HOW: Final = (
    "The understandability score of the text: each band is a fifth of its scale, and this one begins at %(points)s of "
    "100 points. Texts of fewer than %(score.min_words)s words (score.min_words) get none."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band(Named):
    """A band; ``points`` (included) is where it begins, in points of 100."""

    points: int


def _band(name: str, points: int, meaning: str, what_to_do: str) -> Band:
    return Band(
        id=name.lower().replace(" ", "_"),
        order=-points,  # easiest first
        name=name,
        meaning=meaning,
        how_measured=_HOW,
        what_to_do=what_to_do,
        numbers={"points": points},
        points=points,
    )


BANDS: Final[Mapping[str, Band]] = registry(
    (
        _band("Very easy", 80, "Reads like a children’s book.", "Nothing to do."),
        _band("Easy", 60, "Reads like everyday talk.", "Nothing to do."),
        _band("Medium", 40, "Reads like an ordinary newspaper.", "Shorten what you can."),
        _band("Hard", 20, "Reads like an official letter.", "Rewrite it when many customers need it."),
        _band("Very hard", 0, "Reads like a statute.", "Rewrite it."),
    )
)


def band_of(score: float) -> str:
    """Return the band of a score, 0..1."""
    return next(band.id for band in BANDS.values() if score >= band.points / 100)

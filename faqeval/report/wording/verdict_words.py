"""Why customers contact about a need, in words and with a shape, so that nothing is told by colour alone."""

from dataclasses import dataclass
from typing import Final

from ...records import NOT_ENOUGH, Evaluation, NeedVerdict
from .explanations import explained
from .formats import percent


@dataclass(frozen=True, slots=True)
class VerdictWords:
    """A verdict ready to be laid out."""

    kind: str
    name: str
    shape: str  # triangle: the FAQ is at fault; circle: nothing speaks against it; ring: not enough data
    sure: str
    meaning: str


_NOT_ENOUGH: Final = VerdictWords(
    NOT_ENOUGH, "Not enough data", "ring", "", "Too few contacts were about it to say why customers made them."
)
_NOTHING: Final = VerdictWords(
    "",
    "Nothing against the FAQ",
    "circle",
    "",
    "Nothing here speaks against the FAQ: it answers, customers find the answer, it is readable, and no more of its "
    "readers seem to make contact than is usual.",
)
_NOTHING_SURE: Final = VerdictWords(
    "",
    "Nothing sure against the FAQ",
    "ring",
    "",
    "Its readers seem to make contact more often than is usual, but that is not sure yet, and nothing else was found. "
    "More readings will tell.",
)
_LIKELIER: Final = 0.5  # surety of the usual below which it is not said that nothing speaks against the FAQ


def verdict_in_words(evaluation: Evaluation, verdict: NeedVerdict | None) -> VerdictWords:
    """Return a verdict in words; a need without one has not enough data."""
    if verdict is None or verdict.kind == NOT_ENOUGH:
        return _NOT_ENOUGH
    if verdict.kind == "":
        return _NOTHING if verdict.confidence >= _LIKELIER else _NOTHING_SURE
    sure = f"{percent(verdict.confidence)} sure"
    text = explained(evaluation, verdict.kind)
    return VerdictWords(verdict.kind, text.name, "triangle", sure, f"{text.meaning} {text.what_to_do}")

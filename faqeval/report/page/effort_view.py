"""The marks of high effort, per need and over all contacts, and the index made of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...config import JourneySettings
from ...records import Effort, EffortMarks, Figure, Journeys
from ..wording.figure_words import Cell, points_cell, share_cell
from ..wording.formats import counted, percent
from ..wording.sentences import say_reason
from .benchmarks import EFFORT, Benchmark
from .contact_needs import shown_needs
from .need_names import NeedName, NeedNames


@dataclass(frozen=True, slots=True)
class MarkName:
    """One mark and what it means."""

    name: str
    part: str  # actual, perceived
    meaning: str


@dataclass(frozen=True, slots=True)
class EffortRow:
    """One line of the table; ``name`` is None for all contacts together."""

    name: NeedName | None
    anchor: str
    n: str
    marks: tuple[Cell, ...]
    ces: Cell
    index: Cell
    actual: Cell
    perceived: Cell


@dataclass(frozen=True, slots=True)
class EffortView:
    """All that the page says about effort."""

    names: tuple[MarkName, ...]
    rows: tuple[EffortRow, ...]
    index_note: str
    relation: str
    benchmarks: tuple[Benchmark, ...]


def effort_view(
    journeys: Journeys, names: NeedNames, anchors: Mapping[int, str], settings: JourneySettings
) -> EffortView:
    """Return the table of marks, all contacts first, and how the index is made."""
    overall_ces = journeys.figures.get("ces", Figure(None, None, None, 0))
    rows = [_row(None, "", journeys.counts.n_contacts, journeys.marks, overall_ces, journeys.effort)]
    rows += [
        _row(names.name(need.need), anchors.get(need.need, ""), need.n_contacts, need.marks, need.ces, need.effort)
        for need in shown_needs(journeys)
    ]
    return EffortView(
        names=_names(settings),
        rows=tuple(rows),
        index_note=_index_note(settings),
        relation=_relation(journeys.effort_and_ces),
        benchmarks=EFFORT,
    )


def _row(
    name: NeedName | None, anchor: str, n_contacts: int, marks: EffortMarks, ces: Figure, effort: Effort | None
) -> EffortRow:
    shares = (
        marks.repeated,
        marks.searched_again,
        marks.transferred,
        marks.switched,
        marks.viewed_in_vain,
        marks.logged_in,
    )
    return EffortRow(
        name=name,
        anchor=anchor,
        n=counted(n_contacts),
        marks=tuple(share_cell(figure) for figure in shares),
        ces=share_cell(ces),
        index=points_cell(effort.index if effort else None),
        actual=points_cell(effort.actual if effort else None),
        perceived=points_cell(effort.perceived if effort else None),
    )


_ACTUAL: Final = "what customers had to do"
_PERCEIVED: Final = "how it feels"


def _names(settings: JourneySettings) -> tuple[MarkName, ...]:
    """Return the marks in the order of the table."""
    return (
        MarkName(
            "Contacted again", _ACTUAL, f"the same customer, about the same thing, within {settings.repeat_days:g} days"
        ),
        MarkName("Searched again", _ACTUAL, "of those who searched: with different words, before the contact"),
        MarkName("Handed on", _PERCEIVED, "transferred at least once"),
        MarkName("Switched channel", _PERCEIVED, "contacted again in another channel"),
        MarkName("Read in vain", _PERCEIVED, "of those logged in: had opened the article that answers"),
        MarkName("Logged in", _PERCEIVED, "on the site meanwhile, and had to contact you all the same"),
    )


def _index_note(settings: JourneySettings) -> str:
    whole = settings.actual_effort_weight + settings.perceived_effort_weight or 1.0
    actual, perceived = settings.actual_effort_weight / whole, settings.perceived_effort_weight / whole
    return (
        f"The effort index runs from 0, none, to 100. It is {_weight(actual)} {_ACTUAL} (the mean of the first two "
        f"marks) and {_weight(perceived)} {_PERCEIVED} (the mean of the other four). A mark without enough data is "
        "left out. The weights are settings; which mark belongs to which part was set by us."
    )


_FRACTIONS: Final = ((1 / 3, "one third"), (0.5, "half"), (2 / 3, "two thirds"))


def _weight(share: float) -> str:
    return next((words for value, words in _FRACTIONS if abs(share - value) < 0.005), percent(share))


def _relation(figure: Figure | None) -> str:
    if figure is None:
        return ""
    if figure.value is None:
        return f"How the index relates to what customers say cannot be said yet: {say_reason(figure.reason)}."
    low, high = figure.low if figure.low is not None else -1.0, figure.high if figure.high is not None else 1.0
    if high < 0:
        said = "Where the index is higher, fewer customers say that it was easy: the two agree."
    elif low > 0:
        said = "Where the index is higher, more customers say that it was easy: the index does not hold for your data."
    else:
        said = "Whether the index goes along with what customers say is not sure."
    between = f"{_signed(low)} to {_signed(high)}"
    return f"{said} Rank correlation over {counted(figure.n)} needs: {_signed(figure.value)} ({between})."


def _signed(value: float) -> str:
    """Return a correlation with a true minus sign."""
    return f"{value:.2f}".replace("-", "−")

"""Contacts after reading, per article, and which need follows which."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...config import JourneySettings
from ...records import AfterView, Evaluation, Journeys, NextIssue
from ..wording.figure_words import Cell, rate_in_words, share_cell, share_in_words, times_in_words
from ..wording.formats import counted, percent, plural
from .need_names import NeedName, NeedNames

MAX_ARTICLES: Final = 20  # docs/method/report.md#size
MAX_PAIRS: Final = 20


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What followed the reading of one article."""

    name: NeedName
    anchor: str
    n_views: str
    n_followed: str
    share: Cell
    shrunk: Cell
    usual: str
    verdict: str
    shape: str  # triangle raised, circle not, ring not enough data


@dataclass(frozen=True, slots=True)
class NextRow:
    """One need that follows another."""

    first: NeedName
    second: NeedName
    customers: str
    lift: str
    per_month: str
    state: str
    shape: str


@dataclass(frozen=True, slots=True)
class AfterReading:
    """Both tables and what stands above and below them."""

    intro: str
    rows: tuple[ReadingRow, ...]
    left_out: str
    next_rows: tuple[NextRow, ...]
    next_left_out: str


def after_reading(
    evaluation: Evaluation, journeys: Journeys, names: NeedNames, anchors: Mapping[int, str], settings: JourneySettings
) -> AfterReading:
    """Return the articles whose readings are followed by most contacts, raised ones first, and the next issues."""
    known = [(need.need, need.after_view) for need in journeys.needs if need.after_view is not None]
    order = sorted(known, key=lambda pair: _urgency(pair[1]))
    rows = tuple(_reading_row(need, after, names, anchors) for need, after in order[:MAX_ARTICLES])
    n_more = len(order) - len(rows)
    pairs = sorted(
        journeys.next_issues, key=lambda pair: (not pair.is_sure, -(pair.lift.low or 0.0), pair.first, pair.second)
    )
    open_pairs = {(gap.article_id, gap.need_id) for gap in evaluation.gaps}
    return AfterReading(
        intro=_intro(journeys, settings),
        rows=rows,
        left_out=f"{plural(n_more, 'more article')}: see needs.csv." if n_more else "",
        next_rows=tuple(_next_row(pair, names, open_pairs, len(evaluation.articles)) for pair in pairs[:MAX_PAIRS]),
        next_left_out=f"{plural(len(pairs) - MAX_PAIRS, 'more pair')} not shown." if len(pairs) > MAX_PAIRS else "",
    )


def _urgency(after: AfterView) -> tuple[bool, float, int]:
    return not after.is_raised, -(after.shrunk.value or 0.0), -after.n_views


def _intro(journeys: Journeys, settings: JourneySettings) -> str:
    overall, visits = journeys.figures.get("contact_after_view_share"), journeys.any_visit_share
    window = f"{settings.contact_window_minutes:g} minutes"
    said = f"How often the reading of an article was followed, within {window}, by a contact about the same thing."
    if overall is not None and overall.value is not None:
        said += f" Over all articles: {share_in_words(overall)} of {plural(overall.n, 'reading')}."
    if visits.value is not None:
        said += f" For comparison: {share_in_words(visits)} of all visits were followed by a contact about anything."
    return said


def _reading_row(need: int, after: AfterView, names: NeedNames, anchors: Mapping[int, str]) -> ReadingRow:
    if after.shrunk.value is None:
        verdict, shape = "not enough data", "ring"
    elif after.is_raised:
        verdict, shape = "surely more than usual", "triangle"
    else:
        verdict, shape = "not surely more", "circle"
    return ReadingRow(
        name=names.name(need),
        anchor=anchors.get(need, ""),
        n_views=counted(after.n_views),
        n_followed=counted(after.n_followed),
        share=share_cell(after.share),
        shrunk=share_cell(after.shrunk),
        usual=percent(after.usual) if after.shrunk.value is not None else "",
        verdict=verdict,
        shape=shape,
    )


def _next_row(pair: NextIssue, names: NeedNames, open_pairs: set[tuple[str, str]], n_articles: int) -> NextRow:
    if not pair.is_sure:
        state, shape = "not sure yet", "ring"
    elif not 0 <= pair.first < n_articles:
        state, shape = "no article answers the first", "triangle"
    elif names.follow_key(pair.first, pair.second) in open_pairs:
        state, shape = "the first article neither answers nor links it", "triangle"
    else:
        state, shape = "the first article answers or links it", "circle"
    return NextRow(
        first=names.name(pair.first),
        second=names.name(pair.second),
        customers=f"{counted(pair.n_followed)} of {plural(pair.n_first, 'customer')}",
        lift=times_in_words(pair.lift),
        per_month=rate_in_words(pair.contacts_per_month),
        state=state,
        shape=shape,
    )

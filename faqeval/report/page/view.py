"""The page as values: every number and sentence is made here or below, the templates only lay them out."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from ...config import ReportSettings
from ...records import GAPS_SHOWN, Evaluation, ScoreBand
from ..charts.charts import Charts, GaugeShape, charts, gauge
from ..wording.bands import gauges, score_band
from ..wording.explanations import explained
from ..wording.formats import counted, percent, percent_between, plural, points_between, score
from ..wording.places import PlaceShare, place_shares
from ..wording.sentences import say_reason
from .article_parts import ArticlePart, article_parts, chosen_articles
from .headline import Headline, found_depth, headline
from .journey_view import JourneyPart, contact_anchors, journey_part
from .method_facts import MethodFacts, method_facts
from .outcomes import Outcomes, outcomes
from .period import day_in_words, first_and_last_day
from .work_items import WorkGroup, WorkItem, is_by_contacts, is_urgent, work_groups

# Why these many: docs/method/report.md#size
MAX_ARTICLES: Final = 40
FIRST: Final = 5
_DEFAULT_TITLE: Final = "FAQ report"


@dataclass(frozen=True, slots=True)
class Gauge:
    """One of the three scores."""

    figure: str
    name: str
    meaning: str
    value: str  # points of 100, "–" when there is none
    band: ScoreBand
    interval: str
    shape: GaugeShape


@dataclass(frozen=True, slots=True)
class PlaceBar:
    """One stretch of the bar that shows where all questions end up."""

    step: str
    words: str
    value: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that the page says."""

    title: str
    headline: Headline
    gauges: tuple[Gauge, ...]
    first: tuple[WorkItem, ...]
    nobody: tuple[WorkItem, ...]
    work_note: str
    work_intro: str
    journeys: JourneyPart | None
    kinds: tuple[str, ...]  # all there are
    groups: tuple[WorkGroup, ...]
    n_gaps: str
    places: tuple[PlaceBar, ...]
    charts: Charts
    articles: tuple[ArticlePart, ...]
    articles_note: str
    method: MethodFacts
    limits: tuple[str, ...]
    dates: str


def page_view(evaluation: Evaluation, settings: ReportSettings) -> Page:
    """Return the page of an evaluation."""
    became, places = outcomes(evaluation), found_depth(evaluation)
    chosen = chosen_articles(evaluation, MAX_ARTICLES)
    anchors = {evaluation.articles[place].article_id: f"a{number}" for number, place in enumerate(chosen, start=1)}
    groups = work_groups(evaluation, became, anchors, GAPS_SHOWN, contact_anchors(evaluation))
    items = sorted((item for group in groups for item in group.items), key=lambda item: item.number)
    return Page(
        title=settings.title or _DEFAULT_TITLE,
        headline=headline(evaluation),
        gauges=tuple(_gauge(evaluation, name) for name in gauges(evaluation)),
        first=tuple(item for item in items if is_urgent(evaluation.gaps[item.number - 1]))[:FIRST],
        nobody=tuple(item for item in items if not evaluation.gaps[item.number - 1].article_id)[:FIRST],
        work_note=_work_note(evaluation),
        work_intro=_work_intro(evaluation),
        journeys=journey_part(
            evaluation, anchors, {evaluation.gaps[item.number - 1].gap_id: item.anchor for item in items}
        ),
        kinds=tuple(evaluation.glossary.kinds),
        groups=groups,
        n_gaps=plural(len(evaluation.gaps), "line"),
        places=_places(became, places),
        charts=charts(evaluation),
        articles=article_parts(evaluation, became, chosen, anchors, _gap_anchors(evaluation, items), places),
        articles_note=_articles_note(len(chosen), len(evaluation.articles)),
        method=method_facts(evaluation, places),
        limits=_limits(evaluation),
        dates=_dates(evaluation),
    )


def _gauge(evaluation: Evaluation, name: str) -> Gauge:
    figure, text = evaluation.figures[name], explained(evaluation, name)
    band = score_band(evaluation, name, figure.value)
    if figure.value is None:
        interval = say_reason(figure.reason)
    elif figure.low is None or figure.high is None:
        interval = ""
    else:
        interval = f"likely {points_between(figure.low, figure.high)}"
    value = "–" if figure.value is None else score(figure.value)
    return Gauge(name, text.name, text.meaning, value, band, interval, gauge(figure))


def _work_note(evaluation: Evaluation) -> str:
    n_gaps = len(evaluation.gaps)
    if n_gaps == 0:
        return "Nothing to do: no gap was found. With few questions that says little."
    order = "how many contacts a month" if is_by_contacts(evaluation.gaps) else "how many questions"
    verb = "avoid" if is_by_contacts(evaluation.gaps) else "help"
    return f"The whole work list has {plural(n_gaps, 'line')}, ordered by {order} each would {verb}."


def _work_intro(evaluation: Evaluation) -> str:
    if is_by_contacts(evaluation.gaps):
        return (
            "The numbers give the order over all kinds: the line that would avoid most contacts a month is number 1. "
            "Lines whose contacts are not known come last, those that would help most questions first."
        )
    return "The numbers give the order over all kinds: the line that would help most questions is number 1."


def _gap_anchors(evaluation: Evaluation, items: list[WorkItem]) -> dict[str, list[tuple[str, str]]]:
    """Return per article the lines of the work list it has a part in."""
    found: dict[str, list[tuple[str, str]]] = {}
    for item in items:
        gap = evaluation.gaps[item.number - 1]
        for article_id in evaluation.glossary.kinds[gap.kind].articles_of(gap):
            found.setdefault(article_id, []).append((item.anchor, item.kind_name))
    return found


def _places(became: Outcomes, places: int) -> tuple[PlaceBar, ...]:
    """Return where all askings end up: at each step of places, and without an answer."""
    answered, depth = became.answer >= 0, became.shown.shape[1]
    total = max(int(became.count.sum()), 1)
    shares = list(place_shares(became.rank[answered], became.count[answered], places, depth))
    shares.append(PlaceShare("unanswered", "no article answers", int(became.count[~answered].sum()), 0.0))
    edges = np.cumsum([0] + [share.n_asked for share in shares]) / total * 1000
    return tuple(
        PlaceBar(
            share.step,
            share.words,
            f"{percent(share.n_asked / total)} ({counted(share.n_asked)})",
            f"{start:.1f}",
            f"{max(end - start, 0.0):.1f}",
        )
        for share, start, end in zip(shares, edges[:-1].tolist(), edges[1:].tolist(), strict=True)
    )


def _articles_note(n_shown: int, n_all: int) -> str:
    if n_shown == n_all:
        return f"All {plural(n_all, 'article')}, most urgent first."
    return (
        f"{counted(n_shown)} of {plural(n_all, 'article')}, most urgent first. "
        "All of them are in articles.csv and worklist.xlsx."
    )


def _limits(evaluation: Evaluation) -> tuple[str, ...]:
    """Return what this report does not know."""
    limits = ["Whether an answer is true and up to date.", "Whether the customer was content with it."]
    contacts = evaluation.figures.get("avoidable_contacts_per_month")
    if evaluation.journeys is not None:
        limits.append("Whether an article caused the contact that followed it: some would have come anyway.")
    elif contacts is not None and contacts.value is None:
        limits.append(
            "How many questions become calls. Add visits and contacts to see it, in contacts a month for each line."
        )
    missing = evaluation.figures.get("missing_share")
    if missing is not None and missing.low is not None and missing.high is not None:
        limits.append(
            f"Exactly which questions lack an answer: {percent_between(missing.low, missing.high)} do, "
            "and single verdicts can be wrong. Look before you write."
        )
    return tuple(limits)


def _dates(evaluation: Evaluation) -> str:
    _, last = first_and_last_day(evaluation.queries.table)
    updated = max((article.updated_at[:10] for article in evaluation.articles), default="")
    parts = []
    if day_in_words(last):
        parts.append(f"last question {day_in_words(last)}")
    if day_in_words(updated):
        parts.append(f"last article change {day_in_words(updated)}")
    return "; ".join(parts)

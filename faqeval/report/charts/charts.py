"""The geometry of the charts. The templates draw it; every chart has its table beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, log1p, pi, sin
from typing import Final

import numpy as np

from ...records import Evaluation, Figure
from ..wording.bands import score_band
from ..wording.formats import counted, plural, score, shortened

_GAUGE_RADIUS: Final = 44.0
_GAUGE_CENTRE: Final = 52.0
_SWEEP: Final = 270.0  # degrees of a full gauge
_DOTS: Final = 200  # articles drawn, most asked for first
_DOTS_IN_TABLE: Final = 20
_PLOT: Final = (640.0, 280.0)  # width and height of the plot itself
_BINS: Final = 10


@dataclass(frozen=True, slots=True)
class GaugeShape:
    """SVG paths of one gauge: the whole arc, the part up to the value, the interval."""

    whole: str
    value: str
    interval: str


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; ``x``, ``y``, ``width``, ``height`` in units of the plot."""

    x: str
    y: str
    width: str
    height: str
    label: str
    value: str
    middle: str  # x of the middle of the bar


@dataclass(frozen=True, slots=True)
class Dot:
    """One article in the plot of demand against findability."""

    x: str
    y: str
    band: str
    title: str
    language: str
    findability: str
    demand: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of the vertical axis."""

    y: str
    label: str


@dataclass(frozen=True, slots=True)
class Charts:
    """All charts of the page."""

    distribution: tuple[Bar, ...]
    not_judged: str
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    dots_note: str
    table: tuple[Dot, ...]


def gauge(figure: Figure) -> GaugeShape:
    """Return the arcs of one figure; empty paths where there is no value."""
    whole = _arc(0.0, 1.0)
    if figure.value is None:
        return GaugeShape(whole, "", "")
    has_interval = figure.low is not None and figure.high is not None
    interval = _arc(figure.low or 0.0, figure.high or 0.0, _GAUGE_RADIUS - 9) if has_interval else ""
    return GaugeShape(whole, _arc(0.0, figure.value), interval)


def charts(evaluation: Evaluation) -> Charts:
    """Return the distribution of findability and the plot of demand against it."""
    found = evaluation.findability.articles
    values = [entry.findability for entry in found if entry.findability is not None]
    missing = len(found) - len(values)
    judged = [place for place, entry in enumerate(found) if entry.findability is not None]
    order = sorted(judged, key=lambda place: (-found[place].demand, found[place].article_id))
    highest = max((found[place].demand for place in order), default=1.0)
    dots = tuple(_dot(evaluation, place, highest) for place in order[:_DOTS])
    return Charts(
        distribution=_distribution(values),
        not_judged=f"{plural(missing, 'article')} with too few questions to say." if missing else "",
        dots=tuple(reversed(dots)),
        ticks=_ticks(highest),
        dots_note=f"The {_DOTS} articles asked for most; all are in articles.csv." if len(order) > _DOTS else "",
        table=dots[:_DOTS_IN_TABLE],
    )


def _arc(start: float, end: float, radius: float = _GAUGE_RADIUS) -> str:
    """Return the SVG path of a gauge's arc between two shares."""
    start, end = min(max(start, 0.0), 1.0), min(max(end, 0.0), 1.0)
    if end - start < 0.002:
        end = min(1.0, start + 0.002)
        start = end - 0.002
    (x1, y1), (x2, y2) = _on_circle(start, radius), _on_circle(end, radius)
    large = int((end - start) * _SWEEP > 180)
    return f"M{_n(x1)} {_n(y1)}A{_n(radius)} {_n(radius)} 0 {large} 1 {_n(x2)} {_n(y2)}"


def _on_circle(share: float, radius: float) -> tuple[float, float]:
    angle = (90.0 + (360.0 - _SWEEP) / 2 + share * _SWEEP) * pi / 180
    return _GAUGE_CENTRE + radius * cos(angle), _GAUGE_CENTRE + radius * sin(angle)


def _distribution(values: Sequence[float]) -> tuple[Bar, ...]:
    counts, _ = np.histogram(values, bins=_BINS, range=(0.0, 1.0))
    width, height = _PLOT
    step, highest = width / _BINS, max(int(counts.max()), 1)
    bars = []
    for number, n_articles in enumerate(counts.tolist()):
        tall = n_articles / highest * (height - 30)
        bars.append(
            Bar(
                x=_n(number * step + 4),
                y=_n(height - tall),
                width=_n(step - 8),
                height=_n(tall),
                label=f"{10 * number}–{10 * number + 10}",
                value=counted(n_articles),
                middle=_n((number + 0.5) * step),
            )
        )
    return tuple(bars)


def _dot(evaluation: Evaluation, place: int, highest: float) -> Dot:
    entry, article = evaluation.findability.articles[place], evaluation.articles[place]
    value = entry.findability or 0.0
    width, _ = _PLOT
    return Dot(
        x=_n(value * width),
        y=_n(_height_of(entry.demand, highest)),
        band=score_band(evaluation, "findability", value).name,
        title=shortened(article.name, 80),
        language=article.language,
        findability=score(value),
        demand=counted(entry.demand),
    )


def _height_of(demand: float, highest: float) -> float:
    return _PLOT[1] - log1p(demand) / log1p(highest) * (_PLOT[1] - 12)


def _ticks(highest: float) -> tuple[Tick, ...]:
    marks = [mark for mark in (1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 100_000, 1_000_000) if mark <= highest]
    return tuple(Tick(_n(_height_of(mark, highest)), counted(mark)) for mark in marks)


def _n(number: float) -> str:
    """Return a length with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")

"""The curve: a figure of quality against queries a second, one point per share."""

import math
from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from benchmarks.matching.chart import STYLE, ticks
from benchmarks.matching.figures import Samples, interval

PANELS = (
    ("hit@1", "hit@1: the first article answers"),
    ("AUROC", "AUROC: is there an answer at all?"),
)
Point = tuple[float, Samples]  # queries a second, and what they are worth
_LEFT, _PANEL, _GAP, _TOP, _HEIGHT = 60, 360, 90, 84, 220
_ROUND = (1, 2, 5)


def curve(points: Mapping[str, Point], title: str, description: str) -> str:
    """Return an SVG with one panel per figure; each point has its name beside it, and its interval as a line.

    Time runs on a scale of logarithms, quicker to the right. Everything drawn is also text: in the description, and
    in the table that stands beside the chart.
    """
    width, height = _LEFT + len(PANELS) * (_PANEL + _GAP), _TOP + _HEIGHT + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-labelledby="title description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)} {escape(_in_words(points))}</desc>',
        f"<style>{STYLE}</style>",
        f'<text x="12" y="26" font-size="17" font-weight="600">{escape(title)}</text>',
    ]
    for number, (metric, label) in enumerate(PANELS):
        parts += _panel(_LEFT + number * (_PANEL + _GAP), metric, label, points)
    return "\n".join([*parts, "</svg>", ""])


def _panel(left: int, metric: str, label: str, points: Mapping[str, Point]) -> list[str]:
    values = {name: interval(sample[metric]) for name, (_, sample) in points.items()}
    heights = ticks(min(low for _, low, _ in values.values()), max(high for *_, high in values.values()))
    speeds = _speeds([speed for speed, _ in points.values()])
    bottom = _TOP + _HEIGHT

    def x(speed: float) -> str:
        share = math.log(speed / speeds[0]) / math.log(speeds[-1] / speeds[0])
        return f"{left + share * _PANEL:.1f}"

    def y(value: float) -> str:
        return f"{bottom - (value - heights[0]) / (heights[-1] - heights[0]) * _HEIGHT:.1f}"

    parts = [f'<text x="{left}" y="60" font-weight="600">{escape(label)}</text>']
    for mark in heights:
        parts.append(f'<line class="grid" x1="{left}" x2="{left + _PANEL}" y1="{y(mark)}" y2="{y(mark)}"/>')
        parts.append(
            f'<text class="faint" x="{left - 8}" y="{float(y(mark)) + 5:.1f}" text-anchor="end">{mark:.2f}</text>'
        )
    parts += [
        f'<text class="faint" x="{x(speed)}" y="{bottom + 22}" text-anchor="middle">{speed:,}</text>'
        for speed in speeds
    ]
    middle = left + _PANEL / 2
    parts.append(f'<text class="faint" x="{middle}" y="{bottom + 44}" text-anchor="middle">queries a second</text>')
    there = [(x(speed), *map(y, values[name])) for name, (speed, _) in points.items()]
    line = " ".join(f"{across},{up}" for across, up, _, _ in there)
    parts.append(f'<g class="own"><polyline points="{line}" fill="none" stroke-width="2"/>')
    for name, (across, up, low, high) in zip(points, there, strict=True):
        value, least, most = values[name]
        words = f"{name}: {points[name][0]:,.0f} queries a second, {value:.3f} ({least:.3f} to {most:.3f})"
        parts.append(
            f'<g><title>{escape(words)}</title><line x1="{across}" x2="{across}" y1="{low}" y2="{high}"/>'
            f'<circle cx="{across}" cy="{up}" r="5"/></g>'
        )
    parts.append("</g>")
    for name, (across, up, _, _) in zip(points, there, strict=True):
        parts.append(f'<text x="{float(across) + 8:.1f}" y="{float(up) - 8:.1f}">{escape(name)}</text>')
    return parts


def _speeds(speeds: Sequence[float]) -> Sequence[int]:
    """Return round numbers around the speeds."""
    powers = range(math.floor(math.log10(min(speeds))), math.ceil(math.log10(max(speeds))) + 1)
    marks = np.array([step * 10 ** max(power, 0) for power in powers for step in _ROUND])
    first = max(int(np.searchsorted(marks, min(speeds), "right")) - 1, 0)
    last = int(np.searchsorted(marks, max(speeds), "left"))
    return [int(mark) for mark in marks[first : max(last, first + 1) + 1]]


def _in_words(points: Mapping[str, Point]) -> str:
    return " ".join(
        f"Share {name}: {speed:,.0f} queries a second, "
        + ", ".join(f"{metric} {interval(sample[metric])[0]:.3f}" for metric, _ in PANELS)
        + "."
        for name, (speed, sample) in points.items()
    )

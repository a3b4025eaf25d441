"""The chart: two panels of dots with their intervals, one row per matcher."""

from collections.abc import Mapping, Sequence
from html import escape

import numpy as np

from benchmarks.matching.figures import Samples, interval

PANELS = (
    ("hit@1", "hit@1: the first article answers"),
    ("AUROC", "AUROC: is there an answer at all?"),
)
_NAMES, _PANEL, _GAP = 330, 300, 60  # widths
_TOP, _ROW = 84, 34
_TICKS = 5
# Contrast of text at least 4.5 : 1 on either ground; the two colours also differ in form.
STYLE = """
svg { font: 14px system-ui, sans-serif; background: #ffffff; }
text { fill: #1f2328; } .faint { fill: #59636e; } .grid { stroke: #d1d9e0; }
.other { stroke: #59636e; fill: #59636e; } .own { stroke: #0550ae; fill: #0550ae; }
@media (prefers-color-scheme: dark) {
  svg { background: #0d1117; }
  text { fill: #f0f6fc; } .faint { fill: #9198a1; } .grid { stroke: #3d444d; }
  .other { stroke: #9198a1; fill: #9198a1; } .own { stroke: #58a6ff; fill: #58a6ff; }
}
"""


def chart(matchers: Mapping[str, Samples], title: str, description: str) -> str:
    """Return an SVG of the mean over sets of each matcher, readable on light and dark ground.

    Rows of faqeval have squares, all others dots. Everything drawn is also text: in the labels, and in the table that
    stands beside the chart.
    """
    width = _NAMES + len(PANELS) * (_PANEL + _GAP)
    height = _TOP + _ROW * len(matchers) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img" aria-labelledby="title description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)} {escape(_in_words(matchers))}</desc>',
        f"<style>{STYLE}</style>",
        f'<text x="12" y="26" font-size="17" font-weight="600">{escape(title)}</text>',
    ]
    parts += [f'<text x="12" y="{_middle(row) + 5}">{escape(name)}</text>' for row, name in enumerate(matchers)]
    for number, (metric, label) in enumerate(PANELS):
        left = _NAMES + number * (_PANEL + _GAP)
        parts += _panel(left, label, {name: interval(sample[metric]) for name, sample in matchers.items()})
    return "\n".join([*parts, "</svg>", ""])


def _panel(left: int, label: str, found: Mapping[str, tuple[float, float, float]]) -> list[str]:
    ends = [end for _, low, high in found.values() for end in (low, high) if np.isfinite(end)]
    if not ends:
        return []
    marks = ticks(min(ends), max(ends))
    bottom = _TOP + _ROW * len(found)

    def x(value: float) -> str:
        return f"{left + (value - marks[0]) / (marks[-1] - marks[0]) * _PANEL:.1f}"

    parts = [f'<text x="{left}" y="54" font-weight="600">{escape(label)}</text>']
    for tick in marks:
        parts.append(f'<line class="grid" x1="{x(tick)}" x2="{x(tick)}" y1="{_TOP - 4}" y2="{bottom}"/>')
        parts.append(f'<text class="faint" x="{x(tick)}" y="{_TOP - 10}" text-anchor="middle">{tick:.2f}</text>')
    for row, (name, (value, low, high)) in enumerate(found.items()):
        if not np.isfinite(value):
            continue
        y, kind = _middle(row), "own" if name.startswith("faqeval") else "other"
        mark = (
            f'<rect x="{float(x(value)) - 6:.1f}" y="{y - 6}" width="12" height="12"/>'
            if kind == "own"
            else f'<circle cx="{x(value)}" cy="{y}" r="6"/>'
        )
        ends_words = f"{name}: {value:.3f} ({low:.3f} to {high:.3f})"
        parts.append(
            f'<g class="{kind}"><title>{escape(ends_words)}</title>'
            f'<line x1="{x(low)}" x2="{x(high)}" y1="{y}" y2="{y}" stroke-width="3"/>{mark}</g>'
        )
    return parts


def ticks(low: float, high: float) -> Sequence[float]:
    """Return round marks around the values."""
    step = next(step for step in (0.01, 0.02, 0.05, 0.1, 0.2) if (high - low) / step <= _TICKS or step == 0.2)
    first = np.floor(low / step)
    last = max(np.ceil(high / step), first + 1)
    return [float(number * step) for number in np.arange(first, last + 1)]


def _middle(row: int) -> int:
    return _TOP + row * _ROW + _ROW // 2


def _in_words(matchers: Mapping[str, Samples]) -> str:
    return " ".join(
        f"{name}: " + ", ".join(f"{metric} {interval(sample[metric])[0]:.3f}" for metric, _ in PANELS) + "."
        for name, sample in matchers.items()
    )

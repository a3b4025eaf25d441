"""Bars of shares with their intervals: by channel, by hour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ...records import Figure
from ..wording.figure_words import NOT_ENOUGH, share_cell
from ..wording.formats import percent

CHANNELS: Final = {"phone": "call", "chat": "chat", "email": "e-mail", "": "channel not known"}
_ROW: Final = 44.0
_LABELS: Final = 130.0  # width left of the bars
_WIDTH: Final = 360.0  # of a bar of the highest end
_HOURS: Final = (640.0, 200.0)  # width and height of the plot


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One bar with the line of its interval; ``height`` and ``whisker`` are "" where there is not enough data."""

    label: str
    value: str
    interval: str
    n: str
    x: str
    y: str
    width: str
    height: str
    middle: str  # of the bar, across its length
    whisker: str  # SVG path
    text_x: str = ""
    is_named: bool = True  # whether the axis names it


@dataclass(frozen=True, slots=True)
class ShareBars:
    """All bars of one chart, and what its highest end stands for."""

    bars: tuple[ShareBar, ...]
    height: str
    top: str  # the share at the upper end, "" when nothing is drawn
    said: str


def channel_bars(by_channel: Mapping[str, Figure]) -> ShareBars:
    """Lay bars side by side with their names; the whole width is the highest end of any interval."""
    highest = _highest(tuple(by_channel.values()))
    bars = []
    for number, channel in enumerate(sorted(by_channel, key=lambda name: list(CHANNELS).index(name))):
        figure, y = by_channel[channel], number * _ROW
        cell, known = share_cell(figure), figure.value is not None
        length = (figure.value or 0.0) / highest * _WIDTH
        low, high = (_LABELS + (end or 0.0) / highest * _WIDTH for end in (figure.low, figure.high))
        bars.append(
            ShareBar(
                CHANNELS[channel].capitalize(),
                cell.value or NOT_ENOUGH,
                cell.interval,
                cell.n,
                _n(_LABELS),
                _n(y + 8),
                _n(length),
                "24" if known else "",
                _n(y + 20),
                f"M{_n(low)} {_n(y + 14)}v12m0 -6H{_n(high)}m0 -6v12" if known and cell.interval else "",
                _n(max(high, _LABELS + length) + 10 if known else _LABELS),
            )
        )
    return ShareBars(tuple(bars), _n(len(bars) * _ROW), percent(highest), _said(bars))


def hour_bars(by_hour: Sequence[Figure]) -> ShareBars:
    """Stand 24 bars up; the whole height is the highest end of any interval."""
    highest, (width, height) = _highest(by_hour), _HOURS
    step = width / max(len(by_hour), 1)
    bars = []
    for hour, figure in enumerate(by_hour):
        cell, known, middle = share_cell(figure), figure.value is not None, (hour + 0.5) * step
        tall = (figure.value or 0.0) / highest * height
        low, high = (height - (end or 0.0) / highest * height for end in (figure.low, figure.high))
        bars.append(
            ShareBar(
                f"{hour}–{hour + 1}",
                cell.value or NOT_ENOUGH,
                cell.interval,
                cell.n,
                _n(hour * step + 3),
                _n(height - tall),
                _n(step - 6),
                _n(tall) if known else "",
                _n(middle),
                f"M{_n(middle - 4)} {_n(high)}h8m-4 0V{_n(low)}m-4 0h8" if known and cell.interval else "",
                is_named=hour % 3 == 0,
            )
        )
    return ShareBars(tuple(bars), _n(height), percent(highest), _said(bars))


def _highest(figures: Sequence[Figure]) -> float:
    return (
        max((end for figure in figures for end in (figure.value, figure.high) if end is not None), default=0.0) or 1.0
    )


def _said(bars: Sequence[ShareBar]) -> str:
    return "; ".join(f"{bar.label}: {bar.value}" for bar in bars)


def _n(number: float) -> str:
    """Return a length with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")

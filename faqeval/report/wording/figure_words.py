"""A figure as a cell or as a piece of a sentence."""

from dataclasses import dataclass
from typing import Final

from ...records import Figure
from .formats import amount, percent, percent_between, score

NOT_ENOUGH: Final = "not enough data"


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a table: its value, its 95 % interval and its n; ``value`` is "" when there is none."""

    value: str
    interval: str
    n: str = ""


def share_cell(figure: Figure) -> Cell:
    """Return a share as percent with its interval."""
    if figure.value is None:
        return Cell("", "", f"{figure.n:,}")
    between = "" if figure.low is None or figure.high is None else percent_between(figure.low, figure.high)
    return Cell(percent(figure.value), between, f"{figure.n:,}")


def rate_cell(figure: Figure) -> Cell:
    """Return a rate, such as contacts a month, with its interval."""
    if figure.value is None:
        return Cell("", "", f"{figure.n:,}")
    between = "" if figure.low is None or figure.high is None else f"{amount(figure.low)}–{amount(figure.high)}"
    return Cell(amount(figure.value), between, f"{figure.n:,}")


def points_cell(value: float | None) -> Cell:
    """Return a value of 0..1 without an interval as points of 100."""
    return Cell("" if value is None else score(value), "")


def share_in_words(figure: Figure) -> str:
    """Return a share with its interval as it stands in a sentence.

    Examples
    --------
    >>> share_in_words(Figure(0.31, 0.29, 0.334, 2431)), share_in_words(Figure(None, None, None, 3))
    ('31 % (29–33 %)', 'not enough data')
    """
    cell = share_cell(figure)
    if not cell.value:
        return NOT_ENOUGH
    return f"{cell.value} ({cell.interval})" if cell.interval else cell.value


def rate_in_words(figure: Figure) -> str:
    """Return a rate with its interval as it stands in a sentence."""
    cell = rate_cell(figure)
    if not cell.value:
        return NOT_ENOUGH
    return f"{cell.value} ({cell.interval})" if cell.interval else cell.value


def times_in_words(figure: Figure) -> str:
    """Return a multiple with its interval.

    Examples
    --------
    >>> times_in_words(Figure(2.34, 1.8, 3.1, 40))
    '2.3 (1.8–3.1)'
    """
    if figure.value is None:
        return NOT_ENOUGH
    between = "" if figure.low is None or figure.high is None else f" ({figure.low:.1f}–{figure.high:.1f})"
    return f"{figure.value:.1f}{between}"

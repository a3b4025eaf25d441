"""Dates and times as files write them, turned into ISO form."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from .cells import cell_text
from .moment_forms import Day, cut_moment, has_half, iso_clock, normal_moment, read_day

_ISO: Final = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d(?::\d\d(?::\d\d(?:[.,]\d{1,9})?)?)?(?:Z| ?[+-]\d\d(?::?\d\d)?)?)?"
    r"|\d{4}-?W\d\d(?:-?\d)?",  # or a week
    re.ASCII,
)
_EPOCH: Final = re.compile(  # seconds until 2033: 2026100209 is a date and an hour
    r"(-?1?\d{9}|\d{13}|\d{16}|\d{19})(?:\.\d{1,9})?", re.ASCII
)
_SERIAL: Final = re.compile(r"(\d{5})(?:[.,](\d{1,15}))?", re.ASCII)
_SERIALS: Final = range(36_526, 73_051)  # how Excel counts the days of 2000 to 2099
_SERIAL_DAY_0: Final = datetime(1899, 12, 30)
_EPOCH_UNITS: Final = {13: 1_000, 16: 1_000_000, 19: 1_000_000_000}
_MAX_CHARACTERS: Final = 80
_MONTHS: Final = 12
_DAY_S: Final = 86_400
_DATE_CHARACTERS: Final = 10
_FORM_CHARACTERS: Final = 30


@dataclass(frozen=True, slots=True)
class Order:
    """Whether the day stands before the month where both are numbers, and whether that is only a guess."""

    day_first: bool = True
    is_guess: bool = False

    def in_words(self, source: str) -> str:
        """Return the note about a guess."""
        first = "day" if self.day_first else "month"
        return (
            f"{source}: its dates do not tell whether the day or the month stands first; the {first} was taken. "
            "Write them as 2026-10-02 if that is wrong"
        )


@dataclass(frozen=True, slots=True)
class Moments:
    """One column of moments, read."""

    iso: list[str]  # "" where a cell is no moment
    order: Order
    unread_form: str  # form of the commonest text that is no moment; "" when all could be read
    n_unread: int  # cells with a text that is no moment


def iso_moments(cells: Iterable[object]) -> list[str]:
    """Return each cell as an ISO date or date-time; "" where it is none.

    Examples
    --------
    >>> iso_moments(["2026-11-30 12:05", "30.11.2026", 1764504300, "soon", "2026-11-30T12:05:00+01:00"])
    ['2026-11-30T12:05:00', '2026-11-30', '2025-11-30T12:05:00Z', '', '2026-11-30T11:05:00Z']
    """
    return read_moments(cells).iso


def read_moments(cells: Iterable[object]) -> Moments:
    """Read a column of moments: each whole, or not at all.

    Times with an offset or a zone become UTC and end in ``Z``; times without one are taken as they are. Whether
    ``3/4/2026`` is in March or April is decided for the whole column, see ``which_first``. Numbers are seconds to
    nanoseconds since 1970, days as Excel counts them, or digits of a date (``2026100209``).
    """
    texts = [cell_text(cell).strip() for cell in cells]
    known: dict[str, str] = {}
    cut: dict[str, tuple[Day, str]] = {}
    for text in dict.fromkeys(texts):
        known[text] = _plain(text)
        if text and not known[text] and len(text) <= _MAX_CHARACTERS:
            day_text, clock = cut_moment(normal_moment(text))
            day = read_day(day_text)
            if day is not None:
                cut[text] = day, clock
    order = which_first([day for day, _ in cut.values()], has_halves=any(has_half(clock) for _, clock in cut.values()))
    for text, (day, clock) in cut.items():
        known[text] = _joined(day, clock, order)
    unread = Counter(text for text in texts if text and not known[text])
    commonest = min(unread, key=lambda text: (-unread[text], text), default="")
    return Moments([known[text] for text in texts], order, form_of(commonest), unread.total())


def past_moments(cells: Sequence[object], column: str, source: str) -> tuple[list[str], tuple[str, ...]]:
    """Read a column that is good to know but not needed; what cannot be read, or lies after tomorrow, is "".

    Returns
    -------
    The moments in ISO form, and notes about what was guessed or could not be read.
    """
    moments = read_moments(cells)
    latest = _latest().isoformat()
    is_late = [iso[:_DATE_CHARACTERS] > latest for iso in moments.iso]
    notes: tuple[str, ...] = (moments.order.in_words(source),) if moments.order.is_guess else ()
    if moments.n_unread:
        notes += (
            f"{source}: {moments.n_unread} rows have a {column} like {moments.unread_form} (9 for a digit, a for a "
            "letter), which is no moment; it is taken as not known",
        )
    if any(is_late):
        notes += (f"{source}: {sum(is_late)} rows have a {column} in the future; it is taken as not known",)
    return ["" if late else iso for iso, late in zip(moments.iso, is_late, strict=True)], notes


def which_first(days: Collection[Day], *, has_halves: bool) -> Order:
    """Decide for a whole column whether the day stands before the month.

    A number above 12 decides; then that nothing lies in the future; then a dot, which divides days from months; then AM
    and PM beside other marks, which are American. Else it is a guess: there are more different days than months.

    Parameters
    ----------
    days : different days of the column.
    has_halves : whether a clock of the column says AM or PM.
    """
    pairs = [day for day in days if day.mark]
    if not pairs or any(day.first > _MONTHS for day in pairs):
        return Order()
    if any(day.second > _MONTHS for day in pairs):
        return Order(day_first=False)
    latest = _latest()
    possible = [first for first in (True, False) if all((day.on(day_first=first) or latest) <= latest for day in pairs)]
    if len(possible) == 1:
        return Order(possible[0])
    if any(day.mark == "." for day in pairs):
        return Order()
    if has_halves:
        return Order(day_first=False)
    if all(day.first == day.second for day in pairs):
        return Order()
    n_first, n_second = len({day.first for day in pairs}), len({day.second for day in pairs})
    return Order(day_first=n_first >= n_second, is_guess=True)


def _latest() -> date:
    """Return tomorrow: a clock may be wrong by a zone."""
    return datetime.now(UTC).date() + timedelta(days=1)


def form_of(text: str) -> str:
    """Return the form of a text without what it says: 9 for a digit, a for a letter.

    Examples
    --------
    >>> form_of("kl. 09:19, 2 okt"), form_of("Ünlü 1")
    ('aa. 99:99, 9 aaa', 'aaaa 9')
    """
    shown = text[:_FORM_CHARACTERS]
    form = "".join("9" if sign.isdigit() else "a" if sign.isalpha() else sign for sign in shown if sign.isprintable())
    return form + ("…" if len(text) > _FORM_CHARACTERS else "")


def _plain(text: str) -> str:
    """Return what programs write in ISO form; "" where it is in another form, or none."""
    try:
        if match := _EPOCH.fullmatch(text):
            seconds = int(match[1]) // _EPOCH_UNITS.get(len(match[1]), 1)
            return _written(datetime.fromtimestamp(seconds, UTC))
        if match := _SERIAL.fullmatch(text):
            return _of_serial(int(match[1]), float(f"0.{match[2] or 0}"), is_day=match[2] is None)
        if not _ISO.fullmatch(text):
            return ""
        moment = datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-"))
        return _written(moment) if len(text) > len("2026-W40-5") else moment.date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def _of_serial(days: int, part: float, *, is_day: bool) -> str:
    if days not in _SERIALS:
        return ""
    moment = _SERIAL_DAY_0 + timedelta(days=days, seconds=round(part * _DAY_S))
    return moment.date().isoformat() if is_day else moment.isoformat()


def _joined(day: Day, clock: str, order: Order) -> str:
    found: date | None = day.on(day_first=order.day_first)
    behind = iso_clock(clock) if clock else ""
    if found is None or (clock and not behind):
        return ""
    try:
        return _written(datetime.fromisoformat(found.isoformat() + behind)) if behind else found.isoformat()
    except (ValueError, OverflowError):
        return ""


def _written(moment: datetime) -> str:
    if moment.tzinfo is None:
        return moment.replace(microsecond=0).isoformat()
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"

"""One moment as people and programs write it, cut into day and clock: read whole or not at all.

``CUT`` and ``COMPACT`` are used by engines too: they hold only what Python, RE2 (DuckDB) and Java (Spark) read alike.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

BLANKS: Final = "[\u00a0\u2000-\u200a\u202f\u3000\t ]+"  # browsers put a narrow no-break space before AM
MARKS: Final = "[\u200e\u200f\ufeff]"  # that turn the direction of writing
CUT: Final = (  # day, clock
    r"^(.*?[0-9a-zåäöøæüé.])(?:[ ,]+(?:kl[.]?|klo|klockan|um|at|om|den|t|-)? *|t|:)"
    r"([0-9]{1,2}[:.][0-9]{2}(?:[^0-9].*)?|[0-9]{1,2} ?[ap][.]? ?m[.]?)$"
)
COMPACT: Final = (  # 20261002T0919, 2026100209; a number of ten digits that begins with 20 counts no seconds yet
    r"^((?:19|20)[0-9]{6})(t[0-9]{4}(?:[0-9]{2})?(?:[^0-9].*)?|[0-9]{4}|[0-9]{6}|[0-9]{9})$|"
    r"^(20[0-9]{6})([0-9]{2})$"
)
FRACTION: Final = r"[.,][0-9]{3,9}"

_CUT: Final = re.compile(CUT)
_COMPACT: Final = re.compile(COMPACT)
_BLANKS, _MARKS = re.compile(BLANKS), re.compile(MARKS)
_YEAR_AT_END: Final = re.compile(r"(.*[^0-9:.+-]) ?([0-9]{4})")  # Fri Oct 2 09:19:00 CEST 2026

_NUMERIC: Final = re.compile(r"([0-9]{1,2})([./-]) ?([0-9]{1,2})([./ -]) ?([0-9]{4}|[0-9]{2})")
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})([./-]) ?([0-9]{1,2})\2 ?([0-9]{1,2})[.]?|([0-9]{4})([0-9]{2})([0-9]{2})")
_DAY_AND_NAME: Final = re.compile(
    r"([0-9]{1,2})(?:[.]|st|nd|rd|th|:e)?[ /-]*(?:of )?([a-zä]{3,10})[.]?[ ,/-]+([0-9]{4}|[0-9]{2})"
)
_NAME_AND_DAY: Final = re.compile(r"([a-zä]{3,10})[.]? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})")
_LEADING_WORD: Final = re.compile(r"([a-zåäöøæü]{2,10})[.]?,? +")
_CLOCK: Final = re.compile(
    r"t?([0-9]{1,2})(?:([:.])([0-9]{2})(?:\2([0-9]{2})(?:[.,:][0-9]{1,9})?)?)?"
    r" ?(?:([ap])[.]? ?m[.]?|([fe])[.]?m[.]?)?(?: ?(?:uhr|uur|h))?,? ?"
    r"([a-z]{1,4})? ?([+-][0-9]{1,2}(?::?[0-9]{2})?)?(?: ?[(\[][^()\[\]]{1,60}[)\]])?"
)
_COMPACT_CLOCK: Final = re.compile(r"t?([0-9]{2})([0-9]{2})?([0-9]{2})?(?:[0-9]{3})?(?:[.,][0-9]{1,9})?(z|[+-].*)?")
_OFFSET: Final = re.compile(r"([+-])([0-9]{1,2}?):?([0-9]{2})?")

_MONTH_NAMES: Final = (
    "jan january januari januar jänner", "feb february februari februar", "mar march mars marts maart märz mrt mär mrz",
    "apr april", "may maj mai mei", "jun june juni", "jul july juli", "aug august augusti augustus",
    "sep sept september", "oct okt october oktober", "nov november", "dec des dez december desember dezember",
)  # fmt: skip
_MONTH: Final = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_PASSED_OVER: Final = frozenset(
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday "
    "mån måndag tis tisdag ons onsdag tor tors torsdag fre fredag lör lördag sön söndag "
    "man mandag tir tirs tirsdag lør lørdag søn søndag "
    "ma maandag di dinsdag wo woensdag do donderdag vr vrijdag za zaterdag zo zondag "
    "mo montag dienstag mi mittwoch donnerstag fr freitag sa samstag sonnabend so sonntag den der".split()
)
_ZONES: Final = {
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2,
    "met": 1, "mest": 2, "eet": 2, "eest": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7,
}  # fmt: skip
_CENTURY: Final = 2000
_NOON: Final = 12
_HOURS, _MINUTES = 24, 60


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; ``mark`` divides two numbers of which either may be the month ("": ``first`` is the month)."""

    year: int
    first: int
    second: int
    mark: str = ""

    def on(self, *, day_first: bool) -> date | None:
        """Return the date, the day or the month first where that is open; None where there is no such day."""
        month, day = (self.second, self.first) if self.mark and day_first else (self.first, self.second)
        try:
            return date(self.year, month, day)
        except ValueError:
            return None


def normal_moment(text: str) -> str:
    """Return a text as ``CUT`` wants it: lower case, one plain blank at a time.

    Examples
    --------
    >>> normal_moment("10/2/2026, 9:19\\u202fAM")
    '10/2/2026, 9:19 am'
    """
    return _BLANKS.sub(" ", _MARKS.sub("", text)).strip(" ").lower()


def cut_moment(normal: str) -> tuple[str, str]:
    """Return the day and the clock of a normal text as they are written; the clock is "" where there is none.

    Examples
    --------
    >>> cut_moment("fri oct 2 09:19:00 cest 2026"), cut_moment("2.10.2026 klo 9.19"), cut_moment("2026100209")
    (('fri oct 2 2026', '09:19:00 cest'), ('2.10.2026', '9.19'), ('20261002', '09'))
    """
    if match := _COMPACT.match(normal):
        return match[1] or match[3], match[2] or match[4]
    match = _CUT.match(normal)
    if match is None:
        return normal, ""
    day, clock = match[1], match[2]
    if (behind := _YEAR_AT_END.fullmatch(clock)) and day[-5:-4] not in (" ", "."):
        return f"{day} {behind[2]}", behind[1].strip()
    return day, clock


def read_day(written: str) -> Day | None:
    """Return the day that a normal text names; None when it names none.

    Examples
    --------
    >>> read_day("fredag den 2. oktober 2026")
    Day(year=2026, first=10, second=2, mark='')
    >>> read_day("2/10/26").mark, read_day("09.19")
    ('/', None)
    """
    while (word := _LEADING_WORD.match(written)) and word[1] in _PASSED_OVER:
        written = written[word.end() :]
    if match := _YEAR_FIRST.fullmatch(written):
        year, month, day = match.group(1, 3, 4) if match[1] else match.group(5, 6, 7)
        return Day(int(year), int(month), int(day))
    if match := _NUMERIC.fullmatch(written):
        mark = match[2] if match[2] == match[4] else "."  # 2/10-2026 is Nordic
        return Day(_year(match[5]), int(match[1]), int(match[3]), mark)
    if (match := _DAY_AND_NAME.fullmatch(written)) and match[2] in _MONTH:
        return Day(_year(match[3]), _MONTH[match[2]], int(match[1]))
    if (match := _NAME_AND_DAY.fullmatch(written)) and match[1] in _MONTH:
        return Day(int(match[3]), _MONTH[match[1]], int(match[2]))
    return None


def _year(written: str) -> int:
    return int(written) + (_CENTURY if len(written) == 2 else 0)


def has_half(clock: str) -> bool:
    """Say whether a clock counts twelve hours, with AM or PM."""
    match = _CLOCK.fullmatch(clock)
    return match is not None and match[5] is not None


def iso_clock(written: str) -> str:
    """Return a clock as it stands behind a day in ISO form, with its offset; "" when it is none.

    Examples
    --------
    >>> [iso_clock(clock) for clock in ("9:19 pm", "9.19 uhr", "09:19:00.5 gmt+0200 (cest)", "09:19 cet", "25:00", "9")]
    ['T21:19:00', 'T09:19:00', 'T09:19:00+02:00', 'T09:19:00+01:00', '', '']
    """
    match = _CLOCK.fullmatch(written)
    if match is None or match[3] is None:
        compact = _COMPACT_CLOCK.fullmatch(written)
        if compact and (len(compact[1] + (compact[2] or "")) == 4 or len(written) == 2):
            return _put_together((compact[1], compact[2], compact[3]), "", compact[4] or "")
    if match is None or (match[3] is None and not match[5]):
        return ""
    half = {"a": "a", "p": "p", "f": "a", "e": "p"}.get(match[5] or match[6] or "", "")
    name, offset = match[7] or "", match[8] or ""
    if name and not offset:
        if name not in _ZONES:
            return ""
        offset = f"{_ZONES[name]:+03d}:00" if _ZONES[name] else "z"
    return _put_together((match[1], match[3], match[4]), half, offset)


def _put_together(clock: tuple[str | None, str | None, str | None], half: str, offset: str) -> str:
    hour, minute, second = (int(part or 0) for part in clock)
    if half:
        if half == "a" and hour > _NOON:
            return ""
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    if hour >= _HOURS or minute >= _MINUTES or second >= _MINUTES:
        return ""
    behind = _iso_offset(offset)
    return "" if behind is None else f"T{hour:02d}:{minute:02d}:{second:02d}{behind}"


def _iso_offset(written: str) -> str | None:
    if not written or written == "z":
        return written.upper()
    match = _OFFSET.fullmatch(written)
    if match is None or int(match[2]) >= _HOURS or int(match[3] or 0) >= _MINUTES:
        return None
    return f"{match[1]}{int(match[2]):02d}:{match[3] or '00'}"

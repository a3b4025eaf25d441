"""Dates and times as files write them, turned into ISO form."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Final

from .cells import cell_text

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}|\d{8}")
_PARTS: Final = re.compile(
    r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?:,?[ T](\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?)?(?: ?([AaPp])\.?[Mm]\.?)?"
)
_YEAR_FIRST: Final = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?")
_EPOCH: Final = re.compile(r"-?\d{9,10}(?:\.\d{1,9})?|\d{13}|\d{16}")
_EPOCH_MS_FROM: Final = 100_000_000_000
_EPOCH_US_FROM: Final = 100_000_000_000_000  # web analytics count in microseconds
_APART: Final = re.compile(r" (?=[+-]\d\d:?(?:\d\d)?$)")  # a blank before the offset
_MAX_CHARACTERS: Final = 40
_MONTHS: Final = 12
_NOON: Final = 12
_CENTURY: Final = 2000


def iso_moments(cells: Iterable[object]) -> list[str]:
    """Return each cell as an ISO date or date-time; "" where it is none.

    Times with an offset become UTC and end in ``Z``; times without one are taken as they are. Whether ``3/4/2026`` is
    in March or April is decided for the whole column: by the cells that leave no choice, else the day comes first.

    Examples
    --------
    >>> iso_moments(["2026-11-30 12:05", "30.11.2026", 1764504300, "soon", "2026-11-30T12:05:00+01:00"])
    ['2026-11-30T12:05:00', '2026-11-30', '2025-11-30T12:05:00Z', '', '2026-11-30T11:05:00Z']
    """
    texts = [cell_text(cell).strip() for cell in cells]
    day_first = _day_comes_first(texts)
    known = {text: _iso(text, day_first=day_first) for text in dict.fromkeys(texts)}
    return [known[text] for text in texts]


def _day_comes_first(texts: Sequence[str]) -> bool:
    pairs = {(int(match[1]), int(match[2])) for text in dict.fromkeys(texts) if (match := _PARTS.fullmatch(text))}
    if any(first > _MONTHS for first, _ in pairs):
        return True
    return not any(second > _MONTHS for _, second in pairs)


def _iso(text: str, *, day_first: bool) -> str:
    if not text or len(text) > _MAX_CHARACTERS:
        return ""
    try:
        if _EPOCH.fullmatch(text):
            seconds = float(text)
            if seconds >= _EPOCH_MS_FROM:
                seconds /= 1_000_000 if seconds >= _EPOCH_US_FROM else 1_000
            return _written(datetime.fromtimestamp(seconds, UTC))
        if _ISO_DATE.fullmatch(text):
            return datetime.fromisoformat(text).date().isoformat()
        if match := _PARTS.fullmatch(text):
            first, second, year = int(match[1]), int(match[2]), int(match[3])
            day, month = (first, second) if day_first else (second, first)
            year += _CENTURY if len(match[3]) == 2 else 0
            return _put_together(year, month, day, match.group(4, 5, 6), match[7])
        if match := _YEAR_FIRST.fullmatch(text):
            return _put_together(int(match[1]), int(match[2]), int(match[3]), match.group(4, 5, 6), None)
        return _written(datetime.fromisoformat(_APART.sub("", text)))
    except (ValueError, OverflowError, OSError):
        return ""


def _put_together(year: int, month: int, day: int, clock: Sequence[str | None], half: str | None) -> str:
    hour, minute, second = (int(part or 0) for part in clock)
    if half:
        hour = hour % _NOON + (_NOON if half in "Pp" else 0)
    moment = datetime(year, month, day, hour, minute, second)
    return moment.isoformat() if clock[0] else moment.date().isoformat()


def _written(moment: datetime) -> str:
    if moment.tzinfo is None:
        return moment.replace(microsecond=0).isoformat()
    return moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat() + "Z"

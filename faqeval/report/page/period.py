"""From when to when customers asked."""

import pandas as pd

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def first_and_last_day(queries: pd.DataFrame) -> tuple[str, str]:
    """Return the first and the last ISO date on which a query was asked; ("", "") when no date is known."""
    first = [day[:10] for day in queries["first_asked_at"] if day]
    last = [day[:10] for day in queries["last_asked_at"] if day]
    return (min(first), max(last)) if first and last else ("", "")


def period_in_words(first: str, last: str) -> str:
    """Return the period as it stands in a sentence, "" when it is not known.

    Examples
    --------
    >>> period_in_words("2026-10-01", "2026-10-29")
    'in October 2026'
    >>> period_in_words("2026-10-08", "2026-10-10")
    'from 8 to 10 October 2026'
    >>> period_in_words("2026-09-20", "2026-11-03")
    'from 20 September to 3 November 2026'
    """
    try:
        year, month, day = map(int, first.split("-"))
        to_year, to_month, to_day = map(int, last.split("-"))
    except ValueError:
        return ""
    end = f"{to_day} {_MONTHS[to_month - 1]} {to_year}"
    if (year, month, day) == (to_year, to_month, to_day):
        return f"on {end}"
    if (year, month) == (to_year, to_month):
        whole = day <= _FIRST_DAYS and to_day >= _LAST_DAYS
        return f"in {_MONTHS[month - 1]} {year}" if whole else f"from {day} to {end}"
    if year == to_year:
        return f"from {day} {_MONTHS[month - 1]} to {end}"
    return f"from {day} {_MONTHS[month - 1]} {year} to {end}"


def day_in_words(day: str) -> str:
    """Return an ISO date in words, "" when it is none.

    Examples
    --------
    >>> day_in_words("2026-10-31")
    '31 October 2026'
    """
    return period_in_words(day, day).removeprefix("on ")


_FIRST_DAYS = 5  # a log that begins by the 5th and ends from the 26th on stands for its month
_LAST_DAYS = 26

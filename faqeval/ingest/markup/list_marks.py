"""Bullets and numbers at the beginning of lines: which are marks of a list, and which belong to the sentence."""

import re
from collections.abc import Sequence
from typing import Final

BULLET: Final = re.compile(r"\s*[-–—*•●▪◦‣·]\s+(?=\S)")
NUMBER: Final = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")

_MONTHS: Final = (
    "januari?|january|jan|februari?|february|feb|mars|march|mar|märz|maart|mrt|april|apr|maj|mai|may|mei|juni?|june|"
    "juli?|july|august|augusti|augustus|aug|sept?|september|oktober|october|okt|oct|november|nov|"
    "desember|dezember|december|dez|dec"
)
# "2. juni" is a date in Danish, Norwegian and German, not the second step
DATE: Final = re.compile(rf"\s*\d{{1,2}}\.\s+(?:(?:{_MONTHS})\b|des\.)", re.IGNORECASE)


def step_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return which lines are steps: numbered, no dates, and with the number before or after it in the same text.

    Examples
    --------
    >>> sorted(step_lines(["1. Log in", "2. Pay", "3. juni is the last day", "30. That is all"]))
    [0, 1]
    """
    numbers = {
        place: int(match[1])
        for place, line in enumerate(lines)
        if (match := NUMBER.match(line)) and not DATE.match(line)
    }
    given = set(numbers.values())
    return frozenset(place for place, number in numbers.items() if {number - 1, number + 1} & given)

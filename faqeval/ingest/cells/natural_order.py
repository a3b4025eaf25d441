"""The order people expect of ids: q2 before q10."""

import re

_DIGITS = re.compile(r"([0-9]+)")


def natural_key(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key under which runs of digits compare as numbers; total and the same on every machine.

    Examples
    --------
    >>> sorted(["q10", "q2", "a"], key=natural_key)
    ['a', 'q2', 'q10']
    """
    # by length and digits instead of int(): Python refuses to convert more than 4,300 digits
    return (*(_part(part) for part in _DIGITS.split(text) if part), (3, 0, text))


def _part(part: str) -> tuple[int, int, str]:
    if not part[0].isascii() or not part[0].isdigit():
        return (2, 0, part)
    number = part.lstrip("0")
    return (1, len(number), number)

"""Numbers as people write them: which mark divides thousands and which the decimals is decided for a whole column."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from .cells import cell_text

_GROUPED: Final = re.compile(r"\d{1,3}(?:([,.])\d{3})(?:\1\d{3})*|\d{1,2}(?:,\d{2})+,\d{3}")  # the last as in India
_ONE_MARK: Final = re.compile(r"(\d*)([,.])(\d*)")
_BLANK_GROUPS: Final = re.compile(r"(?<=\d)[\s'’](?=\d{3}(?!\d))")  # 1 204 567, 1'204
_PLAIN: Final = re.compile(r"\d{1,15}(?:\.0{1,2})?")
_CLOCK: Final = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,]\d{1,6})?")
_MAX_CHARACTERS: Final = 40
_THOUSAND: Final = 3  # digits of a group
_MANY: Final = 3  # different numbers that all end in ,000 are decimals that a program fills up


def plain_numbers(cells: Iterable[object], *, whole: bool) -> list[str]:
    """Return each cell with digits and a decimal point only where it is a number, else as it was written.

    ``1,204`` may be a thousand or a little more than one. What the other cells of the column leave no choice about
    decides: ``5,0`` and ``1.204,5`` say that the comma divides decimals, ``1,204,000`` that it does not. Blanks of
    any kind and apostrophes divide thousands.

    Parameters
    ----------
    cells : one column.
    whole : whether only whole numbers make sense, as for counts. Then a mark before three digits divides thousands
        unless decimals are ruled in by other cells and these three are 000. Else ``1.204`` stays a decimal
        where every cell has such a mark, for programs write seconds that way.

    Examples
    --------
    >>> plain_numbers(["1,204", "640", "<10", "8.5%"], whole=True)
    ['1204', '640', '<10', '8.5%']
    >>> plain_numbers(["1.234,0", "5,0", 2.5], whole=False)
    ['1234.0', '5.0', '2.5']
    """
    listed = list(cells)
    is_text = [isinstance(cell, str) for cell in listed]
    written = [cell_text(cell).strip() for cell in listed]
    different = {text for text, is_typed in zip(written, is_text, strict=True) if is_typed}
    if all(_PLAIN.fullmatch(text) or not text for text in different):
        return written
    bare = {text: _BLANK_GROUPS.sub("", text) for text in different if len(text) <= _MAX_CHARACTERS}
    decimal_mark = _decimal_mark(set(bare.values()), whole=whole)
    known = {text: _plain(number, decimal_mark, whole=whole) or text for text, number in bare.items()}
    return [known.get(text, text) if is_typed else text for text, is_typed in zip(written, is_text, strict=True)]


def plain_durations(cells: Iterable[object]) -> list[str]:
    """Return each cell in seconds: numbers as ``plain_numbers`` does, ``0:05:23`` and ``05:23`` as 323.

    Examples
    --------
    >>> plain_durations(["00:05:23", "1 234", "soon"])
    ['323', '1234', 'soon']
    """
    return [_seconds(number) for number in plain_numbers(cells, whole=False)]


def _seconds(text: str) -> str:
    match = _CLOCK.fullmatch(text)
    if match is None or int(match[3]) > 59 or (match[1] and int(match[2]) > 59):
        return text
    return str(int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3]))


def _decimal_mark(numbers: Collection[str], *, whole: bool) -> str:
    """Return the mark that divides decimals in a column; "" when no cell says which, or cells say different ones."""
    said = {mark for number in numbers if (mark := _said_decimal(number))}
    if len(said) == 1:
        return said.pop()
    if said:
        return ""
    grouped = [match for number in numbers if (match := _GROUPED.fullmatch(number))]
    marks = {match[1] or "," for match in grouped}
    if len(marks) != 1 or any(number.count(mark) > 1 for number in numbers for mark in marks):
        return ""
    mark = marks.pop()
    every = len(grouped) == sum(number != "" for number in numbers)
    is_filled_up = len(grouped) >= _MANY and all(number.endswith("000") for number in numbers if number)
    if every and is_filled_up:
        return mark
    is_long = any(number.isdigit() and len(number) > _THOUSAND for number in numbers)  # 1204 beside 1.204
    return mark if not whole and ((every and mark == ".") or is_long) else ""


def _said_decimal(number: str) -> str:
    """Return the mark that can only divide decimals in one number; "" where it leaves a choice."""
    places = {mark: number.rfind(mark) for mark in ",." if mark in number}
    if len(places) == 2:
        mark = max(places, key=lambda one: places[one])
        front, _, back = number.rpartition(mark)
        return mark if _GROUPED.fullmatch(front) and mark not in front and back.isdigit() else ""
    match = _ONE_MARK.fullmatch(number)
    if match is None or not (match[1] or match[3]):
        return ""
    leaves_choice = len(match[3]) == _THOUSAND and 0 < len(match[1]) <= _THOUSAND and not match[1].startswith("0")
    return "" if leaves_choice else match[2]


def _plain(number: str, decimal_mark: str, *, whole: bool) -> str:
    """Return a number with a decimal point at most; "" where it is none."""
    if not number.isascii() or not number[:1].isdigit() or not number.strip(",.").replace(",", "").replace(".", ""):
        return ""
    if number.isdigit():
        return number
    own = _said_decimal(number)
    if own:
        front, _, back = number.rpartition(own)
        digits = front.replace(",", "").replace(".", "")
        return f"{digits}.{back}" if digits.isdigit() and (back.isdigit() or not back) else ""
    match = _GROUPED.fullmatch(number)
    if match is None:
        return ""
    mark = match[1] or ","
    front, _, back = number.rpartition(mark)
    is_decimal = mark == decimal_mark and number.count(mark) == 1 and (not whole or not int(back))
    return f"{front}.{back}" if is_decimal else number.replace(mark, "")


def whole_number(text: str, most: int) -> int:
    """Return a plain number as a whole one from 0 to ``most``; -1 for anything else.

    Examples
    --------
    >>> [whole_number(text, 5_000) for text in ("1204", "1204.0", "1.5", "9999", "<10", "")]
    [1204, 1204, -1, -1, -1, -1]
    """
    front, _, back = text.partition(".")
    if not (front.isascii() and front.isdigit()) or back.strip("0") or len(front) > len(str(most)):
        return -1
    return int(front) if int(front) <= most else -1

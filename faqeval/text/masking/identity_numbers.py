"""Numbers that states give their people."""

import re
from datetime import date

from ..languages.registry import SUPPORTED
from ..languages.registry import language as known
from .cues import precedes

_SHAPES = (
    # Finland; United Kingdom (national insurance); United States
    re.compile(r"(?<![^\W_])\d{6}[-+a-fu-y]\d{3}[0-9a-fhj-npr-y](?![^\W_])"),
    re.compile(r"(?<![^\W_])[a-ceghj-prstw-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![^\W_])"),
    re.compile(r"(?<![^\W_]|-)\d{3}-\d{2}-\d{4}(?![^\W_]|-)"),
)
_LETTERED = re.compile(r"(?<![^\W_])[a-z\d]{1,20}(?:[-/][a-z\d]{1,20}){0,4}(?![^\W_])")
_FOUR_DIGITS = re.compile(r"\d{4}")
_DATE_AND_FOUR = re.compile(r"(?:19|20)?\d{6}[-+–‐‑ ]\d{4}")


def mask_shaped_identities(text: str) -> str:
    """Text with numbers that hold letters or have a shape of their own as [ID]."""
    for shape in _SHAPES:
        if shape.search(text.lower()):
            text = _sub_on_lower(shape, text)
    return text


def mask_lettered_identities(text: str) -> str:
    """Text with words of letters and four digits or more as [ID] where they follow "policy number" or "order"."""
    lower = text.lower()
    if len(lower) != len(text) or not _FOUR_DIGITS.search(text):
        return text
    pieces, last = [], 0
    for match in _LETTERED.finditer(lower):
        if not _FOUR_DIGITS.search(match[0]) or match[0].replace("-", "").replace("/", "").isdigit():
            continue
        if _is_after_cue(lower, match.start()):
            pieces += [text[last : match.start()], "[ID]"]
            last = match.end()
    return "".join(pieces) + text[last:]


def _is_after_cue(lower: str, place: int) -> bool:
    return precedes("identity_cues", lower, place) or precedes("order_cues", lower, place)


def _sub_on_lower(shape: re.Pattern[str], text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is longer ("İ"): look at the text as it is
        lower = text
    pieces, last = [], 0
    for match in shape.finditer(lower):
        if shape is _SHAPES[0] and not _is_day(match[0][:2], match[0][2:4]):
            continue
        pieces += [text[last : match.start()], "[ID]"]
        last = match.end()
    return "".join(pieces) + text[last:]


def is_identity(digits: str, written: str, lower: str, place: int, language: str) -> bool:
    """Whether a number is one of a person.

    Parameters
    ----------
    digits : its ASCII digits.
    written : the number as written.
    lower, place : the whole text in lower case and where the number starts in it, for cue words.
    language : code or "und".

    Notes
    -----
    Of 20,000 random numbers the check digits of se, no and de pass .4 %, .06 % and .1 %: they decide alone, even after
    "invoice". dk, nl and gb pass 3–9 %: they need the shape, the language or a cue. A Danish check digit is never
    required (numbers since 2007 have none), and a Swedish shape with a slip in it is still somebody's number.
    """
    n_digits = len(digits)
    if (n_digits in (10, 12) and _is_swedish(digits)) or (n_digits == 11 and _is_norwegian_or_german(digits)):
        return True
    if n_digits >= 5 and (_is_after_cue(lower, place) or precedes("birth_cues", lower, place)):
        return True
    if precedes("other_number_cues", lower, place):
        return False
    if n_digits in (10, 12) and _DATE_AND_FOUR.fullmatch(written):
        return _is_plausible(digits[-10:], "yymmdd") or _is_plausible(digits[-10:], "ddmmyy")
    forms = known(language).bare_identity_numbers if language in SUPPORTED else ()
    return any(
        _is_plausible(digits, form) if form in ("ddmmyy", "yymmdd") else _passes(form, digits)
        for length, form in forms
        if n_digits == length
    )


def _is_swedish(digits: str) -> bool:
    if len(digits) == 12 and digits[:2] not in ("18", "19", "20"):
        return False
    digits = digits[-10:]
    return _is_plausible(digits, "yymmdd") and passes_luhn(digits)


def _is_plausible(digits: str, order: str) -> bool:
    year, month, day = (digits[0:2], digits[2:4], digits[4:6])
    if order == "ddmmyy":
        year, day = day, year
    elif int(day) > 60:  # Swedish coordination numbers: day + 60
        day = str(int(day) - 60)
    return _is_day(day, month, year)


def _is_day(day: str, month: str, year: str = "00") -> bool:
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        # 29 February of a leap year of the last century
        return int(month) == 2 and int(day) == 29
    return True


def passes_luhn(digits: str) -> bool:
    """Whether the last digit is the Luhn check digit of the others."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _is_norwegian_or_german(digits: str) -> bool:
    return _passes("no.fodselsnummer", digits) or _passes("de.idnr", digits)


def _passes(name: str, digits: str) -> bool:
    from stdnum.de import idnr
    from stdnum.nl import bsn
    from stdnum.no import fodselsnummer

    module = {"no.fodselsnummer": fodselsnummer, "de.idnr": idnr, "nl.bsn": bsn}[name]
    return bool(module.is_valid(digits))

"""Runs of digits: whose number is it?"""

import re
import unicodedata
from collections.abc import Iterator

from .cues import CARD, ORDER, PHONE, precedes
from .identity_numbers import is_identity, passes_luhn
from .phones import PhoneChecks

_RUN = re.compile(r"(?<![^\W_])(?:\+|\(\+?|00)?\d(?:[ \xa0./()‐‑–-]{0,3}+\d)*+")
_CHUNK = re.compile(r"[+(]{0,2}+\d++")
_UNITS = r"kr|sek|nok|dkk|eur|euro|usd|gbp|€|\$|£|:-|,-|kwh|kw|mb|gb|mbit|gbit|%"
_HIDDEN = (  # digits of these are nobody's number
    re.compile(r"(?<!\d)(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}(?!\d)(?![-+]\d{4}(?!\d))"),  # 2026-11-30
    re.compile(r"(?<![\d-])\d{1,2}([-./] ?)\d{1,2}\1(?:19|20)?\d\d(?!\d|[-./]\d)"),  # 30.11.2026
    re.compile(r"(?<!\d)\d{1,2}[.:]\d\d ?[-–] ?\d{1,2}[.:]\d\d(?!\d)"),  # 08.00-17.00
    re.compile(rf"(?<!\d)\d{{1,3}}(?:[ .\xa0]\d{{3}}){{1,4}}(?:,\d\d)?(?= ?(?:{_UNITS})(?![^\W_]))"),  # 12 500 kr
    re.compile(rf"(?<!\d)\d+(?:[.,]\d+)?(?= ?(?:{_UNITS})(?![^\W_]))"),
    re.compile(r"(?<=[€$£])[ \xa0]?\d{1,3}(?:[ .,\xa0]?\d{3}){0,4}(?!\d)"),
)
_FEWEST, _MOST = 5, 19  # digits of a number that may be somebody's
_MOST_CHUNKS = 8  # pieces with blanks between them that may be one number


def mask_numbers(text: str, language: str) -> str:
    """Text with identity, card and phone numbers as [ID], [CARD], [PHONE].

    Time is linear: each piece of digits is looked at with at most seven after it, and past a fixed number of
    phone checks every number of a phone's length is masked unchecked.
    """
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    shadow = _without_harmless_numbers(lower)
    checks = PhoneChecks(language)
    pieces, last = [], 0
    for start, end, tag in _found(shadow, lower, language, checks):
        pieces += [text[last:start], tag]
        last = end
    return "".join(pieces) + text[last:]


def _without_harmless_numbers(lower: str) -> str:
    for harmless in _HIDDEN:
        lower = harmless.sub(lambda match: "x" * len(match[0]), lower)
    return lower


def _found(shadow: str, lower: str, language: str, checks: PhoneChecks) -> Iterator[tuple[int, int, str]]:
    for run in _RUN.finditer(shadow):
        if run.end() - run.start() < _FEWEST:
            continue
        chunks = [(match.start(), match.end()) for match in _CHUNK.finditer(shadow, run.start(), run.end())]
        first = 0
        while first < len(chunks):
            for last in range(min(len(chunks), first + _MOST_CHUNKS), first, -1):
                start, end = chunks[first][0], chunks[last - 1][1]
                tag = _tag(shadow[start:end], lower, start, end, language, checks)
                if tag:
                    yield start, end, tag
                    first = last
                    break
            else:
                first += 1


def _tag(written: str, lower: str, start: int, end: int, language: str, checks: PhoneChecks) -> str:
    if len(written) > 3 * _MOST or (end < len(lower) and (lower[end].isalpha() or lower[end] == "_")):
        return ""
    digits = "".join(str(unicodedata.digit(character)) for character in written if character.isdigit())
    if not _FEWEST <= len(digits) <= _MOST:
        return ""
    if is_identity(digits, written, lower, start, language):
        return "[ID]"
    if _is_card(digits, lower, start):
        return "[CARD]"
    if precedes(ORDER, lower, start) and not written.startswith("+"):
        return ""
    return "[PHONE]" if checks.is_phone(digits, written, precedes(PHONE, lower, start)) else ""


def _is_card(digits: str, lower: str, start: int) -> bool:
    if not 13 <= len(digits) <= 19:
        return False
    if precedes(CARD, lower, start):
        return True
    # A tenth of all numbers pass Luhn: without a cue only the lengths and first digits of the large card issuers count.
    issued = (len(digits) == 16 and digits[0] in "23456") or (len(digits) == 15 and digits[:2] in ("34", "37"))
    return issued and passes_luhn(digits) and not precedes(ORDER, lower, start)

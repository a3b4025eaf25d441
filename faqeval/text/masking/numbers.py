"""Runs of digits: whose number is it?"""

import re
from collections.abc import Collection, Iterator

from .cues import precedes
from .identity_numbers import is_identity, passes_luhn
from .phones import PhoneChecks, ascii_digits, forms_of_phone

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
_PUBLIC = "public"
_MOST_CHUNKS = 8  # pieces with blanks between them that may be one number


def mask_numbers(text: str, language: str, public_phones: Collection[str] = ()) -> str:
    """Text with identity, card and phone numbers as [ID], [CARD], [PHONE]; ``public_phones`` stay as they are.

    Time is linear: each piece of digits is looked at with at most seven after it, and past a fixed number of
    phone checks every number of a phone's length is masked unchecked.
    """
    pieces, last = [], 0
    for start, end, tag in _found(text, language, public_phones):
        if tag != _PUBLIC:
            pieces += [text[last:start], tag]
            last = end
    return "".join(pieces) + text[last:]


def phone_numbers(text: str, language: str) -> frozenset[str]:
    """Return the phone numbers of a text, in forms that other spellings of them share."""
    return frozenset(
        form
        for start, end, tag in _found(text, language, ())
        if tag == "[PHONE]"
        for form in forms_of_phone(text[start:end])
    )


def _without_harmless_numbers(lower: str) -> str:
    for harmless in _HIDDEN:
        lower = harmless.sub(lambda match: "x" * len(match[0]), lower)
    return lower


def _found(text: str, language: str, public_phones: Collection[str]) -> Iterator[tuple[int, int, str]]:
    lower = text.lower()
    if len(lower) != len(text):
        lower = text
    shadow = _without_harmless_numbers(lower)
    checks = PhoneChecks(language)
    for run in _RUN.finditer(shadow):
        if run.end() - run.start() < _FEWEST:
            continue
        chunks = [(match.start(), match.end()) for match in _CHUNK.finditer(shadow, run.start(), run.end())]
        first = 0
        while first < len(chunks):
            for last in range(min(len(chunks), first + _MOST_CHUNKS), first, -1):
                start, end = chunks[first][0], chunks[last - 1][1]
                written = shadow[start:end]
                is_public = bool(public_phones) and not forms_of_phone(written).isdisjoint(public_phones)
                tag = _PUBLIC if is_public else _tag(written, lower, start, end, language, checks)
                if tag:
                    yield start, end, tag
                    first = last
                    break
            else:
                first += 1


def _tag(written: str, lower: str, start: int, end: int, language: str, checks: PhoneChecks) -> str:
    if len(written) > 3 * _MOST or (end < len(lower) and (lower[end].isalpha() or lower[end] == "_")):
        return ""
    digits = ascii_digits(written)
    if not _FEWEST <= len(digits) <= _MOST:
        return ""
    if is_identity(digits, written, lower, start, language):
        return "[ID]"
    if _is_card(digits, lower, start):
        return "[CARD]"
    if precedes("other_number_cues", lower, start) and not written.startswith("+"):
        return ""
    return "[PHONE]" if checks.is_phone(digits, written, precedes("phone_cues", lower, start)) else ""


def _is_card(digits: str, lower: str, start: int) -> bool:
    if not 13 <= len(digits) <= 19:
        return False
    if precedes("card_cues", lower, start):
        return True
    # A tenth of all numbers pass Luhn: without a cue only the lengths and first digits of the large card issuers count.
    issued = (len(digits) == 16 and digits[0] in "23456") or (len(digits) == 15 and digits[:2] in ("34", "37"))
    return issued and passes_luhn(digits) and not precedes("other_number_cues", lower, start)

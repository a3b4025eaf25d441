"""Phone numbers."""

import unicodedata
from functools import lru_cache
from itertools import pairwise

from ..languages.registry import SUPPORTED
from ..languages.registry import language as known

_ANYWHERE = ("SE", "NO", "DK", "NL", "DE", "GB", "US")  # of a text whose language nobody knows
_MOST_CHECKS = 300  # per text; each takes some 0.1 ms
_SHORTEST_FORM = 6  # digits: fewer are not one number alone
_WITHOUT_ZERO = frozenset({"DK", "NO", "US"})  # where numbers do not begin with 0


class PhoneChecks:
    """Phone checks of one text, which stop to be exact when there are too many."""

    def __init__(self, language: str) -> None:
        self._regions = (known(language).phone_regions if language in SUPPORTED else ()) or _ANYWHERE
        self._home = language
        self._n_checks = 0

    def is_phone(self, digits: str, written: str, after_cue: bool) -> bool:
        """Whether a number is a phone number: after a cue by its length alone, else valid in a likely country."""
        if not 7 <= len(digits) <= 15:
            return False
        if after_cue:
            return True
        if _is_row_of_sizes(written):
            return False
        self._n_checks += 1
        if self._n_checks > _MOST_CHECKS:
            return len(digits) >= 8
        if written.lstrip("(").startswith("+") or digits.startswith("00"):
            return _is_valid("+" + digits.removeprefix("00"), None)
        return any(
            _is_valid(digits, region)
            for place, region in enumerate(self._regions)
            # abroad, eight digits without a 0 are too many things to be taken for a phone number
            if digits[0] == "0" or (region in _WITHOUT_ZERO and (place == 0 or self._home == "und" or region == "US"))
        )


def ascii_digits(written: str) -> str:
    """Return the digits of a number as written."""
    return "".join(str(unicodedata.digit(character)) for character in written if character.isdigit())


def forms_of_phone(written: str) -> frozenset[str]:
    """Return a number without leading zeros; one with a country's code also without its first one to three digits.

    Two spellings are of one number when they share a form: "0771-12 34 56" and "+46 (0)771 123456".
    """
    digits = ascii_digits(written)
    if not 7 <= len(digits) <= 15:
        return frozenset()
    plain = digits.lstrip("0")
    has_country = written.lstrip("(").startswith("+") or digits.startswith("00")
    forms = (plain[n_code:].lstrip("0") for n_code in range(4 if has_country else 1))
    return frozenset(form for form in forms if len(form) >= _SHORTEST_FORM)


def _is_row_of_sizes(written: str) -> bool:
    """38 40 42 44: steps of one size, at most 4 apart."""
    pieces = written.split()
    if len(pieces) < 3 or not all(piece.isdecimal() and len(piece) <= 3 for piece in pieces):
        return False
    steps = {int(right) - int(left) for left, right in pairwise(pieces)}
    return len(steps) == 1 and 0 < abs(steps.pop()) <= 4


@lru_cache(maxsize=20_000)
def _is_valid(number: str, region: str | None) -> bool:
    import phonenumbers

    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number, region)))
    except phonenumbers.NumberParseException:
        return False

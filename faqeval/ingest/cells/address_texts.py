"""Searches taken from addresses, where blanks are plus signs and letters are percent signs with digits."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import unquote_plus

_ENCODED: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_JOINED: Final = re.compile(r"\w\+\w")


def as_typed(texts: Sequence[str]) -> list[str]:
    """Return searches as customers typed them, where a column holds them as addresses do.

    A column is one of addresses when no text has a blank, and one has ``%`` with two hexadecimal digits or two have
    words joined by ``+``. In any other column only texts without a blank that have such digits are decoded.

    Examples
    --------
    >>> as_typed(["reset+password", "f%C3%B6rlorat+kort"]), as_typed(["c++ or c", "100%"])
    (['reset password', 'förlorat kort'], ['c++ or c', '100%'])
    """
    if not any("%" in text or "+" in text for text in texts):
        return list(texts)
    without_blanks = not any(" " in text.strip() for text in texts)
    n_encoded = sum(_ENCODED.search(text) is not None for text in texts)
    n_joined = sum(_JOINED.search(text) is not None for text in texts)
    of_addresses = without_blanks and (n_encoded > 0 or n_joined > 1)
    return [
        unquote_plus(text) if of_addresses or (_ENCODED.search(text) and " " not in text.strip()) else text
        for text in texts
    ]

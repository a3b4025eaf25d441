"""Language codes as files write them, turned into one form."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from ...text import SUPPORTED, language

_NOT_SUPPORTED: Final = {"nn": ("nno", "nynorsk", "norsk nynorsk")}  # would be taken for another one
_TAG: Final = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*")
# "se" is Northern Sami by the standard and Sweden by habit: better find out than believe either
_UNKNOWN: Final = frozenset({"und", "unk", "mul", "zxx", "mis", "na", "nan", "all", "se"})


def language_code(written: str) -> str:
    """Return the code of a language as a file declares it; "" when it declares none.

    A language faqeval does not support keeps its own code, so that nobody takes it for another.

    Examples
    --------
    >>> [language_code(written) for written in ("no", "sv-SE", "Deutsch", "nn-NO", "fi", "und", "?")]
    ['nb', 'sv', 'de', 'nn', 'fi', '', '']
    """
    name, codes = written.strip().casefold(), _codes()
    if name in codes:
        return codes[name]
    match = _TAG.fullmatch(name)
    if name in _UNKNOWN or match is None:
        return ""
    return codes.get(match[1], match[1])


@cache
def _codes() -> Mapping[str, str]:
    """Return the code of each name."""
    names = {code: language(code).also_called for code in SUPPORTED} | _NOT_SUPPORTED
    return {name: code for code, others in names.items() for name in (code, *others)}

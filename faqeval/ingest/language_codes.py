"""Language codes as files write them, turned into one form."""

import re
from typing import Final

_NAMES: Final = {
    "nb": ("no", "nob", "nor", "bokmål", "norsk", "norwegian", "norwegisch", "noors", "norska", "norsk bokmål"),
    "nn": ("nno", "nynorsk", "norsk nynorsk"),
    "sv": ("swe", "svenska", "swedish", "schwedisch", "zweeds", "svensk"),
    "da": ("dk", "dan", "dansk", "danish", "dänisch", "deens", "danska"),
    "de": ("deu", "ger", "deutsch", "german", "tysk", "tyska", "duits"),
    "nl": ("nld", "dut", "nederlands", "dutch", "nederlandsk", "nederländska", "niederländisch"),
    "en": ("eng", "english", "engelska", "engelsk", "englisch", "engels"),
}
_CODES: Final = {name: code for code, names in _NAMES.items() for name in (code, *names)}
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
    name = written.strip().casefold()
    if name in _CODES:
        return _CODES[name]
    match = _TAG.fullmatch(name)
    if name in _UNKNOWN or match is None:
        return ""
    return _CODES.get(match[1], match[1])

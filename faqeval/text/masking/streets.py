"""Street names with a house number."""

import re
from functools import cache

from ..languages.registry import SUPPORTED, language
from ..languages.word_lists import any_of

_ENGLISH = re.compile(
    r"(?<![^\W_])\d{1,5}[a-z]? (?:[a-z][a-z']{1,20} ){1,3}"
    r"(?:street|road|avenue|lane|drive|close|crescent|terrace|st|rd|ave)(?![^\W_])",
    re.IGNORECASE,
)
_LONGEST_NAME = 40
_FEWEST_LETTERS = 3  # before the ending: "Storgatan 5", not "väg 5"


@cache
def _street() -> re.Pattern[str]:
    """Return an ending and the number after it; the name is then read back to its beginning: linear time."""
    endings = any_of(ending for code in SUPPORTED for ending in language(code).street_endings)
    return re.compile(rf"(?:{endings}) ?\d{{1,4}}(?! ?(?:kr|%|st\b))(?:[a-z]|(?-i: [A-H]))?(?![^\W_])", re.IGNORECASE)


def mask_streets(text: str) -> str:
    """Text with street names and house numbers as [ADDRESS]. Towns and post codes stay."""
    text = _ENGLISH.sub("[ADDRESS]", text)
    pieces, last = [], 0
    for match in _street().finditer(text):
        start = match.start()
        while start > max(last, match.start() - _LONGEST_NAME) and (
            text[start - 1].isalpha() or text[start - 1] in "-'"
        ):
            start -= 1
        if match.start() - start < _FEWEST_LETTERS:
            continue
        pieces += [text[last:start], "[ADDRESS]"]
        last = match.end()
    return "".join(pieces) + text[last:]

"""Street names with a house number."""

import re

# Found from their ending and the number after it, then read back to the beginning of the word: linear time.
_ENDINGS = (
    "gatan|gata|vägen|väg|gränd|gränden|torget|stigen|allén|backen|gaten|gate|veien|vei|vegen|veg|gade|vej|stræde|plads|"
    "straat|laan|plein|gracht|kade|singel|straße|strasse|str\\.|platz|gasse|allee|weg"
)
_STREET = re.compile(rf"(?:{_ENDINGS}) ?\d{{1,4}}(?! ?(?:kr|%|st\b))(?:[a-z]|(?-i: [A-H]))?(?![^\W_])", re.IGNORECASE)
_ENGLISH = re.compile(
    r"(?<![^\W_])\d{1,5}[a-z]? (?:[a-z][a-z']{1,20} ){1,3}"
    r"(?:street|road|avenue|lane|drive|close|crescent|terrace|st|rd|ave)(?![^\W_])",
    re.IGNORECASE,
)
_LONGEST_NAME = 40
_FEWEST_LETTERS = 3  # before the ending: "Storgatan 5", not "väg 5"


def mask_streets(text: str) -> str:
    """Text with street names and house numbers as [ADDRESS]. Towns and post codes stay."""
    text = _ENGLISH.sub("[ADDRESS]", text)
    pieces, last = [], 0
    for match in _STREET.finditer(text):
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

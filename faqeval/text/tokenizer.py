"""Words of a text as they are written, with their places."""

import re
from typing import NamedTuple

# Combining marks are no \w in Python's re; without them Hindi, Thai or decomposed Latin words would fall apart.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc\u09be-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc\u0abe-\u0acd"
    "\u0b01-\u0b03\u0b3c\u0b3e-\u0b4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c4d\u0c81-\u0c83\u0cbe-\u0ccd"
    "\u0d00-\u0d03\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1dc0-\u1dff\u20d0-\u20f0"
)
_RUN = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"  # letters and digits in one stride, which is quicker than one by one
TAG_NAMES = ("EMAIL", "PHONE", "ID", "CARD", "IBAN", "NAME", "ADDRESS")
_TAG = rf"\[(?:{'|'.join(TAG_NAMES)})\]"
# A joiner counts only between two letters or digits, so "-5-" gives "5" and "e-post" stays whole.
_WORD = re.compile(rf"{_TAG}|({_RUN}(?:['’\-‐‑]{_RUN})*)")


class Token(NamedTuple):
    """One word as written; ``text[start:end]`` of the text it came from."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Words as written, in order, with their places.

    A word is a run of letters, digits and marks; an inner apostrophe or hyphen belongs to it. The tags that masking
    leaves (``[PHONE]`` and the like) are not words, nor are emoji.

    Examples
    --------
    >>> [token.text for token in tokens("Min e-post, don't [EMAIL]!")]
    ['Min', 'e-post', "don't"]
    """
    return [Token(match[1], match.start(1), match.end(1)) for match in _WORD.finditer(text) if match[1]]


def words(text: str) -> list[str]:
    """Words in lower case, in order.

    Examples
    --------
    >>> words("Hur gör JAG?")
    ['hur', 'gör', 'jag']
    """
    return [word.lower() for word in _WORD.findall(text) if word]

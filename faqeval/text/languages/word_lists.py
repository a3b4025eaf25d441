"""Small notations in which the language files write their lists."""

import re
from collections.abc import Iterable

_LETTER = r"[^\W_]"


def word_set(text: str) -> frozenset[str]:
    """Words parted by blanks."""
    return frozenset(text.split())


def phrase_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """One ``official = plain`` per line.

    Examples
    --------
    >>> phrase_pairs("prior to = before")
    (('prior to', 'before'),)
    """
    rows = (line.split("=", 1) for line in text.strip().splitlines())
    return tuple((official.strip(), plain.strip()) for official, plain in rows)


def comma_list(text: str) -> tuple[str, ...]:
    """Words or phrases parted by commas.

    Examples
    --------
    >>> comma_list("order, order number")
    ('order', 'order number')
    """
    return tuple(phrase.strip() for phrase in text.split(","))


def any_of(texts: Iterable[str]) -> str:
    """Return a regular expression of any of the texts as they are, the longest first.

    Examples
    --------
    >>> any_of(["str", "str.", "weg"])
    'str\\\\.|str|weg'
    """
    return "|".join(re.escape(text) for text in sorted(set(texts), key=lambda text: (-len(text), text)))


def openings(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """Return patterns, matched from the beginning of a sentence in any case."""
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def phrases(text: str) -> tuple[re.Pattern[str], ...]:
    """One pattern per line, for lower-case sentences.

    A line is words parted by blanks: ``a|b`` either word, ``a*`` a word beginning so, ``?a`` may be left out (not the
    first), ``..3`` up to three words of any kind. Words match whole. A line that begins with ``|`` goes on with the
    alternatives of the line before. Matching takes time linear in the sentence: gaps are bounded, and letters and the
    blanks between them never match the same character.

    Examples
    --------
    >>> bool(phrases("call|phone ..2 support*")[0].search("please call our customer support."))
    True
    """
    joined = re.sub(r"\n\s*\|", "|", text)
    return tuple(_phrase(line) for line in joined.splitlines() if line.strip())


def _phrase(line: str) -> re.Pattern[str]:
    pattern, begun = r"(?<![^\W_])", False
    for piece in line.split():
        if piece.startswith(".."):
            pattern += rf"(?:[\W_]++{_LETTER}++){{0,{int(piece[2:])}}}?"
            continue
        word = f"(?:{'|'.join(map(_alternative, piece.removeprefix('?').split('|')))})"
        joined = rf"[\W_]++{word}" if begun else word
        pattern += f"(?:{joined})?" if piece.startswith("?") else joined
        begun = True
    return re.compile(pattern)


def _alternative(word: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1]) + _LETTER + "*+"
    return re.escape(word) + rf"(?!{_LETTER})"

"""Sentences of a text, by rules and each language's abbreviations."""

import re

from .languages.language import Language
from .languages.registry import SUPPORTED, language

# A run of end marks with closing quotes, before a blank or the end of the line; the lookbehind keeps it linear.
_END = re.compile(r"(?<![.!?…])([.!?…]++)[\"'”’»)\]]*+(?=\s|$)")
_LINE = re.compile(r"[^\n]+")
_ENUMERATOR = re.compile(r"[\s•*–—\-]*(?:\d{1,3}|[a-zA-Z])[.)]?")
_OPENING = "\t\xa0\"'“”„‘«»([¿¡-–—•* "


def sentences(text: str, language: str) -> list[tuple[int, int]]:
    """Places of the sentences: ``text[start:end]`` is one sentence without blanks around it.

    A line break always ends a sentence (list items carry no point). Abbreviations, initials, decimals, addresses of
    pages, enumerators ("1. Click") and, where the language writes them so, ordinals ("1. mai") do not. Pieces without a
    letter or digit are left out. In an unsupported language the same rules run without abbreviations.

    Notes
    -----
    Source: ours, docs/method/text.md#sentences.

    Examples
    --------
    >>> text = "Välj t.ex. kl. 8.30. Klicka sedan!"
    >>> [text[start:end] for start, end in sentences(text, "sv")]
    ['Välj t.ex. kl. 8.30.', 'Klicka sedan!']
    """
    known = _language(language)
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        start, line_end = line.start(), line.end()
        any_capital = not line[0].islower()
        for end in _END.finditer(text, start, line_end):
            if _ends_sentence(text, start, end, line_end, known, any_capital):
                _keep(text, start, end.end(), found)
                start = end.end()
        _keep(text, start, line_end, found)
    return found


def _language(code: str) -> Language | None:
    return language(code) if code in SUPPORTED else None


def _ends_sentence(
    text: str, start: int, end: re.Match[str], line_end: int, known: Language | None, any_capital: bool
) -> bool:
    following = text[end.end() : min(line_end, end.end() + 40)].lstrip(_OPENING)
    if not following.strip():
        return True
    marks = end[1]
    if "!" in marks or "?" in marks:
        return True
    lower_follows = following[0].islower()
    if marks != ".":  # "..." goes on when a small letter follows
        return not (lower_follows and any_capital)
    if _ENUMERATOR.fullmatch(text[start : min(end.end(), start + 12)]) and end.end() <= start + 12:
        return False
    before = text[max(start, end.start() - 30) : end.end()].rsplit(None, 1)[-1].lstrip(_OPENING).lower()
    if known is not None:
        if before in known.final_abbreviations:
            return not lower_follows and not following[0].isdigit()
        if before in known.abbreviations:
            return False
        if known.ordinal_points and before[:-1].isdigit() and (lower_follows or _first_word(following) in known.months):
            return False
    if len(before) == 2 and before[0].isalpha():  # an initial
        return False
    return not (lower_follows and any_capital)


def _first_word(text: str) -> str:
    return (text.split(None, 1) or [""])[0].rstrip(".,;:!?").lower()


def _keep(text: str, start: int, end: int, found: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(map(str.isalnum, text[start:end])):
        found.append((start, end))

"""Cut texts into marked pieces: the template writes each piece escaped, so that no markup of a text survives."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ...text import key, parts, stopwords, tokens


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text; ``mark`` is "" or what its word is: hit, title_hit, miss, hard."""

    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that the same findings point at; ``ends`` are the findings that end here, by number."""

    pieces: tuple[Piece, ...]
    is_fault: bool = False
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """A stretch of a text that a finding points at."""

    number: int
    start: int
    end: int


_READ: Final = 500  # characters of a title or query that are read for marking


def content_keys(texts: Iterable[str], language: str) -> frozenset[str]:
    """Return the term keys of the words that begin the texts and carry them, and of the parts of their compounds."""
    words = {token.text.lower() for text in texts for token in tokens(text[:_READ])} - stopwords(language)
    found = {key(word, language) for word in words}
    return frozenset(found.union(key(part, language) for word in words for part in parts(word, language)))


def mark_query(text: str, language: str, missing: Collection[str], title_keys: Collection[str]) -> tuple[Piece, ...]:
    """Mark in a query the words its article has in the title, has in the text, and lacks.

    Parameters
    ----------
    missing : the words that the article lacks, in any form of the word.
    title_keys : term keys of the article's title.
    """
    lacking, stops = {key(word, language) for word in missing}, stopwords(language)

    def mark(word: str) -> str:
        term = key(word, language)
        if term in lacking:
            return "miss"
        if word.lower() in stops:
            return ""
        return "title_hit" if term in title_keys else "hit"

    return _pieces(text, mark)


def mark_article(
    text: str, language: str, customer_keys: Collection[str], hard: Collection[str], faults: Sequence[Fault]
) -> tuple[Run, ...]:
    """Mark in an article's text the words customers use, the words that make it hard, and what findings point at."""
    hard_words = {word.lower() for word in hard}

    def mark(word: str) -> str:
        if word.lower() in hard_words:
            return "hard"
        terms = (key(word, language), *(key(part, language) for part in parts(word, language)))
        return "hit" if word.lower() not in stopwords(language) and any(t in customer_keys for t in terms) else ""

    borders = sorted({0, len(text), *(fault.start for fault in faults), *(fault.end for fault in faults)})
    return tuple(
        Run(
            _pieces(text[start:end], mark),
            any(fault.start <= start and end <= fault.end for fault in faults),
            tuple(fault.number for fault in faults if fault.end == end),
        )
        for start, end in pairwise(borders)
    )


def _pieces(text: str, mark: Callable[[str], str]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    plain_from = 0
    for token in tokens(text):
        kind = mark(token.text)
        if not kind:
            continue
        between = text[plain_from : token.start]
        if between == " " and pieces and pieces[-1].mark == kind:  # neighbours share one mark
            pieces[-1] = Piece(f"{pieces[-1].text} {token.text}", kind)
        else:
            if between:
                pieces.append(Piece(between))
            pieces.append(Piece(token.text, kind))
        plain_from = token.end
    if plain_from < len(text):
        pieces.append(Piece(text[plain_from:]))
    return tuple(pieces)

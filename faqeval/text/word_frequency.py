"""How common a word is in its language."""

import math
from collections.abc import Mapping
from functools import cache, lru_cache

from .languages.registry import SUPPORTED, language

_CACHED_WORDS = 200_000


@lru_cache(maxsize=_CACHED_WORDS)
def zipf(word: str, language: str) -> float:
    """Zipf frequency of a word: log10 of its occurrences in a billion words. 7 is "the", 3 one in a million.

    0.0 for a word that the list does not hold and for unsupported languages. Danish has only a small list, which ends
    at about 3.0: there 0 means "not among the 29,000 most common", not "unheard of". A word with hyphens or apostrophes
    that is not in the list counts as its rarest piece.

    Notes
    -----
    Source: wordfreq 3.1 (data CC BY-SA 4.0, frozen at 2021).

    Examples
    --------
    >>> zipf("the", "en") > 7
    True
    >>> zipf("qqqzzz", "en")
    0.0
    """
    if language not in SUPPORTED or not any(map(str.isalnum, word)):
        return 0.0
    return _zipf_in(word_list(language), word)


def small_list_zipf(word: str, language: str) -> float:
    """Zipf frequency in the language's *small* list, which is of equal size in all supported languages.

    For comparing languages with each other: with the large lists Danish would always lose against Norwegian.
    """
    return _zipf_in(_frequencies(language, "small"), word)


def _zipf_in(frequencies: Mapping[str, float], word: str) -> float:
    word = word.casefold().replace("’", "'")
    frequency = frequencies.get(word)
    if frequency is None:
        pieces = [piece for piece in word.replace("'", "-").split("-") if piece]
        if len(pieces) < 2:
            return 0.0
        frequency = min(frequencies.get(piece, 0.0) for piece in pieces)
    return round(math.log10(frequency) + 9, 2) if frequency else 0.0


def word_list(code: str) -> Mapping[str, float]:
    """Frequency of each case-folded word of a supported language, as a share of all words of text."""
    return _frequencies(code, language(code).wordfreq)


@cache
def _frequencies(code: str, name: str) -> Mapping[str, float]:
    from wordfreq import get_frequency_dict

    frequencies: Mapping[str, float] = get_frequency_dict(code, name)
    return frequencies

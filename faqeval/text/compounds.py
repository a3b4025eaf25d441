"""Parts of a compound: "bredbandsavtal" is "bredband" and "avtal"."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from .languages.language import CompoundRules
from .languages.registry import SUPPORTED
from .languages.registry import language as _known
from .word_frequency import word_list

_SHORTEST = 6  # letters of a word that may be a compound
_LONGEST = 60  # letters above which a word is no word
_SHORTEST_PART = 4  # letters, but for the listed short parts
_MAX_PARTS = 4
# Zipf frequency from which a part of so many letters counts as a usual word: short words stand in others by chance.
# Listed short parts (2 or 3 letters) are believed.
_PART_ZIPF = {2: 2.5, 3: 2.5, 4: 3.4, 5: 2.9}
_LONG_PART_ZIPF = 2.5
_WHOLE_TO_PART = 10**0.6  # a part may be this many times rarer than the whole
# "rente|sats", not "rent|e|sats"; "liefer|zeit", not "lief|er|zeit": such a link must be worth ten times the frequency.
_DOUBTFUL_LINKS = ("e", "er")
_DOUBTFUL_COUNTS = 0.1


@lru_cache(maxsize=200_000)
def parts(word: str, language: str) -> tuple[str, ...]:
    """Parts of a compound in lower case, without linking elements; () when the word is none.

    A word with hyphens falls into the pieces between them, in every language. Otherwise only Danish, Dutch, German,
    Norwegian and Swedish words are split.

    Notes
    -----
    Frequency splitter after Koehn & Knight 2003 on wordfreq with linking elements: of all places, the one with the
    fewest parts and then the highest geometric mean frequency, if all are usual words. A wrong split is worse than a
    missed one, so parts are at least four letters long (shorter ones are listed), and particles and endings are no
    parts.
    Source: ours, docs/method/text.md#compounds.

    Examples
    --------
    >>> parts("bredbandsavtal", "sv"), parts("avgift", "sv")
    (('bredband', 'avtal'), ())
    """
    word = word.lower()
    if "-" in word:
        pieces = tuple(piece for piece in word.split("-") if piece)
        return pieces if len(pieces) > 1 and any(map(str.isalpha, word)) else ()
    if language not in SUPPORTED or not _SHORTEST <= len(word) <= _LONGEST or not word.isalpha():
        return ()
    rules = _known(language).compounds
    if not rules.linking:
        return ()
    found = _split(word, rules, word_list(language), _MAX_PARTS)
    return found if len(found) > 1 else ()


def _split(word: str, rules: CompoundRules, frequencies: Mapping[str, float], max_parts: int) -> tuple[str, ...]:
    if max_parts < 2 or len(word) < _SHORTEST:
        return (word,)
    whole = frequencies.get(_spelled(word), 0.0)
    best: tuple[str, ...] = (word,)
    best_value = (-_MAX_PARTS, 0.0)
    for first, rest, doubtful in _places(word, rules):
        frequency = frequencies.get(_spelled(first), 0.0)
        if frequency < _least_frequency(len(first)):
            continue
        following, following_frequency = _rest(rest, rules, frequencies, max_parts)
        if min(frequency, following_frequency) * _WHOLE_TO_PART < whole or not following_frequency:
            continue
        value = (-len(following), (frequency * following_frequency) ** 0.5 * (_DOUBTFUL_COUNTS if doubtful else 1.0))
        if value > best_value:
            best, best_value = (first, *following), value
    return best


def _rest(
    rest: str, rules: CompoundRules, frequencies: Mapping[str, float], max_parts: int
) -> tuple[tuple[str, ...], float]:
    """What follows the first part, and the frequency of its rarest word; 0.0 when it is no word and no compound."""
    frequency = frequencies.get(_spelled(rest), 0.0)
    if frequency >= _least_frequency(len(rest)):
        return (rest,), frequency
    pieces = _split(rest, rules, frequencies, max_parts - 1)
    if len(pieces) < 2:
        return (rest,), 0.0
    return pieces, min(frequencies[_spelled(piece)] for piece in pieces)


def _places(word: str, rules: CompoundRules) -> Iterator[tuple[str, str, bool]]:
    """Every place a word may be cut at: the first part as a word of its own, the rest, is the link doubtful."""
    for end in range(2, len(word) - 1):
        rest = word[end:]
        if rest in rules.never_last or not (len(rest) >= _SHORTEST_PART or rest in rules.short_heads):
            continue
        for link, instead in rules.linking:
            if not word.endswith(link, 0, end):
                continue
            first = word[: end - len(link)] + instead
            if first in rules.never_first or not (len(first) >= _SHORTEST_PART or first in rules.short_firsts):
                continue
            yield first, rest, link in _DOUBTFUL_LINKS


@cache
def _least_frequency(n_letters: int) -> float:
    frequency: float = 10 ** (_PART_ZIPF.get(n_letters, _LONG_PART_ZIPF) - 9)
    return frequency


def _spelled(word: str) -> str:
    return word.replace("ß", "ss")  # the lists are case-folded

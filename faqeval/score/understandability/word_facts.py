"""What one word tells about its difficulty: letters, syllables, and how familiar it is."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from ...text import key, parts, stopwords, syllables, zipf
from ...text import language as known

# Reasons: docs/method/understandability.md#familiarity
UNKNOWN: Final = 1.0  # zipf of a word that the list does not hold; the large lists end there
UNKNOWN_IN_SMALL_LIST: Final = 2.5  # the small lists end at about 3.0
NEIGHBOUR_SHARE: Final = 0.9  # a Danish word spelled as in Norwegian is taken as a little less common than there
_COMMON_ENOUGH: Final = 4.0  # above it no lemma and no split can matter
_CACHED_WORDS: Final = 100_000


@dataclass(frozen=True, slots=True)
class WordFacts:
    """One word form in one language."""

    keys: tuple[str, ...]  # term key, then those of a compound's parts
    n_letters: int
    n_syllables: int
    familiarity: float  # zipf scale: 7 is "the", 4 everyday, below 2.5 rare
    parts: tuple[str, ...]  # of a compound, else ()
    is_word: bool  # has a letter and no digit
    is_stopword: bool

    @property
    def key(self) -> str:
        """Term key of the whole word."""
        return self.keys[0]


@lru_cache(maxsize=_CACHED_WORDS)
def word_facts(word: str, language: str) -> WordFacts:
    """Facts of a lower-case word in a supported language."""
    n_letters = sum(map(str.isalpha, word))
    is_word = n_letters > 0 and not any(map(str.isdigit, word))
    if not is_word:
        return WordFacts((word,), n_letters, 1, 0.0, (), False, False)
    pieces = parts(word, language)
    return WordFacts(
        keys=(key(word, language), *(key(part, language) for part in pieces)),
        n_letters=n_letters,
        n_syllables=syllables(word, language),
        familiarity=_familiarity(word, pieces, language),
        parts=pieces,
        is_word=True,
        is_stopword=word in stopwords(language),
    )


def has_small_list(language: str) -> bool:
    """Whether all that is known of a word without a frequency is that it is not among the 29,000 commonest."""
    return known(language).wordfreq == "small"


def _familiarity(word: str, pieces: tuple[str, ...], language: str) -> float:
    """Zipf of the form, of its lemma, or of its rarest compound part, whichever is highest.

    Source: ours; the rule "rarest part, not the compound" and the Danish stand-in were measured, see
    docs/method/understandability.md#familiarity.
    """
    found = zipf(word, language)
    if found >= _COMMON_ENOUGH:
        return found
    found = max(found, zipf(_lemmatizer()(word, language).lower(), language))
    if pieces:
        found = max(found, min(zipf(piece, language) for piece in pieces))
    if not found and has_small_list(language):
        return max(UNKNOWN_IN_SMALL_LIST, NEIGHBOUR_SHARE * zipf(word, known(language).stands_near))
    return max(found, UNKNOWN)


@cache
def _lemmatizer() -> Callable[[str, str], str]:
    from simplemma import lemmatize

    return lemmatize

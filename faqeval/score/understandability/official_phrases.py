"""The official words and phrases of a language, found in whatever form they stand in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ...text import key, language, tokens
from .reading import Sentence, Word

EVERYDAY = 5.0  # zipf from which a single word is met every day in all kinds of text: "said", "shall", "state"
_MIN_LETTERS = 5  # a shorter word counts in the listed form only
_MAX_ENDING = 3  # letters in which another form may end differently; more is another word: "duren", "gedurende"


@dataclass(frozen=True, slots=True)
class OfficialPhrase:
    """An official word or phrase and the plain words that say the same."""

    phrase: str
    plain: str
    words: tuple[str, ...]  # lower case


def official_phrases_in(sentence: Sentence, code: str) -> Iterator[tuple[OfficialPhrase, tuple[Word, ...]]]:
    """Yield every official phrase of the sentence with its words; the longest wins, and none overlaps another."""
    words = sentence.words
    position = 0
    while position < len(words):
        found = _longest(words[position:], code)
        if found is None:
            position += 1
        else:
            yield found, words[position : position + len(found.words)]
            position += len(found.words)


def is_official_word(word: Word, code: str) -> bool:
    """Whether the word alone is an official word."""
    return _longest((word,), code) is not None


def _longest(words: tuple[Word, ...], code: str) -> OfficialPhrase | None:
    for found in _phrases(code).get(words[0].facts.key, ()):
        n = len(found.words)
        if n == 1 and (words[0].is_name or words[0].facts.familiarity >= EVERYDAY):
            continue
        if n <= len(words) and all(_is_form_of(words[i].lower, found.words[i], code) for i in range(n)):
            return found
    return None


def _is_form_of(written: str, listed: str, code: str) -> bool:
    """Whether a word is the listed one in another form: one term key, and nothing but the ending differs."""
    if written == listed:
        return True
    if len(listed) < _MIN_LETTERS or key(written, code) != key(listed, code):
        return False
    n_shared = max(len(written), len(listed)) - _MAX_ENDING
    return written[:n_shared] == listed[:n_shared]


@cache
def _phrases(code: str) -> dict[str, tuple[OfficialPhrase, ...]]:
    """Phrases by the term key of their first word, longest first."""
    found: dict[str, list[OfficialPhrase]] = {}
    for phrase, plain in sorted(language(code).official_words):
        words = tuple(token.text.lower() for token in tokens(phrase))
        if words:
            found.setdefault(key(words[0], code), []).append(OfficialPhrase(phrase, plain, words))
    return {first: tuple(sorted(group, key=lambda p: (-len(p.words), p.phrase))) for first, group in found.items()}

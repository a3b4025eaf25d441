"""Nouns made from verbs."""

from ...text import language
from .reading import Sentence, Word

_MIN_LETTERS = 7


def nominal_nouns(sentence: Sentence, code: str) -> tuple[Word, ...]:
    """Nouns of the sentence that are made from verbs, by their endings."""
    rules = language(code)
    if rules.nominal_ending is None:
        return ()
    return tuple(
        word
        for word in sentence.words
        if word.facts.is_word
        and word.facts.n_letters >= _MIN_LETTERS
        and not word.is_name
        and rules.nominal_ending.fullmatch(word.lower)
        and word.lower not in rules.not_nominal
        and not any(part in rules.not_nominal for part in word.facts.parts[-1:])
    )

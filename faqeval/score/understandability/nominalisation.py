"""Finding: a text that says in nouns what verbs say more easily."""

from collections.abc import Iterator

from ...text import language
from .counts import Counts
from .hit import CustomerTerms, Hit, at
from .norms import NORMS
from .reading import Reading, Sentence, Word

KIND = "nominalisation"
_MIN_NOUNS = 4
_MIN_LETTERS = 7


def find_nominalisations(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at the sentence with most nouns made from verbs when the whole answer has unusually many.

    One finding for the text, never one per word: endings alone also catch ordinary things.
    """
    found = [(sentence, nominal_nouns(sentence, reading.language)) for sentence in reading.body]
    n_words = sum(len(sentence.words) for sentence, _ in found)
    n_nouns = sum(len(nouns) for _, nouns in found)
    usual = NORMS[reading.language].nominal_share
    excess = n_nouns - usual * n_words
    if n_nouns < _MIN_NOUNS or excess <= 0:
        return
    sentence, nouns = max(found, key=lambda pair: len(pair[1]))
    distinct = tuple(dict.fromkeys(word.text for _, words in found for word in words))
    yield Hit(
        KIND,
        *at(sentence),
        words=tuple(word.text for word in nouns),
        values=(("words", distinct), ("share", round(n_nouns / n_words, 4)), ("usual", usual)),
        adds=Counts(n_excess_nouns=excess),
        mends=Counts(n_excess_nouns=-excess),
    )


def nominal_nouns(sentence: Sentence, code: str) -> tuple[Word, ...]:
    """Nouns of the sentence that are made from verbs, by their endings."""
    rules = language(code)
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

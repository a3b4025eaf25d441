"""The sums over a text that its score is made of."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, fields

from .reading import Reading

LONG_LETTERS = 6  # LIX and the Wiener formula call a word of more letters long
POLYSYLLABIC = 3  # syllables from which the Wiener formula counts a word


@dataclass(frozen=True, slots=True)
class Counts:
    """Sums over a text, or, as a difference, what one finding adds to them.

    The first six are over counted sentences and go into the formulas, ``n_vocabulary`` and ``familiarity`` over
    all words of the answer that are words and no names, the rest comes from findings.
    """

    n_words: int = 0
    n_sentences: int = 0
    n_long: int = 0  # words of more than six letters
    n_syllables: int = 0
    n_polysyllabic: int = 0
    n_monosyllabic: int = 0
    n_body: int = 0  # all words of the answer
    n_vocabulary: int = 0
    n_distinct: int = 0  # different words among them
    familiarity: float = 0.0  # sum of the words' familiarity, zipf scale
    n_passives: int = 0
    n_double_negations: int = 0
    n_excess_nouns: float = 0.0  # nouns made from verbs above the usual number
    n_prose_steps: int = 0  # paragraphs that chain instructions
    n_answer_late: int = 0
    n_excess_words: int = 0  # words of the answer above the length that people read

    def plus(self, other: "Counts") -> "Counts":
        """Sums of both, field by field."""
        return Counts(*(getattr(self, name) + getattr(other, name) for name in _NAMES))

    def times(self, factor: int) -> "Counts":
        """Every field times ``factor``."""
        return Counts(*(getattr(self, name) * factor for name in _NAMES))


_NAMES = tuple(field.name for field in fields(Counts))


def total(parts: Iterable[Counts]) -> Counts:
    """Sum of many counts."""
    found = Counts()
    for part in parts:
        if part != _NOTHING:
            found = found.plus(part)
    return found


_NOTHING = Counts()


def count(reading: Reading) -> Counts:
    """Sums over the words and sentences of a text, before any finding."""
    counted = [sentence for sentence in reading.sentences if sentence.is_counted]
    facts = [word.facts for sentence in counted for word in sentence.words]
    body = [word for sentence in reading.sentences if sentence.is_body for word in sentence.words]
    vocabulary = [word.facts for word in body if word.facts.is_word and not word.is_name]
    return Counts(
        n_words=len(facts),
        n_sentences=len(counted),
        n_long=sum(fact.n_letters > LONG_LETTERS for fact in facts),
        n_syllables=sum(fact.n_syllables for fact in facts),
        n_polysyllabic=sum(fact.n_syllables >= POLYSYLLABIC for fact in facts),
        n_monosyllabic=sum(fact.n_syllables == 1 for fact in facts),
        n_body=len(body),
        n_vocabulary=len(vocabulary),
        n_distinct=len({fact.key for fact in vocabulary}),
        familiarity=math.fsum(fact.familiarity for fact in vocabulary),
    )

"""Finding: a sentence of more words than readers carry in one go."""

from collections.abc import Iterator
from math import ceil

from .counts import Counts
from .hit import CustomerTerms, Hit, at
from .norms import NORMS
from .reading import Reading

KIND = "long_sentence"


def find_long_sentences(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at every sentence above the language's limit. Mended: cut into pieces no longer than the limit."""
    limit = NORMS[reading.language].long_sentence_words
    for sentence in reading.sentences:
        n_words = len(sentence.words)
        if sentence.is_counted and n_words > limit:
            yield Hit(
                KIND,
                *at(sentence),
                values=(("n_words", n_words), ("limit", limit)),
                mends=Counts(n_sentences=ceil(n_words / limit) - 1),
            )

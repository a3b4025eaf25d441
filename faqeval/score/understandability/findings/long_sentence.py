"""Finding: a sentence of more words than readers carry in one go."""

from collections.abc import Iterator
from math import ceil

from ....records import Text
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..norms import norms
from ..reading import Reading


def find_long_sentences(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at every sentence above the language's limit. Mended: cut into pieces no longer than the limit."""
    limit = norms(reading.language).long_sentence_words
    for sentence in reading.sentences:
        n_words = len(sentence.words)
        if sentence.is_counted and n_words > limit:
            yield Hit(
                *at(sentence),
                values=(("n_words", n_words), ("limit", limit)),
                mends=Counts(n_sentences=ceil(n_words / limit) - 1),
            )


FINDING = FindingSpec(
    id="long_sentence",
    order=30,
    name="Long sentence",
    meaning="A sentence longer than readers carry in one go.",
    how_measured="Words per sentence, against a limit for each language.",
    what_to_do="Cut it in two.",
    in_short="long sentences",
    says=Text(
        "finding.long_sentence",
        "%(n_words)s words in one sentence; above %(limit)s it gets hard. Cut it in two.",
    ),
    find=find_long_sentences,
)

"""Finding: a passive, which leaves out who does what."""

from collections.abc import Iterator

from ...text import passive_words
from .counts import Counts
from .hit import CustomerTerms, Hit, at
from .reading import Reading

KIND = "passive"


def find_passives(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at every passive of the answer. Mended: a sentence that says who does it."""
    for sentence in reading.body:
        for words in passive_words(sentence.text, reading.language):
            yield Hit(
                KIND,
                *at(sentence),
                words=words,
                values=(("words", " … ".join(words)),),
                adds=Counts(n_passives=1),
                mends=Counts(n_passives=-1),
            )

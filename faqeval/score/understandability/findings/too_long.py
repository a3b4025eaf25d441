"""Finding: an answer longer than people read on a screen."""

from collections.abc import Iterator

from ....records import Text
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..reading import Reading

MAX_WORDS = 400  # docs/method/understandability.md#too-long


def find_too_long(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at the first sentence beyond the limit. Mended: shortened, or cut into several articles."""
    n_words = sum(len(sentence.words) for sentence in reading.body)
    if n_words <= MAX_WORDS:
        return
    seen = 0
    for sentence in reading.body:
        seen += len(sentence.words)
        if seen > MAX_WORDS:
            excess = n_words - MAX_WORDS
            yield Hit(
                *at(sentence),
                values=(("n_words", n_words), ("limit", MAX_WORDS)),
                adds=Counts(n_excess_words=excess),
                mends=Counts(n_excess_words=-excess),
            )
            return


FINDING = FindingSpec(
    id="too_long",
    order=110,
    name="Too long",
    meaning="An answer longer than people read on a screen.",
    how_measured="Words in the answer, above %(limit)s.",
    what_to_do="Shorten it, or make two articles of it.",
    in_short="length",
    says=Text(
        "finding.too_long",
        "%(n_words)s words; beyond %(limit)s few read on. Shorten it, or make two articles.",
    ),
    numbers={"limit": MAX_WORDS},
    find=find_too_long,
)

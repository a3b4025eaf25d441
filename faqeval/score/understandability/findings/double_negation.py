"""Finding: two negations in one breath, which readers have to work out."""

from collections.abc import Iterator

from ....records import Text
from ....text import language
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..reading import Reading, Sentence, Word

MAX_BETWEEN = 4  # words between the two; farther apart they belong to two thoughts
_BREAKS = frozenset(",;:.–—()\"'”’»/")
_PAIRED = frozenset({"neither", "nor", "varken", "verken", "hverken", "noch", "weder"})  # one negation in two words


def find_double_negations(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at two negations close together in one clause. Mended: said positively."""
    negations = language(reading.language).negations
    for sentence in reading.body:
        for words in _pairs(sentence, negations - _PAIRED, language(reading.language).joining_words):
            written = tuple(word.text for word in words)
            yield Hit(
                *at(sentence),
                words=written,
                values=(("words", " … ".join(written)),),
                adds=Counts(n_double_negations=1),
                mends=Counts(n_double_negations=-1),
            )


def _pairs(sentence: Sentence, negations: frozenset[str], joining: frozenset[str]) -> Iterator[tuple[Word, Word]]:
    last = None
    for position, word in enumerate(sentence.words):
        if _BREAKS & set(word.before) or word.lower in joining:
            last = None
        if word.lower in negations:
            if last is not None and 1 <= position - last - 1 <= MAX_BETWEEN:
                yield sentence.words[last], word
                last = None
            else:
                last = position


FINDING = FindingSpec(
    id="double_negation",
    order=90,
    name="Double negation",
    meaning="Two negations close together, which the reader has to work out.",
    how_measured="Two words of negation within four words of the same clause.",
    what_to_do="Say it positively.",
    in_short="double negations",
    says=Text(
        "finding.double_negation",
        "Two negations close together (%(words)s). Say it positively.",
    ),
    find=find_double_negations,
)

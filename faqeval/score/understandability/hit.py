"""What a finding is, and what its finder hands over: each hit, what it adds, and what mending it would change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ...records import Named, Text, Value
from .counts import Counts
from .reading import Reading, Sentence

NOTHING: Final = Counts()


@dataclass(frozen=True, slots=True)
class CustomerTerms:
    """What customers say, as far as it is known."""

    all_terms: Mapping[str, int] = field(default_factory=dict)  # term key -> queries of the language that hold it
    n_queries: int = 0  # unique queries of the language behind ``all_terms``
    own_queries: tuple[str, ...] = ()  # queries that this article answers, commonest first


@dataclass(frozen=True, slots=True)
class Hit:
    """One finding before it is weighed.

    ``adds`` is what the finding itself puts into the counts (a passive, lost familiarity), ``mends`` what would change
    if an editor mended it; both count every occurrence the finding stands for.
    """

    sentence: str
    block: int
    words: tuple[str, ...] = ()
    values: tuple[tuple[str, Value], ...] = ()  # of the sentence that its finding says
    adds: Counts = NOTHING
    mends: Counts = NOTHING


Finder = Callable[[Reading, CustomerTerms], Iterable[Hit]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingSpec(Named):
    """A finding: what it is called, what it says of one hit, and how it is found."""

    TEXTS = (*Named.TEXTS, "in_short")

    in_short: str  # as the end of "What makes it hard: …"
    says: Text
    find: Finder

    def _more_texts(self) -> tuple[Text, ...]:
        return (self.says,)


def at(sentence: Sentence) -> tuple[str, int]:
    """Text and block of a sentence, as a hit wants them."""
    return sentence.text, sentence.block

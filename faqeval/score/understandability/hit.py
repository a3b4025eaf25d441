"""What a finder hands over: a finding, what it adds to the counts, and what mending it would change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ...records import Message
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

    kind: str
    sentence: str
    block: int
    words: tuple[str, ...] = ()
    values: tuple[tuple[str, str | int | float | tuple[str, ...]], ...] = ()
    adds: Counts = NOTHING
    mends: Counts = NOTHING

    @property
    def message(self) -> Message:
        """The sentence to be said, by the finding's kind."""
        return Message(f"finding.{self.kind}", self.values)


Finder = Callable[[Reading, CustomerTerms], Iterable[Hit]]


def at(sentence: Sentence) -> tuple[str, int]:
    """Text and block of a sentence, as a hit wants them."""
    return sentence.text, sentence.block

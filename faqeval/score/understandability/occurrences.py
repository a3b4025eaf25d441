"""Equal words of a text gathered, so that one word makes one finding however often it stands there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .reading import Sentence, Word


@dataclass(frozen=True, slots=True)
class Occurrences:
    """One word of a text: where it stands first, how it is written there, and how often in the answer."""

    word: Word
    sentence: Sentence
    n_body: int  # occurrences in the answer, not counting title and headings
    n_counted: int  # occurrences in sentences that the formulas count

    @property
    def n_found(self) -> int:
        """Occurrences to be named in a message; at least 1."""
        return max(self.n_body, 1)


def gather(sentences: Iterable[Sentence], wanted: Callable[[Word], bool]) -> list[Occurrences]:
    """Gather the wanted words by term key, in order of first appearance."""
    first: dict[str, tuple[Word, Sentence]] = {}
    n_body: dict[str, int] = {}
    n_counted: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence.words:
            if wanted(word):
                key = word.facts.key
                first.setdefault(key, (word, sentence))
                n_body[key] = n_body.get(key, 0) + sentence.is_body
                n_counted[key] = n_counted.get(key, 0) + sentence.is_counted
    return [Occurrences(*first[key], n_body[key], n_counted[key]) for key in first]

"""A text as its reader meets it: sentences, words, and what the formulas may count."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ...records import Block
from ...text import language as known
from ...text import sentences, tokens
from .word_facts import WordFacts, word_facts

TITLE: Final = -1  # block of the sentences of the title
# Reasons: docs/method/understandability.md#what-is-counted
MAX_FRAGMENT_WORDS: Final = 12  # a list item or table row without a full stop is a sentence when it is longer
_ADDRESS: Final = re.compile(
    r"https?://\S+|www\.\S+|[^\s@]+@[^\s@]+\.\w+|\b(?:[\w-]+\.)+(?:com|org|net|eu|se|no|dk|nl|de|uk|io)\b(?:/\S*)?",
    re.IGNORECASE,
)
_SENTENCE_END: Final = re.compile(r"[.!?…:][\s\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a sentence."""

    text: str  # as written
    lower: str
    facts: WordFacts
    before: str  # what stands between the word before and this one; "" at the beginning
    is_first: bool
    is_name: bool  # a capital inside a sentence (not in German), capitals only, or a digit in it


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; ``block`` is its position in the article's blocks, ``TITLE`` for the title."""

    text: str
    block: int
    kind: str  # kind of its block, or "title"
    words: tuple[Word, ...]
    is_counted: bool  # takes part in the formulas

    @property
    def is_body(self) -> bool:
        """Whether it belongs to the answer itself: not the title, not a heading."""
        return self.kind not in ("title", "heading")


@dataclass(frozen=True, slots=True)
class Reading:
    """Title and answer, cut into sentences, in reading order; the title comes first."""

    title: str
    blocks: tuple[Block, ...]
    language: str
    sentences: tuple[Sentence, ...]

    @property
    def body(self) -> tuple[Sentence, ...]:
        """Sentences of the answer without title and headings."""
        return tuple(sentence for sentence in self.sentences if sentence.is_body)


def read(title: str, blocks: Sequence[Block], language: str) -> Reading:
    """Cut a text into sentences and words.

    A block always ends a sentence. Headings are no sentences of the formulas; list items and table rows only when
    they end in a full stop or the like, or are longer than ``MAX_FRAGMENT_WORDS`` words. A text of nothing but such
    pieces is counted by them. Web and mail addresses are no words.
    """
    found = list(_sentences_of(title, TITLE, "title", language))
    for position, block in enumerate(blocks):
        found.extend(_sentences_of(block.text, position, block.kind, language))
    if not any(sentence.is_counted for sentence in found):
        found = [_counted(sentence) if sentence.is_body else sentence for sentence in found]
    return Reading(title, tuple(blocks), language, tuple(found))


def _sentences_of(text: str, block: int, kind: str, language: str) -> list[Sentence]:
    found = []
    for start, end in sentences(text, language):
        piece = text[start:end].strip()
        words = _words(piece, language)
        if words:
            found.append(Sentence(piece, block, kind, words, _is_counted(piece, kind, len(words))))
    return found


def _is_counted(text: str, kind: str, n_words: int) -> bool:
    if kind in ("title", "heading"):
        return False
    if kind in ("paragraph", "step"):
        return True
    return n_words > MAX_FRAGMENT_WORDS or _SENTENCE_END.search(text) is not None


def _counted(sentence: Sentence) -> Sentence:
    return Sentence(sentence.text, sentence.block, sentence.kind, sentence.words, True)


def _words(text: str, language: str) -> tuple[Word, ...]:
    # blanks of the same length, so that what stands between two words stays readable
    text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    found: list[Word] = []
    end = 0
    for token in tokens(text):
        lower = token.text.lower()
        facts = word_facts(lower, language)
        is_first = not found
        before = "" if is_first else text[end : token.start]
        is_name = _is_name(token.text, is_first, facts, language)
        found.append(Word(token.text, lower, facts, before, is_first, is_name))
        end = token.end
    return tuple(found)


def _is_name(word: str, is_first: bool, facts: WordFacts, language: str) -> bool:
    if any(map(str.isdigit, word)) or (len(word) > 1 and word.isupper()):
        return True
    return word[:1].isupper() and not is_first and not facts.is_stopword and not known(language).nouns_are_capitalised

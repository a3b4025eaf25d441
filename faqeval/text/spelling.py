"""Query words mended by the words of the FAQ: slips, lost diacritics, compounds written apart."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, Self

from .compounds import parts
from .languages.registry import SUPPORTED
from .term_keys import key
from .tokenizer import tokens, words
from .word_frequency import word_list, zipf

if TYPE_CHECKING:  # the text room is read without NumPy by those who only cut words
    import numpy as np
    from numpy.typing import NDArray

_SHORTEST: Final = 4  # letters; nobody can say which word of three letters "inn" was to be
_LONGEST: Final = 40  # letters above which a word is no word
_SHORTEST_JOINED: Final = 6
# All on the Zipf scale, log10: each is a chance.
_IN_FAQ: Final = 2.0  # a word of the FAQ is a hundred times likelier in a query to it
_SLIP: Final = 2.0  # one word in a hundred is mistyped
_BARE: Final = 1.0  # one in ten is written without its diacritics
_LEAST: Final = 2.0  # what the FAQ says is at least this usual there, though no list has it
_USUAL: Final = 3.0  # one in a million: such a word is meant, whatever lies near it, and another may have been
_PLAIN: Final = str.maketrans({"å": "a", "ä": "a", "æ": "a", "ö": "o", "ø": "o", "ü": "u", "ß": "s"}
                              | dict(zip("éèëêïíóáà", "eeeeiioaa", strict=True)))  # fmt: skip
_SPELLED: Final = str.maketrans({"å": "aa", "ä": "ae", "æ": "ae", "ö": "oe", "ø": "oe", "ü": "ue", "ß": "ss"})


@dataclass(frozen=True, slots=True)
class _Near:
    """Words by what is left of them without one letter: sorted hashes (int64) and the number of each one's word."""

    words: tuple[str, ...]
    hashes: "NDArray[np.int64]"
    numbers: "NDArray[np.int32]"

    @classmethod
    def of(cls, found: Iterable[str]) -> Self:
        import numpy as np

        kept = tuple(sorted(word for word in found if _SHORTEST <= len(word) <= _LONGEST))
        pairs = [(hash(rest), number) for number, word in enumerate(kept) for rest in _rests(word)]
        hashes = np.array([value for value, _ in pairs], dtype=np.int64)
        order = np.argsort(hashes, kind="stable")
        return cls(kept, hashes[order], np.array([number for _, number in pairs], dtype=np.int32)[order])

    def one_slip_from(self, asked: Sequence[str]) -> list[tuple[str, str]]:
        """Return (asked, word) for the words from which one slip makes it: a letter wrong, lost, too many, or swapped.

        Slips in one word are alike in what is left without one letter, so only those pairs are looked at.
        """
        import numpy as np

        pairs = [(hash(rest), row) for row, word in enumerate(asked) for rest in _rests(word)]
        values = np.array([value for value, _ in pairs], dtype=np.int64)
        rows = np.array([row for _, row in pairs], dtype=np.int64)
        starts = np.searchsorted(self.hashes, values, "left")
        counts = np.searchsorted(self.hashes, values, "right") - starts
        within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
        numbers = self.numbers[np.repeat(starts, counts) + within]
        found = zip(np.repeat(rows, counts).tolist(), numbers.tolist(), strict=True)
        met = {(asked[row], self.words[number]) for row, number in found}
        return [(one, other) for one, other in met if _is_one_slip(one, other)]


def _rests(word: str) -> set[str]:
    return {word} | {word[:place] + word[place + 1 :] for place in range(len(word))}


def _is_one_slip(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    place = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return one[place:] == other[place + 1 :]
    swapped = one[place : place + 2] == other[place : place + 2][::-1] and one[place + 2 :] == other[place + 2 :]
    return swapped or one[place + 1 :] == other[place + 1 :]


@dataclass(frozen=True, slots=True)
class Spelling:
    """How an FAQ spells: its words, lower case, and the languages it is written in."""

    languages: tuple[str, ...]
    known: frozenset[str]
    keys: frozenset[str]
    near: _Near
    bare: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, known: Iterable[str], languages: Sequence[str]) -> Self:
        """Learn the words of an FAQ."""
        known = frozenset(known)
        keys = frozenset(key(word, code) for word in known for code in languages)
        return cls(tuple(languages), known, keys, _Near.of(known), _by_bare_form(known))

    def mended(self, texts: Sequence[str], languages: Sequence[str]) -> list[str]:
        """Return the texts with words that the FAQ does not have put as it writes them.

        Parameters
        ----------
        texts : queries.
        languages : language of each. A text in a language that the FAQ is not written in, or that is not supported,
            stays as it is: its words are no slips.

        Notes
        -----
        Noisy channel (Kernighan, Church & Gale 1990): of all words of the FAQ and usual words of its languages that one
        slip, or the loss of diacritics, turns into this word, the one that makes frequency times chance of the slip
        largest; the word is changed only when that one, in some form, is a word of the FAQ. Frequencies are wordfreq's,
        the chances are ours: docs/method/text.md#spelling. A text's words decide alone, so a text is mended alike
        among others and by itself.

        Examples
        --------
        >>> Spelling.of(["faktura", "räkning", "kundtjänst"], ["sv"]).mended(["raekning", "kund tjänst"], ["sv", "sv"])
        ['räkning', 'kundtjänst']
        """
        mine = [code in self.languages and code in SUPPORTED for code in languages]
        of_text = [words(text) if own else [] for text, own in zip(texts, mine, strict=True)]
        better = self._meant(sorted({word for found in of_text for word in found} - self.known))
        return [self._mend(text, found, better) for text, found in zip(texts, of_text, strict=True)]

    def _mend(self, text: str, found: Sequence[str], better: Mapping[str, str]) -> str:
        apart = any(first + second in self.known for first, second in pairwise(found))
        if not apart and better.keys().isdisjoint(found):
            return text
        for token in reversed(tokens(text)):
            new = better.get(token.text.lower())
            if new is not None:
                text = text[: token.start] + new + text[token.end :]
        return self._joined(text) if apart else text

    def _joined(self, text: str) -> str:
        found = tokens(text)
        for first, second in reversed(list(pairwise(found))):
            whole = (first.text + second.text).lower()
            if text[first.end : second.start] == " " and self._is_one_word(whole, first.text, second.text):
                text = text[: first.start] + whole + text[second.end :]
        return text

    def _is_one_word(self, whole: str, first: str, second: str) -> bool:
        """Is it in the FAQ, and is nothing lost when it takes the place of its halves?"""
        if len(whole) < _SHORTEST_JOINED or whole not in self.known:
            return False
        halves_known = first.lower() in self.known and second.lower() in self.known
        return not halves_known or any(parts(whole, code) for code in self.languages)

    def _meant(self, strange: Sequence[str]) -> dict[str, str]:
        """Return the word that each was likeliest to be, where that is another one and the FAQ has it in some form."""
        open_words = [word for word in strange if self._may_be_wrong(word)]
        value_of = {word: {word: self._zipf(word)} for word in open_words}
        for word in open_words:
            value_of[word] |= {other: self._likely(other) - _BARE for other in self._with_diacritics(word)}
        slips = [word for word in open_words if len(word) >= _SHORTEST and not self._is_compound(word)]
        for near in (self.near, *(_near_list(code) for code in self.languages)):
            for word, other in near.one_slip_from(slips):
                value_of[word].setdefault(other, self._likely(other) - _SLIP)
        best = {word: min(values, key=lambda other: (-values[other], other)) for word, values in value_of.items()}
        return {word: other for word, other in best.items() if other != word and self._has_form_of(other)}

    def _may_be_wrong(self, word: str) -> bool:
        if len(word) > _LONGEST or not word.isalpha() or self._zipf(word) >= _USUAL:
            return False
        return not self._has_form_of(word)

    def _has_form_of(self, word: str) -> bool:
        return any(key(word, code) in self.keys for code in self.languages)

    def _with_diacritics(self, word: str) -> set[str]:
        found = set(self.bare.get(word, ()))
        for code in self.languages:
            found.update(_bare_list(code).get(word, ()))
        return found

    def _is_compound(self, word: str) -> bool:
        return any(parts(word, code) for code in self.languages)

    def _likely(self, word: str) -> float:
        usual = self._zipf(word)
        return max(usual, _LEAST) + _IN_FAQ if word in self.known else usual

    def _zipf(self, word: str) -> float:
        return max((zipf(word, code) for code in self.languages), default=0.0)


def _by_bare_form(found: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Words with diacritics by how they are written without."""
    forms: dict[str, tuple[str, ...]] = {}
    for word in sorted(found):
        if not word.isascii():
            for form in {word.translate(_PLAIN), word.translate(_SPELLED)} - {word}:
                forms[form] = (*forms.get(form, ()), word)
    return forms


@cache
def _bare_list(code: str) -> Mapping[str, tuple[str, ...]]:
    return _by_bare_form(word for word in _usual_words(code) if not word.isascii())


@cache
def _near_list(code: str) -> _Near:
    return _Near.of(_usual_words(code))


def _usual_words(code: str) -> list[str]:
    if code not in SUPPORTED:
        return []
    least = 10 ** (_USUAL - 9)
    return [word for word, share in word_list(code).items() if share >= least and word.isalpha()]

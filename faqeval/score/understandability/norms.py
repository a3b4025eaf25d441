"""What is usual and what is easy in each language: the control points of the score and the limits of the findings.

Two points make a curve: the value that scores .5 and the value that scores .9. Where they come from, with data, n and
date, is in docs/method/understandability.md#norms. No figure here was fitted on texts with an easier twin.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Curve:
    """The two published control points of a raw value."""

    at_50: float
    at_90: float


@dataclass(frozen=True, slots=True)
class Norms:
    """The norms of one language."""

    sentence_words: Curve  # mean words per sentence
    familiarity: Curve  # mean zipf of the words
    formulas: tuple[tuple[str, Curve], ...]  # the language's own formulas; the first one is shown
    long_sentence_words: int  # a sentence of more words is a finding
    long_word_letters: int  # a word of more letters is a finding
    nominal_share: float  # share of nouns made from verbs that is usual, 0..1


_LIX = ("lix", Curve(46, 30))

NORMS: Final[Mapping[str, Norms]] = {
    "en": Norms(
        sentence_words=Curve(16, 10),
        familiarity=Curve(5.85, 6.00),
        formulas=(("flesch", Curve(55, 80)),),
        long_sentence_words=25,
        long_word_letters=13,
        nominal_share=0.05,
    ),
    "sv": Norms(
        sentence_words=Curve(14.5, 9),
        familiarity=Curve(5.68, 5.83),
        formulas=(_LIX,),
        long_sentence_words=22,
        long_word_letters=17,
        nominal_share=0.05,
    ),
    "nb": Norms(
        sentence_words=Curve(14.5, 9),
        familiarity=Curve(5.72, 5.87),
        formulas=(_LIX,),
        long_sentence_words=22,
        long_word_letters=17,
        nominal_share=0.09,
    ),
    "da": Norms(
        sentence_words=Curve(14.5, 9),
        familiarity=Curve(5.73, 5.88),
        formulas=(_LIX,),
        long_sentence_words=22,
        long_word_letters=17,
        nominal_share=0.09,
    ),
    "nl": Norms(
        sentence_words=Curve(15.5, 10),
        familiarity=Curve(5.78, 5.93),
        formulas=(("flesch_douma", Curve(45, 75)),),
        long_sentence_words=25,
        long_word_letters=17,
        nominal_share=0.07,
    ),
    "de": Norms(
        sentence_words=Curve(15, 9.5),
        familiarity=Curve(5.58, 5.73),
        formulas=(("wiener", Curve(10.8, 5.8)), ("flesch_amstad", Curve(42, 66))),
        long_sentence_words=24,
        long_word_letters=17,
        nominal_share=0.06,
    ),
}

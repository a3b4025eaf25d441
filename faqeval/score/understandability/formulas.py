"""The readability formulas, fed with the counts of a text."""

from collections.abc import Callable, Mapping
from typing import Final

from ...measures.flesch import flesch
from ...measures.flesch_amstad import flesch_amstad
from ...measures.flesch_douma import flesch_douma
from ...measures.lix import lix
from ...measures.wiener import wiener
from .counts import Counts

FORMULAS: Final[Mapping[str, Callable[[Counts], float]]] = {
    "lix": lambda c: lix(c.n_words, c.n_sentences, c.n_long),
    "flesch": lambda c: flesch(c.n_words, c.n_sentences, c.n_syllables),
    "flesch_douma": lambda c: flesch_douma(c.n_words, c.n_sentences, c.n_syllables),
    "flesch_amstad": lambda c: flesch_amstad(c.n_words, c.n_sentences, c.n_syllables),
    "wiener": lambda c: wiener(c.n_words, c.n_sentences, c.n_polysyllabic, c.n_long, c.n_monosyllabic),
}

"""When are two words one, but for a slip of the pen?"""

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

SLIP_LETTERS: Final = 5  # shorter words are too often other words
SLIP_LIKENESS: Final = 0.84  # one letter wrong in six, two in thirteen


def nearest_slip(word: str, others: Iterable[str]) -> str | None:
    """Return the most alike of other words when it is alike enough to be the same word misspelt, else None.

    Notes
    -----
    Both have at least ``SLIP_LETTERS`` letters and a normalised indel similarity (rapidfuzz ``ratio``) of at least
    ``SLIP_LIKENESS``. Both: ours, docs/method/gaps.md#words.

    Examples
    --------
    >>> nearest_slip("nuisence", ["nuisance", "pay"])
    'nuisance'
    >>> nearest_slip("pays", ["pay"]) is None
    True
    """
    if len(word) < SLIP_LETTERS:
        return None
    found = process.extractOne(word, others, scorer=fuzz.ratio, score_cutoff=100 * SLIP_LIKENESS)
    return found[0] if found is not None and len(found[0]) >= SLIP_LETTERS else None

"""How alike query and article are spelled: bridges typos, compounds and endings that the stemmer leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ..bags import Bags, map_words

_SHORTEST, _LONGEST = 3, 5
_COMMON: Final = 0.1  # share of the articles from which a letter group's weights are quicker to add up as a full row


@dataclass(frozen=True, slots=True)
class CharacterSpace:
    """The letter groups of all articles: ``columns`` in alphabetical order, ``idf`` of shape (n_groups,)."""

    columns: dict[str, int]
    idf: NDArray[np.float32]
    idf_unknown: float

    @classmethod
    def of(cls, all_text: Bags) -> Self:
        """Collect the letter groups of the articles' texts."""
        groups = [letter_groups(word) for word in all_text.words]
        columns = {group: i for i, group in enumerate(sorted({group for found in groups for group in found}))}
        counts = all_text.counts @ map_words([[columns[group] for group in found] for found in groups], len(columns))
        n_articles = counts.shape[0]
        n_with = np.diff(counts.tocsc().indptr)
        idf = (np.log((1 + n_articles) / (1 + n_with)) + 1).astype(np.float32)
        return cls(columns, idf, float(np.log(1 + n_articles) + 1))

    def words(self, words: Sequence[str]) -> "CharacterWords":
        """Look the letter groups of words up."""
        n_known = len(self.columns)
        new: dict[str, int] = {}
        found: list[list[int]] = []
        for word in words:
            groups = letter_groups(word)
            known = [self.columns.get(group, -1) for group in groups]
            if -1 in known:
                known = [
                    column if column >= 0 else new.setdefault(group, n_known + len(new))
                    for column, group in zip(known, groups, strict=True)
                ]
            found.append(known)
        idf = np.concatenate([self.idf, np.full(len(new), self.idf_unknown, dtype=np.float32)])
        return CharacterWords(map_words(found, n_known + len(new)), idf, n_known)


@dataclass(frozen=True, slots=True)
class CharacterWords:
    """The letter groups of words: float32 csr of shape (n_words, n_known + n_new), and the idf of each group."""

    to_groups: csr_matrix
    idf: NDArray[np.float32]
    n_known: int

    def place(self, word_counts: csr_matrix) -> csr_matrix:
        """Return texts as weighted letter groups, (1 + ln count) x idf, each row divided by its length.

        Parameters
        ----------
        word_counts : float32 csr of shape (n_texts, n_words)

        Returns
        -------
        float32 csr of shape (n_texts, n_known). A letter group that no article has is no column, but it counts in the
        length of its row, so that a query of strange words is near nothing.
        """
        counts = csr_matrix(word_counts @ self.to_groups, dtype=np.float32)
        counts.data = (1 + np.log(counts.data)) * self.idf[counts.indices]
        squares = csr_matrix((counts.data**2, counts.indices, counts.indptr), shape=counts.shape)
        lengths = np.sqrt(np.asarray(squares.sum(axis=1), dtype=np.float64)).ravel()
        scale = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0).astype(np.float32)
        counts.data *= np.repeat(scale, np.diff(counts.indptr))
        groups = counts[:, : self.n_known]
        groups.sort_indices()
        return groups


@dataclass(frozen=True, slots=True)
class CharacterSignal:
    """Cosine of tf-idf weighted groups of 3 to 5 letters inside words, the sum of two parts.

    ``rare`` (float32 csr of shape (n_groups, n_articles)) holds the weights of the groups that few articles have; those
    of the groups ``common`` (int64, ascending) are the rows of ``of_common`` (float32, shape (n_common, n_articles)).
    """

    rare: csr_matrix
    common: NDArray[np.int64]
    of_common: NDArray[np.float32]

    @classmethod
    def of(cls, space: CharacterSpace, field: Bags) -> Self:
        """Place one field of the articles in the space of their letter groups."""
        weights = csr_matrix(space.words(field.words).place(field.counts).T)
        n_with = np.diff(weights.indptr)
        is_common = n_with > _COMMON * weights.shape[1]
        common = np.flatnonzero(is_common)
        of_common = np.asarray(weights[common].toarray(), dtype=np.float32)
        weights.data[np.repeat(is_common, n_with)] = 0
        weights.eliminate_zeros()
        return cls(weights, common, of_common)

    def scores(self, queries: csr_matrix) -> NDArray[np.float32]:
        """Return the cosines, 0..1, float32 of shape (n_queries, n_articles)."""
        found = np.asarray((queries @ self.rare).toarray(), dtype=np.float32)
        found += queries[:, self.common] @ self.of_common
        return found


def letter_groups(word: str) -> Sequence[str]:
    """Groups of 3 to 5 neighbouring letters of a word with a blank before and after.

    Examples
    --------
    >>> letter_groups("el")
    [' el', 'el ', ' el ']
    """
    padded = f" {word[:100]} "
    return [
        padded[start : start + size]
        for size in range(_SHORTEST, _LONGEST + 1)
        for start in range(len(padded) - size + 1)
    ]

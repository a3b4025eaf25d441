"""Texts as bags of words: one row per text, one column per word."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ..text import words

_WORDS_PER_TEXT = 10_000  # an e-mail has hundreds; more is a pasted log, whose end says nothing new


@dataclass(frozen=True, slots=True)
class Bags:
    """Word counts of texts.

    ``counts`` is a float32 csr matrix of shape (n_texts, n_words), its columns the ``words`` in alphabetical order, so
    that a text's row is summed in the same order whatever texts stand beside it.
    """

    words: tuple[str, ...]
    counts: csr_matrix


def bags(texts: Sequence[str]) -> Bags:
    """Count the words of each text, lower case; of a very long text the first 10,000."""
    flat: list[str] = []
    ends = [0]
    for text in texts:
        flat += words(text)[:_WORDS_PER_TEXT]
        ends.append(len(flat))
    vocabulary = sorted(set(flat))
    column = {word: i for i, word in enumerate(vocabulary)}
    columns = np.fromiter((column[word] for word in flat), dtype=np.int32, count=len(flat))
    counts = csr_matrix(
        (np.ones(len(flat), dtype=np.float32), columns, np.array(ends, dtype=np.int64)),
        shape=(len(texts), len(vocabulary)),
    )
    counts.sum_duplicates()
    return Bags(tuple(vocabulary), counts)


def map_words(columns_of_word: Sequence[Sequence[int]], n_columns: int) -> csr_matrix:
    """Return the 0/1 matrix of shape (n_words, n_columns) that sends each word to its columns.

    A column named twice for one word counts twice (a word may hold the same letter group twice).
    """
    ends = np.zeros(len(columns_of_word) + 1, dtype=np.int64)
    np.cumsum([len(columns) for columns in columns_of_word], out=ends[1:])
    flat: NDArray[np.int32] = np.fromiter(
        (column for columns in columns_of_word for column in columns), dtype=np.int32, count=int(ends[-1])
    )
    matrix = csr_matrix((np.ones(len(flat), dtype=np.float32), flat, ends), shape=(len(columns_of_word), n_columns))
    matrix.sum_duplicates()
    return matrix

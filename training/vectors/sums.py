"""Texts as counts of the static model's entries."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

from faqeval.matching.bags import bags, map_words
from faqeval.matching.embedders.split_word import split_word


def word_sums(texts: Sequence[str], entries: Sequence[str]) -> csr_matrix:
    """Return how often each text holds each entry, float32 of shape (n_texts, n_entries), as the model itself counts.

    A word put together from pieces counts as one word, shared out among its pieces.
    """
    row_of = {entry: row for row, entry in enumerate(entries)}
    longest = max(map(len, entries))
    bag = bags(texts)
    rows = [[row_of[piece] for piece in split_word(word, row_of, longest)] for word in bag.words]
    pieces = map_words(rows, len(entries))
    pieces.data /= np.repeat(np.maximum([len(found) for found in rows], 1), np.diff(pieces.indptr))
    return (bag.counts @ pieces).tocsr()

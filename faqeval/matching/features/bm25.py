"""How well the words of a query fit an article, by BM25."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ...measures.bm25 import bm25_weights


@dataclass(frozen=True, slots=True)
class Bm25Signal:
    """BM25 over one field of the articles (Robertson & Zaragoza 2009, idf as in Lucene).

    ``weights`` is a float32 csr matrix of shape (n_terms, n_articles).
    """

    weights: csr_matrix

    @classmethod
    def of(cls, counts: csr_matrix) -> Self:
        """Weigh the term counts of one field, shape (n_articles, n_terms)."""
        return cls(csr_matrix(bm25_weights(counts).T, dtype=np.float32))

    def scores(self, terms: csr_matrix) -> NDArray[np.float32]:
        """Return BM25 of each query and article divided by 10, shape (n_queries, n_articles).

        The division brings a good hit of a short query near 1; the fusion needs signals of like size.
        """
        return np.asarray((terms @ self.weights).toarray() / np.float32(10), dtype=np.float32)

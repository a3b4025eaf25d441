"""Which share of the query's words an article has, rare words counting more."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from .terms import Rarity, TermQueries


@dataclass(frozen=True, slots=True)
class CoverageSignal:
    """Share of a query's idf mass that lies on terms of one field.

    ``present`` is a 0/1 float32 csr matrix of shape (n_terms, n_articles), ``idf`` has shape (n_terms,) and
    ``idf_unknown`` is the weight of a word that no article has. Unlike BM25 the share is blind to how often an article
    says a word and to how long it is, and it is comparable between queries.
    """

    present: csr_matrix
    idf: NDArray[np.float32]
    idf_unknown: float

    @classmethod
    def of(cls, counts: csr_matrix, all_counts: csr_matrix) -> Self:
        """Take one field's term counts and, for the idf, those of all text; both of shape (n_articles, n_terms)."""
        rarity = Rarity.of(all_counts)
        idf = rarity.idf(rarity.n_with).astype(np.float32)
        present = csr_matrix(counts.T, dtype=np.float32)
        present.eliminate_zeros()
        present.data = np.ones_like(present.data)
        return cls(present, idf, float(rarity.idf(np.zeros(1))[0]))

    def scores(self, queries: TermQueries) -> NDArray[np.float32]:
        """Return the shares, 0..1, float32 of shape (n_queries, n_articles); 0 for a query without words."""
        weighted = queries.terms.multiply(self.idf).tocsr()
        total = np.asarray(weighted.sum(axis=1)).ravel() + self.idf_unknown * queries.n_unknown
        share = (weighted @ self.present).toarray()
        total = np.where(total > 0, total, 1)[:, None]
        return np.asarray(share / total, dtype=np.float32)

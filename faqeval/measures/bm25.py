"""BM25 as Lucene scores it: the plain search that most sites have."""

import numpy as np
from scipy import sparse


def bm25_weights(counts: sparse.csr_matrix, k1: float = 1.2, b: float = 0.75) -> sparse.csr_matrix:
    """Weight of each term in each article; a query's score is the sum over its terms.

    Parameters
    ----------
    counts : sparse matrix of shape (n_articles, n_terms)
        How often a term stands in an article; not negative.
    k1 : float, at least 0
        How soon repeats stop to count.
    b : float in [0, 1]
        How much long articles are pulled down.

    Returns
    -------
    sparse CSR matrix of shape (n_articles, n_terms), float64, never negative, filled where ``counts`` is.

    Notes
    -----
    idf · tf·(k1+1) / (tf + k1·(1 − b + b·length/mean length)), idf = ln(1 + (N − n + .5)/(n + .5)).
    Source: Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework"; idf as in Lucene, so that no term
    weighs less than nothing.

    Examples
    --------
    >>> counts = sparse.csr_matrix([[1, 0], [1, 1]])
    >>> weights = bm25_weights(counts).toarray()
    >>> bool(weights[1, 1] > weights[1, 0])  # the rarer term weighs more
    True
    """
    matrix = sparse.csr_matrix(counts, dtype=np.float64, copy=True)
    matrix.eliminate_zeros()
    n_articles, n_terms = matrix.shape
    if matrix.nnz == 0:
        return matrix
    lengths = np.asarray(matrix.sum(axis=1)).ravel()
    n_holding = np.bincount(matrix.indices, minlength=n_terms)
    idf = np.log1p((n_articles - n_holding + 0.5) / (n_holding + 0.5))
    norms = k1 * (1 - b + b * lengths / lengths.mean())
    norm_of_cell = np.repeat(norms, np.diff(matrix.indptr))
    matrix.data = idf[matrix.indices] * matrix.data * (k1 + 1) / (matrix.data + norm_of_cell)
    return matrix

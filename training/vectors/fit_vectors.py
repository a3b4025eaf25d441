"""Entry vectors whose weighted sum comes near a target vector per text."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from faqeval.measures.unit_rows import unit_rows
from training.vectors.sentence_space import Matrix, ridge

PULL = 3.0  # towards what the map gives; about as many texts must speak for a change of one entry
_STEPS = 20


def fit_vectors(sums: csr_matrix, words: Matrix, targets: Matrix) -> Matrix:
    """Return one weighted vector per entry.

    First one linear map for all entries, which also moves entries that no text holds; then, for entries that some
    text holds, the rest by ridge regression.

    Parameters
    ----------
    sums : float32 csr matrix of shape (n_texts, n_entries), how often each text holds each entry.
    words : shape (n_entries, n), the first teacher's vectors of the entries alone, times the entries' weights.
    targets : unit rows, shape (n_texts, 256).

    Returns
    -------
    float32 array of shape (n_entries, 256)
    """
    vectors = np.asarray(words @ ridge(unit_rows(sums @ words), targets), dtype=np.float32)
    held: NDArray[np.int64] = np.flatnonzero(sums.getnnz(axis=0))
    vectors[held] += _rest(sums[:, held].tocsr(), vectors[held], targets)
    return vectors


def _rest(sums: csr_matrix, vectors: Matrix, targets: Matrix) -> Matrix:
    """Minimise |scaled sums (vectors + rest) - targets|^2 + PULL |rest|^2 by conjugate gradients.

    Each text's sum is scaled by what makes its present vector one of unit length, since only directions count.
    """
    lengths = np.linalg.norm(sums @ vectors, axis=1)
    scaled = (diags(1 / np.where(lengths > 1e-6, lengths, 1)) @ sums).tocsr().astype(np.float32)
    back = scaled.T.tocsr()
    rest = np.zeros_like(vectors)
    error = np.asarray(back @ (targets - scaled @ vectors), dtype=np.float32)
    step = error.copy()
    size = np.einsum("ij,ij->j", error, error)
    for _ in range(_STEPS):
        effect = back @ (scaled @ step) + PULL * step
        length = size / np.maximum(np.einsum("ij,ij->j", step, effect), 1e-12)
        rest += length * step
        error -= length * effect
        new_size = np.einsum("ij,ij->j", error, error)
        step = error + new_size / np.maximum(size, 1e-12) * step
        size = new_size
    return rest

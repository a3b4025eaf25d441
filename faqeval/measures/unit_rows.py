"""Vectors of length 1."""

import numpy as np
from numpy.typing import NDArray


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the rows divided by their Euclidean length; rows of zeros, and rows that are no numbers, become zeros.

    Examples
    --------
    >>> unit_rows(np.array([[3, 4], [0, 0]], dtype=np.float32)).tolist()
    [[0.6000000238418579, 0.800000011920929], [0.0, 0.0]]
    """
    clean = np.nan_to_num(np.asarray(vectors, dtype=np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    lengths = np.sqrt(np.einsum("ij,ij->i", clean, clean))[:, None]
    return np.asarray(clean / np.where(lengths > 0, lengths, 1), dtype=np.float32)

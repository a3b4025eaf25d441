"""Entry vectors from the first teacher's vectors of single words, and what each entry weighs."""

import numpy as np
from numpy.typing import NDArray

from training.vectors.vocabulary import Vocabulary

DIMENSIONS = 256
DROPPED = 2  # strongest directions: they tell the language and the length of an entry, not its meaning
SIF_A = 3e-4


def word_vectors(teacher: NDArray[np.float32], dimensions: int = DIMENSIONS) -> NDArray[np.float32]:
    """Return the teacher's vectors centred, without the strongest directions, whitened and of unit length.

    Parameters
    ----------
    teacher : float32 array of shape (n_entries, 384)

    Returns
    -------
    float32 array of shape (n_entries, ``dimensions``)
    """
    centred = teacher.astype(np.float64) - teacher.mean(axis=0, dtype=np.float64)
    values, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    kept = slice(len(values) - DROPPED - dimensions, len(values) - DROPPED)
    directions, values = directions[:, kept][:, ::-1], values[kept][::-1]
    # The sign of an eigenvector is arbitrary; the largest part is made positive so that every machine agrees.
    directions = directions * np.sign(directions[np.abs(directions).argmax(axis=0), np.arange(dimensions)])
    white = centred @ directions / np.sqrt(values)
    return np.asarray(white / np.linalg.norm(white, axis=1, keepdims=True), dtype=np.float32)


def entry_weights(vocabulary: Vocabulary) -> NDArray[np.float32]:
    """Return a / (a + p) per entry, p its frequency."""
    return np.asarray(SIF_A / (SIF_A + np.array(vocabulary.frequencies)), dtype=np.float32)

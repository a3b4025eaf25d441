"""One target vector per short text, made of what two teachers say about it."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from faqeval.measures.unit_rows import unit_rows

Matrix = NDArray[np.float32]

DIMENSIONS = 256
SECOND_WEIGHT = 1.0  # of the second teacher against the first
_KEPT = 300  # directions of each teacher
_POWER = 0.5  # 0 leaves a teacher's directions as they are, 1 makes them equally strong
_RIDGE = 0.1  # times the mean variance


@dataclass(frozen=True, slots=True)
class Taught:
    """What the teachers said about n texts.

    ``first`` (n_first, 384) belongs to the texts ``first_rows``, ``second`` (n_second, 512) to ``second_rows``; both
    int64, ascending. Every text has at least one of them.
    """

    n_texts: int
    first: Matrix
    first_rows: NDArray[np.int64]
    second: Matrix
    second_rows: NDArray[np.int64]

    def only(self, rows: NDArray[np.int64]) -> Self:
        """Return the same for some of the texts."""
        new = np.full(self.n_texts, -1)
        new[rows] = np.arange(len(rows))
        first, second = new[self.first_rows] >= 0, new[self.second_rows] >= 0
        return type(self)(
            len(rows),
            self.first[first],
            new[self.first_rows[first]],
            self.second[second],
            new[self.second_rows[second]],
        )


def ridge(inputs: Matrix, outputs: Matrix) -> Matrix:
    """Return the linear map from inputs to outputs with the least squared error, pulled a little towards 0."""
    gram = inputs.T.astype(np.float64) @ inputs
    gram[np.diag_indices_from(gram)] += _RIDGE * np.trace(gram) / len(gram)
    return np.asarray(np.linalg.solve(gram, inputs.T.astype(np.float64) @ outputs), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Directions:
    """The strongest directions of a sample: ``mean`` (n,) and ``turn`` (n, n_kept), already divided by their spread."""

    mean: NDArray[np.float64]
    turn: NDArray[np.float64]

    @classmethod
    def of(cls, sample: Matrix, n_kept: int, power: float) -> Self:
        """Find them; each is divided by its spread to a power (0: left as it is, 1: all equally strong)."""
        mean = sample.mean(axis=0, dtype=np.float64)
        centred = sample.astype(np.float64) - mean
        values, directions = np.linalg.eigh(centred.T @ centred / len(centred))
        directions, values = directions[:, ::-1][:, :n_kept], np.maximum(values[::-1][:n_kept], 1e-9)
        # The sign of an eigenvector is arbitrary; the largest part is made positive so that every machine agrees.
        signs = np.sign(directions[np.abs(directions).argmax(axis=0), np.arange(directions.shape[1])])
        return cls(mean, directions * signs / values ** (power / 2))

    def __call__(self, vectors: Matrix) -> Matrix:
        """Return the vectors in these directions, of unit length."""
        return unit_rows(np.asarray((vectors - self.mean) @ self.turn, dtype=np.float32))


def targets(taught: Taught, words: Matrix) -> Matrix:
    """Return one unit vector per text, shape (n_texts, 256): both teachers side by side, in 256 directions.

    Where one teacher was not asked (the second knows no Nordic language, the first is slow), its vector is guessed by
    a linear map from the other one's, learned on the texts that both have read. ``words`` (n_texts, n) are the texts
    as sums of the first teacher's word vectors; they help to guess the first.
    """
    first = Directions.of(taught.first, _KEPT, _POWER)(taught.first)
    place_1 = _places(taught.n_texts, taught.first_rows)
    place_2 = _places(taught.n_texts, taught.second_rows)
    both = np.flatnonzero((place_1 >= 0) & (place_2 >= 0))
    # The strength of the second teacher's directions is taken from the texts that both have read.
    scaled = Directions.of(taught.second[place_2[both]], _KEPT, _POWER)(taught.second)
    to_second = ridge(first[place_1[both]], scaled[place_2[both]])
    to_first = ridge(np.hstack([scaled[place_2[both]], words[both]]), first[place_1[both]])
    sides_1 = np.zeros((taught.n_texts, _KEPT), dtype=np.float32)
    sides_2 = np.zeros((taught.n_texts, _KEPT), dtype=np.float32)
    sides_2[taught.first_rows] = unit_rows(first @ to_second)
    sides_2[taught.second_rows] = scaled
    lone = np.flatnonzero(place_1 < 0)
    sides_1[lone] = unit_rows(np.hstack([sides_2[lone], words[lone]]) @ to_first)
    sides_1[taught.first_rows] = first
    sides = np.hstack([sides_1, SECOND_WEIGHT * sides_2])
    return Directions.of(sides, DIMENSIONS, 0.0)(sides)


def _places(n_texts: int, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    places = np.full(n_texts, -1, dtype=np.int64)
    places[rows] = np.arange(len(rows))
    return places

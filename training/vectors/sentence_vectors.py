"""Entry vectors that learn meaning in context from two teachers' vectors of short texts."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from faqeval.measures.unit_rows import unit_rows
from training.vectors.fit_vectors import fit_vectors
from training.vectors.sentence_space import Taught, targets
from training.vectors.sentence_teachers import first_teacher_vectors, second_teacher_vectors
from training.vectors.short_texts import ShortTexts, read_short_texts
from training.vectors.sums import word_sums
from training.vectors.word_vectors import DIMENSIONS, DROPPED, word_vectors

SECOND_ONLY = 18_000  # texts that only the second, quick teacher reads
WORD_SHARE = 1.0  # of the vectors of single words against the vectors learned from texts


@dataclass(frozen=True, slots=True)
class Lesson:
    """All that the learning from texts needs: texts, their entries' counts, and what the teachers said."""

    texts: ShortTexts
    sums: csr_matrix
    taught: Taught


def read_lesson(folder: Path, entries: tuple[str, ...]) -> Lesson:
    """Choose the texts and ask the teachers, or read what they said before."""
    texts = read_short_texts(folder, SECOND_ONLY)
    everything = [short.text for short in (*texts.both, *texts.second_only)]
    second_rows = np.array([row for row, text in enumerate(everything) if text in texts.second], dtype=np.int64)
    taught = Taught(
        len(everything),
        first_teacher_vectors([short.text for short in texts.both]),
        np.arange(len(texts.both)),
        second_teacher_vectors([everything[row] for row in second_rows]),
        second_rows,
    )
    return Lesson(texts, word_sums(everything, entries), taught)


def sentence_vectors(
    lesson: Lesson, teacher: NDArray[np.float32], weights: NDArray[np.float32], without: frozenset[str] = frozenset()
) -> NDArray[np.float32]:
    """Return the entries' weighted vectors: learned from texts, and joined with the vectors of single words.

    The two stand side by side (their cosines are then averaged), in the 256 strongest directions of both.

    Parameters
    ----------
    lesson : texts and what the teachers said.
    teacher : the first teacher's vectors of the entries alone, shape (n_entries, 384).
    weights : of the entries, shape (n_entries,).
    without : groups of sets whose texts are not to be learned from; for measuring.
    """
    shorts = (*lesson.texts.both, *lesson.texts.second_only)
    rows = np.array([row for row, short in enumerate(shorts) if not short.groups & without], dtype=np.int64)
    words = word_vectors(teacher, teacher.shape[1] - DROPPED) * weights[:, None]
    sums = lesson.sums[rows]
    learned = fit_vectors(sums, words, targets(lesson.taught.only(rows), unit_rows(sums @ words)))
    learned /= np.median(np.linalg.norm(learned, axis=1) / weights)  # a usual entry is then as long as its weight
    return _joined(learned, word_vectors(teacher) * weights[:, None])


def _joined(learned: NDArray[np.float32], single: NDArray[np.float32]) -> NDArray[np.float32]:
    both = np.hstack([WORD_SHARE * single, learned]).astype(np.float64)
    _, directions = np.linalg.eigh(both.T @ both)
    directions = directions[:, ::-1][:, :DIMENSIONS]
    directions = directions * np.sign(directions[np.abs(directions).argmax(axis=0), np.arange(DIMENSIONS)])
    return np.asarray(both @ directions, dtype=np.float32)

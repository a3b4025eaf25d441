"""The least sure questions, read again by a reader: each with the few articles that the judge before found."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .cascade import Budget, rows_to_ask
from .judged_queries import Best, JudgedQueries, Tell, best_first
from .pool import Pool
from .reader import Reader, ReaderJudge

CANDIDATES: Final = 8  # articles that a question is read with, as many as each signal proposes
PILOT: Final = 8  # questions that are read to measure the pace
_PER_STEP: Final = 16  # questions between two words of progress


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Best articles after reading, rows (int64) that got another first one, and how many different queries were read.

    A query that was read keeps no other articles than those it was read with.
    """

    best: Best
    moved: NDArray[np.int64]
    n_read: int


def read_again(judged: JudgedQueries, best: Best, judge: ReaderJudge, budget: Budget, tell: Tell) -> ReadAgain:
    """Let a reader look at the questions that the budget allows, the least sure first.

    Parameters
    ----------
    judged : the queries to one pool.
    best : their best articles and probabilities, at least ``CANDIDATES`` deep where there are as many.
    budget : the reader's own.
    """
    columns, probabilities = best[0].copy(), best[1].copy()
    pool, texts = judged.queries.pool, judged.queries.texts
    depth = min(CANDIDATES, columns.shape[1])

    # equal texts have equal articles, so one of them speaks for all
    rows_of: dict[str, list[int]] = {}
    for row in np.flatnonzero(columns[:, 0] >= 0).tolist():
        rows_of.setdefault(texts[row], []).append(row)
    scores: dict[str, NDArray[np.float32]] = {}

    def read(some: Sequence[str]) -> None:
        new = [text for text in some if text not in scores]
        rows = np.array([rows_of[text][0] for text in new], dtype=np.int64)
        scores.update(zip(new, reader_scores(judge.reader, pool, new, columns[rows, :depth]), strict=True))

    n_read = budget.take(sorted(rows_of), read)
    chosen = sorted({texts[row] for row in rows_to_ask(texts, probabilities, n_read).tolist()})
    for start in range(0, len(chosen), _PER_STEP):
        step = chosen[start : start + _PER_STEP]
        read(step)
        tell("reading again", len(step))
    for text in chosen:
        rows = np.array(rows_of[text], dtype=np.int64)
        listed, before = columns[rows[:1], :depth], probabilities[rows[:1], :depth]
        sure = np.where(listed < 0, 0, judge.weights.probabilities(before, scores[text][None]))
        columns[rows], probabilities[rows] = -1, 0
        columns[rows, :depth], probabilities[rows, :depth] = best_first(listed, sure.astype(np.float32), depth)
    return ReadAgain((columns, probabilities), np.flatnonzero(columns[:, 0] != best[0][:, 0]), len(chosen))


def reader_scores(reader: Reader, pool: Pool, texts: Sequence[str], columns: NDArray[np.int64]) -> NDArray[np.float32]:
    """Return the reader's score of each question and each of its articles, 0 where there is none.

    Parameters
    ----------
    texts : n questions.
    columns : int64 of shape (n, listed), columns of the pool, -1: none.
    """
    is_there = columns >= 0
    asked = [text for text, listed in zip(texts, is_there, strict=True) for _ in range(listed.sum())]
    shown = [article_text(pool, column) for column in columns[is_there].tolist()]
    scores = np.zeros(columns.shape, dtype=np.float32)
    scores[is_there] = reader.scores(list(zip(asked, shown, strict=True)))
    return scores


def article_text(pool: Pool, column: int) -> str:
    """Return what a reader is shown of an article: its title, then its text."""
    title, body = pool.titles[column], pool.bodies[column]
    return title if title == body else f"{title}\n{body}"

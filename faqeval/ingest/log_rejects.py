"""Rows of a log that are not used: listed with their line, or counted where they are too many to list."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw
import pandas as pd

from .engines import LINE
from .log_source import LogSource
from .reject_list import RejectList
from .rows import Rows

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

MAX_LISTED: Final = 10_000  # lines listed per reason; above it one row with line 0 counts the rest


def list_rejects(
    checked: "Frame", reasons: Mapping[int, str], opened: LogSource, kind: str, n_broken: int, max_reject_share: float
) -> tuple[RejectList, int, int]:
    """List the rows whose ``problem`` is not 0.

    Parameters
    ----------
    checked : all rows that could be cut into cells, with ``problem`` (int64) and ``line``.
    reasons : what each problem is called.
    n_broken : rows that the engine could not cut into cells.

    Returns
    -------
    The rejects, how many rows were read, and how many of them have no problem.

    Raises
    ------
    NothingUsable, TooManyRejects
    """
    counts = checked.group_by("problem").agg(nw.len().alias("n")).collect().to_pandas()
    by_problem = {int(problem): int(n) for problem, n in zip(counts["problem"], counts["n"], strict=True)}
    rows = Rows(opened.source, opened.checksum, {}, (), opened.unread)
    rejects = RejectList(rows, kind)
    n_read = sum(by_problem.values()) + len(opened.unread) + n_broken
    n_used = by_problem.get(0, 0)
    counted = pd.Series({reasons[problem]: n for problem, n in by_problem.items() if problem}, dtype="int64")
    for problem, n_rows in sorted(by_problem.items()):
        if problem:
            _list_problem(checked.filter(nw.col("problem") == problem), reasons[problem], n_rows, rejects)
    if n_broken:
        rejects.add(0, f"{n_broken} rows that could not be cut into the header's columns")
        counted.loc["not cut into columns"] = n_broken
    rejects.check_counts({str(reason): int(n) for reason, n in counted.items()}, n_read, n_used, max_reject_share)
    return rejects, n_read, n_used


def count_reject(rejects: RejectList, n_rows: int, reason: str) -> None:
    """Add one row that stands for many, where there are any."""
    if n_rows:
        rejects.add(0, f"{n_rows} rows: {reason}")


def _list_problem(rows: "Frame", reason: str, n_rows: int, rejects: RejectList) -> None:
    lines = rows.select(LINE).sort(LINE).head(MAX_LISTED).collect().to_pandas()[LINE].tolist()
    known = [int(line) for line in lines if line > 0]
    for line in known:
        rejects.add(line, reason)
    count_reject(rejects, n_rows - len(known), reason)

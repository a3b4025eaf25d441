"""Rows of a log that are not used: listed with their line, or counted where they are too many to list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw

from ..cells.reject_list import RejectList
from ..engines import LINE
from ..files.rows import Rows
from .log_source import LogSource

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

NO_MOMENT: Final = "no moment that can be read"
MAX_LISTED: Final = 10_000  # lines listed per reason; above it one row with line 0 counts the rest


@dataclass(slots=True)
class LogRejects:
    """Rejects while a log is read: those with a line, and how many there are of each reason."""

    listed: RejectList
    counts: dict[str, int] = field(default_factory=dict)

    def add(self, reason: str, n_rows: int, lines: Sequence[int] = ()) -> None:
        """List rows of one reason; one row with line 0 counts those whose line is not listed."""
        if n_rows:
            self.counts[reason] = self.counts.get(reason, 0) + n_rows
        for line in lines:
            self.listed.add(line, reason)
        if n_rows > len(lines):
            self.listed.add(0, f"{n_rows - len(lines)} {'row' if n_rows - len(lines) == 1 else 'rows'}: {reason}")


def list_rejects(
    checked: "Frame", reasons: Mapping[int, str], opened: LogSource, kind: str, max_reject_share: float
) -> tuple[LogRejects, int, int]:
    """List the rows whose ``problem`` is not 0.

    Parameters
    ----------
    checked : all rows that could be cut into cells, with ``problem`` (int64) and ``line``.
    reasons : what each problem is called.

    Returns
    -------
    The rejects, how many rows were read, and how many of them have no problem.

    Raises
    ------
    NothingUsable, TooManyRejects
    """
    counts = checked.group_by("problem").agg(nw.len().alias("n")).collect().to_pandas()
    by_problem = {int(problem): int(n) for problem, n in zip(counts["problem"], counts["n"], strict=True)}
    rejects = LogRejects(RejectList(Rows(opened.source, opened.checksum, {}, ()), kind))
    left_out = opened.left_out()
    missed = sorted(line for lines in left_out.values() for line in lines)
    for line, reason in opened.unread:
        left_out.setdefault(reason, []).append(line)
    for reason, lines in sorted(left_out.items()):
        rejects.add(reason, len(lines), lines[:MAX_LISTED])
    for problem, n_rows in sorted(by_problem.items()):
        if problem:
            lines = _lines(checked.filter(nw.col("problem") == problem))
            rejects.add(reasons[problem], n_rows, _counting(lines, missed))
    rejects.listed.forms[NO_MOMENT] = opened.unread_form
    n_used = by_problem.get(0, 0)
    n_read = n_used + sum(rejects.counts.values())
    rejects.listed.check_counts(rejects.counts, n_read, n_used, max_reject_share)
    return rejects, n_read, n_used


def moment_notes(rejects: LogRejects, opened: LogSource) -> tuple[str, ...]:
    """Return the note that shows the form of the moments that could not be read."""
    n_rows, form = rejects.counts.get(NO_MOMENT, 0), opened.unread_form
    if not n_rows or not form:
        return ()
    return (
        f"{opened.source}: {n_rows} rows were left out for a moment like {form} (9 for a digit, a for a letter); write "
        "moments as 2026-10-02 09:19",
    )


def _lines(rows: "Frame") -> list[int]:
    lines = rows.select(LINE).sort(LINE).head(MAX_LISTED).collect().to_pandas()[LINE].tolist()
    return [int(line) for line in lines if line > 0]


def _counting(lines: list[int], missed: list[int]) -> list[int]:
    """Return the lines of rows (in order) that were numbered as if the missed lines were not in the file."""
    found, place = [], 0
    for line in lines:
        while place < len(missed) and missed[place] <= line + place:
            place += 1
        found.append(line + place)
    return found

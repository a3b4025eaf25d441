"""Compare two reports: which figures surely changed, which gaps went and came, which rewrites worked."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from ..compare import Rewrites, judge_rewrites, read_report_table, read_weeks
from ..errors import FileUnreadable
from ..measures.mover import difference_interval
from .gate import read_figures
from .rewrite_words import NO_WEEKS, rewrites_in_words


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure before and after; ``sure`` when the 95 % interval of the difference leaves out 0."""

    figure: str
    before: float | None
    after: float | None
    difference: float | None
    low: float | None
    high: float | None
    sure: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side; gaps are rows of ``gaps.csv``, known again by ``gap_id``."""

    figures: tuple[FigureChange, ...]
    gone: pd.DataFrame
    new: pd.DataFrame
    still: pd.DataFrame
    rewrites: Rewrites | None = None  # None: not both runs had contacts

    def as_dict(self) -> dict[str, Any]:
        """Return the comparison as plain values, ready for JSON."""
        columns = ["gap_id", "kind", "article_id", "need", "demand", "advice"]
        return {
            "figures": {change.figure: _without_name(change) for change in self.figures},
            **{
                name: rows[columns].to_dict(orient="records")
                for name, rows in (("gone", self.gone), ("new", self.new), ("still", self.still))
            },
            "rewrites": None if self.rewrites is None else self.rewrites.as_dict(),
        }

    def in_words(self) -> str:
        """Return the comparison as a few lines for the terminal."""
        lines = [_figure_line(change) for change in self.figures if change.difference is not None]
        lines.append(f"Gaps: {len(self.gone)} gone, {len(self.new)} new, {len(self.still)} still there")
        for name, rows in (("gone", self.gone), ("new ", self.new)):
            for kind, article_id, need in rows[["kind", "article_id", "need"]].itertuples(index=False, name=None):
                lines.append(f"  {name}  {kind}: {article_id or need}")
        lines += [NO_WEEKS] if self.rewrites is None else rewrites_in_words(self.rewrites)
        return "\n".join(lines)


def compare(before: Path, after: Path) -> Comparison:
    """Compare two report folders.

    The interval of a difference takes both runs as independent samples and combines the two intervals (MOVER, Zou &
    Donner 2008).

    Raises
    ------
    FileUnreadable
        If one of the folders holds no report, or one that cannot be read.
    """
    old, new = read_figures(before), read_figures(after)
    changes = tuple(_change(name, old.get(name, {}), new.get(name, {})) for name in sorted({*old, *new}))
    gaps_before, gaps_after = _read_gaps(before), _read_gaps(after)
    weeks_before, weeks_after = read_weeks(before), read_weeks(after)
    return Comparison(
        figures=changes,
        gone=gaps_before[~gaps_before["gap_id"].isin(gaps_after["gap_id"])].reset_index(drop=True),
        new=gaps_after[~gaps_after["gap_id"].isin(gaps_before["gap_id"])].reset_index(drop=True),
        still=gaps_after[gaps_after["gap_id"].isin(gaps_before["gap_id"])].reset_index(drop=True),
        rewrites=judge_rewrites(weeks_before, weeks_after) if weeks_before and weeks_after else None,
    )


def _change(name: str, old: dict[str, float | None], new: dict[str, float | None]) -> FigureChange:
    before, after = old.get("value"), new.get("value")
    if before is None or after is None:
        return FigureChange(name, before, after, None, None, None, False)
    ends = [figure.get(end) for figure in (old, new) for end in ("low", "high")]
    if None in ends:
        return FigureChange(name, before, after, after - before, None, None, False)
    old_low, old_high, new_low, new_high = (end or 0.0 for end in ends)
    difference, low, high = difference_interval((before, old_low, old_high), (after, new_low, new_high))
    return FigureChange(name, before, after, difference, low, high, low > 0 or high < 0)


def _without_name(change: FigureChange) -> dict[str, Any]:
    return {name: value for name, value in asdict(change).items() if name != "figure"}


def _figure_line(change: FigureChange) -> str:
    if change.low is None or change.high is None:
        verdict = "no interval"
    else:
        verdict = f"({change.low:+.3f} to {change.high:+.3f}) {'changed' if change.sure else 'no sure change'}"
    return f"{change.figure:<28} {change.before:.3f} -> {change.after:.3f}  {change.difference:+.3f} {verdict}"


def _read_gaps(folder: Path) -> pd.DataFrame:
    path = folder / "gaps.csv"
    try:
        return read_report_table(path)
    except (OSError, ValueError) as exc:
        raise FileUnreadable(
            f"{folder} must be a report folder with a readable gaps.csv. Got none there. "
            "Make one with: faqeval evaluate ARTICLES QUERIES --out DIR"
        ) from exc

"""Dates of large logs that are not in ISO form, rewritten as ``moments`` rewrites those of small ones.

A log of ten million rows has some hundred different days and at most 86,400 different times of day. So the engine cuts
each moment into the two, ``moment_forms`` reads the different ones, and joins put them back: the same rules for both
ways. What cannot be cut is read whole, as far as there are not too many different ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw
import pandas as pd

from ..cells.moment_forms import BLANKS, COMPACT, CUT, FRACTION, MARKS, has_half, iso_clock, read_day
from ..cells.moments import Moments, Order, form_of, read_moments, which_first
from ..engines import Engine
from .log_moments import AS_ENGINES_READ

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

_SAMPLE: Final = 1_000  # rows that say whether a file has such dates; a log that programs write has one form throughout
_MOST: Final = 500_000  # different days or times of day; more are no days and no times, but would fill the memory
_PARTS: Final = ("normal_", "date_", "clock_", "compact_", "behind_", "hour_date_", "hour_")


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A log whose moments are in ISO form, and what was decided on the way."""

    frame: "Frame"
    order: Order  # of day and month
    unread_form: str  # of a moment that cannot be read; "" when none was met


def with_iso_moments(frame: "Frame", engine: Engine) -> Rewritten:
    """Bring the text column ``at`` of a log into ISO form where its first rows write moments in another form.

    Whether ``3/4/2026`` is in March or April is decided by all rows, not by the first: a log in order of time that
    begins on the first of November has no other day among its first rows. The file is read three times more for this,
    and only if its dates are not in a form that engines read already.

    Raises
    ------
    EngineTrouble
        If the file turns out to be damaged.
    """
    sample = engine.look(frame.select("at").filter(~nw.col("at").is_null()).head(_SAMPLE))["at"]
    moments = read_moments(sample)
    is_other = ~sample.str.strip().str.contains("|".join(AS_ENGINES_READ).replace("(", "(?:"), regex=True)
    is_read = pd.Series(moments.iso, index=sample.index, dtype="str") != ""
    if not (is_other & is_read).any():
        return Rewritten(frame, moments.order, moments.unread_form)
    return _rewritten(frame, engine, moments)


def _rewritten(frame: "Frame", engine: Engine, sample: Moments) -> Rewritten:
    cut = _cut(frame, engine)
    dates, clocks = _different(cut, "date_", engine), _different(cut, "clock_", engine)
    known = {text: day for text in dates if (day := read_day(text)) is not None}
    order = which_first(list(known.values()), has_halves=any(map(has_half, clocks)))
    on_days = {text: date.isoformat() for text, day in known.items() if (date := day.on(day_first=order.day_first))}
    at_times = {text: time for text in clocks if (time := iso_clock(text))}
    rows = cut.join(_pairs(on_days, "date_", "day_", engine), on="date_", how="left")
    rows = rows.join(_pairs(at_times, "clock_", "time_", engine), on="clock_", how="left")
    on_day, at_time = nw.col("day_"), nw.col("time_")
    joined = nw.when(~on_day.is_null() & ~at_time.is_null()).then(nw.concat_str(on_day, at_time))
    rows = rows.with_columns(
        iso_=nw.when(_is_read_by_engines())
        .then(nw.col("at"))
        .otherwise(nw.when(nw.col("clock_") == "").then(on_day).otherwise(joined))
    )
    whole = rows.filter(nw.col("iso_").is_null()).select("at").unique(["at"]).head(_MOST)
    left = [text for text in engine.look(whole)["at"].tolist() if isinstance(text, str)]
    others = {text: iso for text, iso in zip(left, read_moments(left).iso, strict=True) if iso}
    rows = rows.join(_pairs(others, "at", "whole_", engine), on="at", how="left")
    frame = rows.with_columns(at=nw.coalesce(nw.col("iso_"), nw.col("whole_"), nw.col("at")))
    frame = frame.drop(*_PARTS, "day_", "time_", "iso_", "whole_")
    unread = sorted(text for text in left if text not in others)
    return Rewritten(frame, order, form_of(unread[0]) if unread else sample.unread_form)


def _is_read_by_engines() -> nw.Expr:
    written = nw.col("at").str.strip_chars()
    first, *others = (written.str.contains(pattern) for pattern in AS_ENGINES_READ)
    found = first
    for other in others:
        found = found | other
    return found.fill_null(True)


def _cut(frame: "Frame", engine: Engine) -> "Frame":
    """Add ``date_`` and ``clock_``, as ``cut_moment`` cuts."""
    bare = nw.col("at").str.replace_all(MARKS, "").str.replace_all(BLANKS, " ").str.strip_chars().str.to_lowercase()
    frame = engine.cut(frame.with_columns(normal_=bare), "normal_", CUT, {"date_": 1, "clock_": 2})
    groups = {"compact_": 1, "behind_": 2, "hour_date_": 3, "hour_": 4}
    frame = engine.cut(frame, "normal_", COMPACT, groups)
    compact, hours = nw.concat_str("compact_", "hour_date_"), nw.concat_str("behind_", "hour_")
    date = nw.when(compact != "").then(compact).when(nw.col("date_") != "").then(nw.col("date_"))
    clock = nw.when(compact != "").then(hours).otherwise(nw.col("clock_"))
    return frame.with_columns(date_=date.otherwise(nw.col("normal_")), clock_=clock.str.replace_all(FRACTION, ""))


def _different(cut: "Frame", column: str, engine: Engine) -> list[str]:
    different = cut.select(column).filter(~nw.col(column).is_null() & (nw.col(column) != "")).unique([column])
    return sorted(engine.look(different.head(_MOST))[column].tolist())


def _pairs(known: dict[str, str], column: str, value: str, engine: Engine) -> "Frame":
    table: Sequence[tuple[str, str]] = sorted(known.items())
    return engine.table(pd.DataFrame(table, columns=[column, value], dtype="str"))

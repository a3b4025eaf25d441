"""Dates of large logs that are not in ISO form, rewritten as ``moments`` rewrites those of small ones.

A log of ten million rows has some hundred different days and at most 86,400 different times of day. So the engine cuts
each moment into the two, ``moments`` reads the different ones, and joins put them back: the same rules for both ways.
"""

from typing import TYPE_CHECKING, Any, Final

import narwhals as nw
import pandas as pd

from .engines import Engine
from .moments import iso_moments

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

# patterns that RE2 (DuckDB) and Java (Spark) read alike
_DATE: Final = r"^([0-9]{1,2}[./-][0-9]{1,2}[./-]([0-9]{4}|[0-9]{2})|[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}|[0-9]{8})$"
_CLOCK: Final = r"^[0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?( ?[AaPp][.]?[Mm][.]?)?$"
_MICROSECONDS: Final = r"^[0-9]{16}$"
_SAMPLE: Final = 1_000  # rows that say whether a file has such dates; a log that programs write has one form throughout
_MOST: Final = 500_000  # different days or times of day; more are no days and no times, but would fill the memory
_ANY_DAY: Final = "1.1.2026 "
_ISO_DATE_CHARACTERS: Final = 10


def with_iso_moments(frame: "Frame", engine: Engine) -> "Frame":
    """Return a log with the text column ``at`` in ISO form where its first rows write moments in another form.

    Whether ``3/4/2026`` is in March or April is decided by all rows, not by the first: a log in order of time that
    begins on the first of November has no other day among its first rows. The file is read twice more for this, and
    only if its dates are not in ISO form already.

    Raises
    ------
    EngineTrouble
        If the file turns out to be damaged.
    """
    sample = _cut(frame.select("at").filter(~nw.col("at").is_null()).head(_SAMPLE)).select(
        n_dates=nw.col("date_").str.contains(_DATE).cast(nw.Int64).sum(),
        n_numbers=nw.col("date_").str.contains(_MICROSECONDS).cast(nw.Int64).sum(),
    )
    n = engine.look(sample).fillna(0).iloc[0]
    if n["n_numbers"]:
        frame = _in_milliseconds(frame)
    return _rewritten(frame, engine) if n["n_dates"] else frame


def _in_milliseconds(frame: "Frame") -> "Frame":
    bare = nw.col("at").str.strip_chars()
    return frame.with_columns(
        at=nw.when(bare.str.contains(_MICROSECONDS)).then(bare.str.slice(0, 13)).otherwise(nw.col("at"))
    )


def _rewritten(frame: "Frame", engine: Engine) -> "Frame":
    moments = _cut(frame.select("at"))
    dates = _different(moments, "date_", _DATE, engine)
    clocks = _different(moments, "clock_", _CLOCK, engine)
    days = pd.DataFrame({"date_": dates, "day_": iso_moments(dates)}, dtype="str")
    written = iso_moments([_ANY_DAY + clock for clock in clocks])
    times = pd.DataFrame({"clock_": clocks, "time_": [iso[_ISO_DATE_CHARACTERS:] for iso in written]}, dtype="str")
    frame = _cut(frame).join(engine.table(days[days["day_"] != ""]), on="date_", how="left")
    frame = frame.join(engine.table(times[times["time_"] != ""]), on="clock_", how="left")
    day, time = nw.col("day_"), nw.col("time_")
    return frame.with_columns(
        at=nw.when(day.is_null())
        .then(nw.col("at"))
        .when(nw.col("clock_") == "")
        .then(day)
        .when(~time.is_null())
        .then(nw.concat_str(day, time))
        .otherwise(nw.lit(None, dtype=nw.String))
    ).drop("date_", "clock_", "day_", "time_")


def _cut(frame: "Frame") -> "Frame":
    bare = nw.col("at").str.strip_chars()
    return frame.with_columns(
        date_=bare.str.replace_all(r"[,T ].*$", ""), clock_=bare.str.replace_all(r"^[^,T ]*,?[T ]?", "")
    )


def _different(moments: "Frame", column: str, pattern: str, engine: Engine) -> list[str]:
    """Return the different texts of a column that look as they should."""
    different = moments.select(column).unique([column]).filter(nw.col(column).str.contains(pattern))
    return sorted(engine.look(different.head(_MOST))[column].tolist())

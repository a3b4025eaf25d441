"""Dates of large logs that are not in ISO form, rewritten on the engine as ``moments`` does it for small ones."""

from typing import TYPE_CHECKING, Any, Final

import narwhals as nw

from .engines import Engine

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

# patterns that RE2 (DuckDB) and Java (Spark) read alike; groups are not, so the parts are cut out one by one
_CLOCK: Final = r"(,?[T ][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2})?( ?[AaPp][.]?[Mm][.]?)?)?$"
_YEAR_LAST: Final = r"^[0-9]{1,2}[./-][0-9]{1,2}[./-]([0-9]{4}|[0-9]{2})" + _CLOCK
_YEAR_FIRST: Final = r"^[0-9]{4}[./][0-9]{1,2}[./][0-9]{1,2}([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?$"
_NO_MARKS: Final = r"^[0-9]{8}$"
_MICROSECONDS: Final = r"^[0-9]{16}$"
_SAMPLE: Final = 1_000  # rows that say whether a file has such dates; a log that programs write has one form throughout
_MONTHS: Final = 12
_NOON: Final = 12
_YEAR_CHARACTERS: Final = 4
_FIRST: Final = r"^[0-9]+[./-]"
_REST: Final = r"[./-].*$"
_HELP: Final = (
    "text_", "date_", "clock_", "part_0", "part_1", "part_2", "behind_", "hour_", "minutes_", "seconds_", "is_late",
    "is_early", "year_", "month_", "day_", "iso_",
)  # fmt: skip


def with_iso_moments(frame: "Frame", engine: Engine) -> "Frame":
    """Return a log with the text column ``at`` in ISO form where its first rows write dates in another form.

    Whether ``3/4/2026`` is in March or April is decided by all rows, not by the first: a log in order of time that
    begins on the first of November has no other day among its first rows. The file is read once more for this, and only
    if its dates are not in ISO form already.

    Raises
    ------
    EngineTrouble
        If the file turns out to be damaged.
    """
    other = _matches(_YEAR_LAST) | _matches(_YEAR_FIRST) | _matches(_NO_MARKS) | _matches(_MICROSECONDS)
    sample = frame.select("at").filter(~nw.col("at").is_null()).head(_SAMPLE).select(n=other.cast(nw.Int64).sum())
    n = engine.look(sample)["n"].iloc[0]
    if not n > 0:  # null: a file without rows
        return frame
    day_first = _day_comes_first(frame.select("at"), engine)
    return _put_together(_on_24_hours(_cut(frame), engine), day_first=day_first).drop(*_HELP)


def _day_comes_first(frame: "Frame", engine: Engine) -> bool:
    """Decide as ``moments`` does: by the rows that leave no choice, else the day comes first."""
    parts = _cut(frame.filter(_matches(_YEAR_LAST))).select(first=nw.col("part_0"), second=nw.col("part_1"))
    for column in ("first", "second"):
        parts = engine.number(parts, column)
    most = engine.look(parts.select(nw.col("first").max(), nw.col("second").max())).iloc[0]
    return bool(most["first"] > _MONTHS or not most["second"] > _MONTHS)


def _matches(pattern: str) -> nw.Expr:
    return nw.col("at").str.strip_chars().str.contains(pattern).fill_null(False)


def _cut(frame: "Frame") -> "Frame":
    """Add the parts of date and clock as text; null where a row is in no other form.

    Step by step, with a column for each part: as one expression, Spark cannot compile it.
    """
    is_other = _matches(_YEAR_LAST) | _matches(_YEAR_FIRST)
    text = nw.when(is_other).then(nw.col("at").str.strip_chars()).otherwise(nw.lit(None, dtype=nw.String))
    frame = frame.with_columns(text_=text)
    frame = frame.with_columns(
        date_=nw.col("text_").str.replace_all(r"[,T ].*$", ""),
        clock_=nw.col("text_").str.replace_all(r"^[0-9./-]+,?[T ]?", "").str.replace_all("[.]", ":"),
    )
    frame = frame.with_columns(
        part_0=nw.col("date_").str.replace_all(_REST, ""), behind_=nw.col("date_").str.replace_all(_FIRST, "")
    )
    return frame.with_columns(
        part_1=nw.col("behind_").str.replace_all(_REST, ""), part_2=nw.col("behind_").str.replace_all(_FIRST, "")
    )


def _on_24_hours(frame: "Frame", engine: Engine) -> "Frame":
    """Replace ``clock_`` by its hour on 24 (number) and its minutes and seconds (text)."""
    frame = frame.with_columns(
        hour_=nw.col("clock_").str.replace_all(r":.*$", ""),
        minutes_=nw.col("clock_").str.replace_all(r"^[0-9]+:", "").str.replace_all(r"[^0-9:]", "").str.slice(0, 5),
        is_late=nw.col("clock_").str.contains("[Pp]"),
        is_early=nw.col("clock_").str.contains("[Aa]"),
    )
    frame = engine.number(frame, "hour_")
    hour = nw.col("hour_").cast(nw.Int64)
    turned = nw.when(nw.col("is_late")).then(hour % _NOON + _NOON).otherwise(hour)
    return frame.with_columns(
        hour_=nw.when(nw.col("is_early")).then(hour % _NOON).otherwise(turned).cast(nw.String),
        minutes_=nw.col("minutes_").str.replace_all(":+$", ""),
    )


def _put_together(frame: "Frame", *, day_first: bool) -> "Frame":
    day, month = ("part_0", "part_1") if day_first else ("part_1", "part_0")
    is_year_first = nw.col("part_0").str.len_chars() == _YEAR_CHARACTERS
    year = nw.when(is_year_first).then(nw.col("part_0")).otherwise(nw.col("part_2"))
    frame = frame.with_columns(
        year_=nw.when(year.str.len_chars() == 2).then(nw.concat_str(nw.lit("20"), year)).otherwise(year),
        month_=_two_digits(nw.when(is_year_first).then(nw.col("part_1")).otherwise(nw.col(month))),
        day_=_two_digits(nw.when(is_year_first).then(nw.col("part_2")).otherwise(nw.col(day))),
        hour_=_two_digits(nw.col("hour_")),
        seconds_=nw.when(nw.col("minutes_").str.len_chars() == 2).then(nw.lit(":00")).otherwise(nw.lit("")),
    )
    frame = frame.with_columns(iso_=_dashed(nw.col("year_"), nw.col("month_"), nw.col("day_")))
    clock = nw.concat_str(nw.lit("T"), nw.col("hour_"), nw.lit(":"), nw.col("minutes_"), nw.col("seconds_"))
    bare = nw.col("at").str.strip_chars()
    return frame.with_columns(
        at=nw.when(nw.col("clock_") == "")
        .then(nw.col("iso_"))
        .when(~nw.col("clock_").is_null())
        .then(nw.concat_str(nw.col("iso_"), clock))
        .when(_matches(_NO_MARKS))
        .then(_dashed(bare.str.slice(0, 4), bare.str.slice(4, 2), bare.str.slice(6, 2)))
        .when(_matches(_MICROSECONDS))
        .then(bare.str.slice(0, 13))  # milliseconds
        .otherwise(nw.col("at"))
    )


def _two_digits(number: nw.Expr) -> nw.Expr:
    return nw.when(number.str.len_chars() == 1).then(nw.concat_str(nw.lit("0"), number)).otherwise(number)


def _dashed(year: nw.Expr, month: nw.Expr, day: nw.Expr) -> nw.Expr:
    return nw.concat_str(year, nw.lit("-"), month, nw.lit("-"), day)

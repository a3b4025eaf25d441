"""Moments of a log: ISO date-times or seconds since 1970, turned into seconds UTC on the engine."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfoNotFoundError

import narwhals as nw

from ...config import IngestSettings
from ...errors import ConfigError
from ...measures.time_zone import Clock, clock_of, utc_from_wall
from ..engines import Engine

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

# patterns that RE2 (DuckDB) and Java (Spark) read alike
_OFFSET: Final = r"(Z| UTC| ?[+-]([01][0-9]|2[0-3])(:?[0-5][0-9])?)"
_ISO: Final = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.,][0-9]+)?)?" + _OFFSET + r"?)?$"
)
_PLAIN: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]([01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}$"
_EPOCH: Final = r"^([0-9]{9}|1[0-9]{9}|[0-9]{13}|[0-9]{16}|[0-9]{19})([.][0-9]+)?$"
_SERIAL: Final = r"^[0-9]{5}([.,][0-9]+)?$"  # days as Excel counts them
AS_ENGINES_READ: Final = (_ISO, _EPOCH, _SERIAL)
_UNITS: Final = ((10.0**11, 10.0**3), (10.0**14, 10.0**6), (10.0**17, 10.0**9))  # from which number on, to a second
_SERIAL_OF_1970: Final = 25_569
_SERIAL_FROM: Final = 36_526  # 2000
_SERIALS_BELOW: Final = 100_000
EARLIEST: Final = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
_DATE_CHARACTERS: Final = 10
_DAY: Final = 86_400


def moments_to_seconds(frame: "Frame", engine: Engine, clock: Clock) -> "Frame":
    """Replace the text column ``at`` by the int64 column ``at_s``, seconds since 1970 UTC; null where it says none.

    Times without an offset are what ``clock`` showed.
    """
    written, nothing = nw.col("at").str.strip_chars(), nw.lit(None, dtype=nw.String)
    frame = frame.with_columns(is_plain=nw.col("at").str.contains(_PLAIN))  # the usual form, known by one look
    is_plain = nw.col("is_plain")
    frame = frame.with_columns(
        wall_s=nw.when(is_plain)
        .then(nw.col("at"))
        .otherwise(nw.when(written.str.contains(_ISO)).then(written).otherwise(nothing)),
        epoch_s=nw.when(is_plain)
        .then(nothing)
        .otherwise(
            nw.when(written.str.contains(_EPOCH) | written.str.contains(_SERIAL))
            .then(written.str.replace_all(",", ".", literal=True))
            .otherwise(nothing)
        ),
    )
    frame = frame.with_columns(
        wall_s=nw.when(is_plain).then(nw.col("wall_s")).otherwise(_to_the_second(nw.col("wall_s"))),
        offset=nw.when(is_plain).then(nw.lit("")).otherwise(_offset_text(nw.col("wall_s"))),
    )
    offset = nw.col("offset")
    frame = frame.with_columns(
        is_west=offset.str.starts_with("-"),
        has_offset=offset != "",
        hours=nw.when(offset == "").then(nothing).otherwise(offset.str.slice(1, 2)),
        minutes=nw.when(offset == "").then(nothing).otherwise(offset.str.slice(3, 2)),
    )
    frame = engine.epoch_seconds(frame, "wall_s")
    for column in ("epoch_s", "hours", "minutes"):
        frame = engine.number(frame, column)
    epoch_s = nw.col("epoch_s")
    is_serial = (epoch_s >= _SERIAL_FROM) & (epoch_s < _SERIALS_BELOW)
    of_serial = ((epoch_s - _SERIAL_OF_1970) * _DAY).round().cast(nw.Int64)
    wall = nw.coalesce(nw.col("wall_s"), nw.when(is_serial).then(of_serial).otherwise(nw.lit(None, dtype=nw.Int64)))
    in_seconds = nw.when(epoch_s >= _SERIALS_BELOW).then(epoch_s).otherwise(nw.lit(None, dtype=nw.Float64))
    for least, to_a_second in _UNITS:
        in_seconds = nw.when(epoch_s >= least).then(epoch_s / to_a_second).otherwise(in_seconds)
    in_seconds = in_seconds.floor().cast(nw.Int64)
    before_utc = nw.col("hours").fill_null(0.0) * 3600 + nw.col("minutes").fill_null(0.0) * 60
    before_utc = nw.when(nw.col("is_west")).then(-before_utc).otherwise(before_utc).cast(nw.Int64)
    from_text = nw.when(nw.col("has_offset")).then(wall - before_utc).otherwise(utc_from_wall(wall, clock))
    return frame.with_columns(at_s=nw.coalesce(from_text, in_seconds)).drop(
        "at", "wall_s", "epoch_s", "is_plain", "offset", "has_offset", "is_west", "hours", "minutes"
    )


def _to_the_second(iso: nw.Expr) -> nw.Expr:
    """Return ISO date-times without fraction and offset: engines understand these differently, or not at all."""
    to_minute = iso.str.slice(0, 16)
    return (
        nw.when(iso.str.len_chars() == _DATE_CHARACTERS)
        .then(nw.concat_str(iso, nw.lit("T00:00:00")))
        .when(iso.str.slice(16, 1) == ":")
        .then(iso.str.slice(0, 19))
        .otherwise(nw.concat_str(to_minute, nw.lit(":00")))
    )


def _offset_text(iso: nw.Expr) -> nw.Expr:
    """Return what stands behind the clock: "", "Z", "+02" or "+0200"."""
    return iso.str.slice(16).str.replace_all(r"^[0-9:.,]*", "").str.replace_all(r"[: ]", "")


def is_far_off() -> nw.Expr:
    """Say whether a moment is before 2000 or after tomorrow."""
    tomorrow = int(datetime.now(UTC).timestamp()) + _DAY
    return (nw.col("at_s") < EARLIEST) | (nw.col("at_s") > tomorrow)


def clock_of_log(kind: str, settings: IngestSettings) -> Clock:
    """Return the clock that ``visits`` or ``contacts`` were written by: their own zone, else that of both.

    Raises
    ------
    ConfigError
        If there is no such zone.
    """
    own = settings.visits_time_zone if kind == "visits" else settings.contacts_time_zone
    zone, setting = (own, f"{kind}_time_zone") if own else (settings.time_zone, "time_zone")
    try:
        return clock_of(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as exc:
        raise ConfigError(
            f"ingest.{setting} must be the name of a time zone, like Europe/Stockholm. Got '{zone}'. Mend the name."
        ) from exc

"""Moments of a log: ISO date-times or seconds since 1970, turned into seconds UTC on the engine."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfoNotFoundError

import narwhals as nw

from ..errors import ConfigError
from ..measures.time_zone import Clock, clock_of, utc_from_wall
from .engines import Engine

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

# patterns that RE2 (DuckDB) and Java (Spark) read alike
_ISO: Final = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]([01][0-9]|2[0-3]):[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
    r"(Z|[+-][0-9]{2}(:?[0-9]{2})?)?)?$"
)
_WITH_OFFSET: Final = r":.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"
_EPOCH: Final = r"^[0-9]{9,13}([.][0-9]+)?$"
_MILLISECONDS_FROM: Final = 100_000_000_000
EARLIEST: Final = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
_DAY: Final = 86_400


def moments_to_seconds(frame: "Frame", engine: Engine, clock: Clock) -> "Frame":
    """Replace the text column ``at`` by the int64 column ``at_s``, seconds since 1970 UTC; null where it says none.

    Times without an offset are what ``clock`` showed.
    """
    written = nw.col("at").str.strip_chars()
    iso = written.str.contains(_ISO)
    frame = frame.with_columns(
        wall_s=nw.when(iso).then(written).otherwise(nw.lit(None, dtype=nw.String)),
        epoch_s=nw.when(written.str.contains(_EPOCH)).then(written).otherwise(nw.lit(None, dtype=nw.String)),
        has_offset=written.str.contains(_WITH_OFFSET),
    )
    frame = engine.number(engine.epoch_seconds(frame, "wall_s"), "epoch_s")
    wall, epoch = nw.col("wall_s"), nw.col("epoch_s")
    in_seconds = nw.when(epoch >= _MILLISECONDS_FROM).then(epoch / 1000).otherwise(epoch).floor().cast(nw.Int64)
    from_text = nw.when(nw.col("has_offset")).then(wall).otherwise(utc_from_wall(wall, clock))
    return frame.with_columns(at_s=nw.coalesce(from_text, in_seconds)).drop("at", "wall_s", "epoch_s", "has_offset")


def is_far_off() -> nw.Expr:
    """Say whether a moment is before 2000 or after tomorrow."""
    tomorrow = int(datetime.now(UTC).timestamp()) + _DAY
    return (nw.col("at_s") < EARLIEST) | (nw.col("at_s") > tomorrow)


def clock_of_setting(zone: str, setting: str) -> Clock:
    """Return the clock of a zone named in the settings.

    Raises
    ------
    ConfigError
        If there is no such zone.
    """
    try:
        return clock_of(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as exc:
        raise ConfigError(
            f"ingest.{setting} must be the name of a time zone, like Europe/Stockholm. Got '{zone}'. Mend the name."
        ) from exc

"""Clocks against zoneinfo, for every hour around the turns."""

from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

import narwhals as nw
import pandas as pd
import pytest

from faqeval.config import JourneySettings
from faqeval.ingest.engines import Engine, open_engine
from faqeval.measures.time_zone import clock_of, utc_from_wall, wall_from_utc, wall_seconds

ZONES: Final = ("Europe/Stockholm", "America/New_York", "Australia/Lord_Howe")  # Lord Howe turns by half an hour
YEARS: Final = (2001, 2026, 2039)


def _hours_around_turns(zone: str) -> list[int]:
    """Return the seconds UTC of every half hour of the two days around each turn."""
    clock = clock_of(zone)
    turns = [turn for turn in clock.turns if datetime.fromtimestamp(turn, UTC).year in YEARS]
    assert len(turns) == 2 * len(YEARS)
    return sorted({turn + 1_800 * step for turn in turns for step in range(-48, 48)} | {turn - 1 for turn in turns})


def _naive(seconds: int) -> datetime:
    return datetime(1970, 1, 1) + timedelta(seconds=seconds)


def _column(expression: nw.Expr, values: list[int]) -> list[int]:
    frame = nw.from_native(pd.DataFrame({"value": values}))
    return [int(value) for value in frame.select(found=expression)["found"].to_list()]


@pytest.mark.parametrize("zone", ZONES)
def test_a_moment_shows_what_zoneinfo_shows(zone: str) -> None:
    moments = _hours_around_turns(zone)
    shown = [_naive(wall) for wall in _column(wall_from_utc(nw.col("value"), clock_of(zone)), moments)]
    assert shown == [datetime.fromtimestamp(at_s, ZoneInfo(zone)).replace(tzinfo=None) for at_s in moments]
    assert shown == [_naive(wall_seconds(at_s, clock_of(zone))) for at_s in moments]


@pytest.mark.parametrize("zone", ZONES)
def test_a_reading_means_what_zoneinfo_takes_first(zone: str) -> None:
    """``fold=0``: of two moments the first; a reading that was skipped as if the clock had not turned yet."""
    walls = [at_s + offset for at_s in _hours_around_turns(zone) for offset in clock_of(zone).offsets[-2:]]
    expected = [int(_naive(wall).replace(tzinfo=ZoneInfo(zone)).timestamp()) for wall in walls]
    assert _column(utc_from_wall(nw.col("value"), clock_of(zone)), walls) == expected


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "Asia/Kolkata"])
def test_a_zone_that_does_not_turn_has_one_offset(zone: str) -> None:
    clock = clock_of(zone)
    assert clock.turns == ()
    assert _column(utc_from_wall(nw.col("value"), clock), [10**9]) == [10**9 - clock.offsets[0]]


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Asia/Tehran", "Europe/Moscow", "America/Sao_Paulo"])
def test_zones_with_odd_turns_follow_zoneinfo_month_by_month(zone: str) -> None:
    moments = [
        int(datetime(year, month, 17, 5, tzinfo=UTC).timestamp())
        for year in range(2000, 2040)
        for month in range(1, 13)
    ]
    shown = [wall_seconds(at_s, clock_of(zone)) - at_s for at_s in moments]
    assert shown == [
        int((datetime.fromtimestamp(at_s, ZoneInfo(zone)).utcoffset() or timedelta()).total_seconds())
        for at_s in moments
    ]


def _engine(name: str) -> Engine:
    return open_engine(JourneySettings.model_validate({"engine": name}))


def _on_engine(engine: Engine) -> None:
    walls = [at_s + 3_600 for at_s in _hours_around_turns(ZONES[0])]
    frame = engine.table(pd.DataFrame({"value": walls}))
    found = frame.select("value", at_s=utc_from_wall(nw.col("value"), clock_of(ZONES[0]))).collect().to_pandas()
    of_wall = dict(zip(found["value"].tolist(), found["at_s"].tolist(), strict=True))
    zone = ZoneInfo(ZONES[0])
    assert [of_wall[wall] for wall in walls] == [int(_naive(wall).replace(tzinfo=zone).timestamp()) for wall in walls]


def test_duckdb_turns_the_clock_as_zoneinfo_does() -> None:
    engine = _engine("duckdb")
    _on_engine(engine)
    engine.close()


@pytest.mark.spark
def test_spark_turns_the_clock_as_zoneinfo_does(spark_engine: Engine) -> None:
    _on_engine(spark_engine)

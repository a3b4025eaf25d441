"""Dates of large logs: the engine reads them as the row-by-row reader does."""

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd
import pytest

from faqeval.config import IngestSettings, JourneySettings
from faqeval.ingest import read_visits
from faqeval.ingest.cells.moments import iso_moments
from faqeval.ingest.engines import Engine, open_engine
from faqeval.ingest.logs.log_moments import moments_to_seconds
from faqeval.ingest.logs.log_source import open_log
from faqeval.ingest.logs.moment_layouts import with_iso_moments
from faqeval.measures.time_zone import clock_of

_FORMS = (
    "{d:02d}.{m:02d}.{y} {H:02d}:{M:02d}",
    "{d}.{m}.{y} {H}.{M:02d}.{S:02d}",
    "{d:02d}-{m:02d}-{y}, {H:02d}:{M:02d}:{S:02d}",
    "{y}/{m:02d}/{d:02d} {H:02d}:{M:02d}:{S:02d}",
    "{y}.{m}.{d}",
    "{d}/{m}/{s:02d}",
    "{y}{m:02d}{d:02d}",
    "{m}/{d}/{y} {h}:{M:02d} {half}",
    "{m}/{d}/{y} {h}:{M:02d}:{S:02d}{half}",
    "{m:02d}/{d:02d}/{y} {h:02d}:{M:02d} {dotted}",
)


@pytest.fixture(scope="module", params=["duckdb", pytest.param("spark", marks=pytest.mark.spark)])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """Return each engine in turn."""
    if request.param == "spark":
        pytest.importorskip("pyspark")
        if shutil.which("java") is None:
            pytest.skip("no Java here")
    opened = open_engine(JourneySettings(engine=request.param))
    yield opened
    opened.close()


def _seconds(cells: Sequence[str | None], engine: Engine) -> list[float | None]:
    """Return what the engine makes of dates in any form."""
    return _read(with_iso_moments(_frame(cells, engine), engine).frame, engine)


def _as_small(cells: Sequence[str | None], engine: Engine) -> list[float | None]:
    """Return what the row-by-row reader makes of them."""
    return _read(_frame(iso_moments(cells), engine), engine)


def _frame(cells: Sequence[str | None], engine: Engine) -> "nw.LazyFrame[Any]":
    return engine.table(pd.DataFrame({"number": range(len(cells)), "at": pd.Series(list(cells), dtype="object")}))


def _read(frame: "nw.LazyFrame[Any]", engine: Engine) -> list[float | None]:
    seconds = engine.look(moments_to_seconds(frame, engine, clock_of("UTC"))).sort_values("number")["at_s"]
    return [None if pd.isna(value) else float(value) for value in seconds]


def _written(form: str, n: int) -> list[str]:
    chance = random.Random(form)
    cells = []
    for _ in range(n):
        hour, year = chance.randrange(24), chance.choice((2024, 2025, 2026))
        half = "PM" if hour >= 12 else "AM"
        cells.append(
            form.format(
                y=year, s=year % 100, m=chance.randint(1, 12), d=chance.randint(1, 28), H=hour, h=hour % 12 or 12,
                M=chance.randrange(60), S=chance.randrange(60), half=half, dotted="p.m." if half == "PM" else "a.m.",
            )
        )  # fmt: skip
    return cells


@pytest.mark.parametrize("form", _FORMS)
def test_the_engine_reads_each_layout_as_the_row_by_row_reader_does(form: str, engine: Engine) -> None:
    cells = _written(form, 200)
    expected = _as_small(cells, engine)
    assert None not in expected
    assert _seconds(cells, engine) == expected


def test_a_row_far_down_decides_that_the_month_comes_first(engine: Engine) -> None:
    cells = ["11/01/2026 10:00 PM"] * 1_500 + ["11/13/2026 9:05 AM"]
    assert _seconds(cells, engine) == _as_small(cells, engine)
    first = pd.Timestamp("2026-11-01T22:00:00Z").timestamp()
    assert _seconds(cells, engine)[0] == first


def test_without_a_row_that_decides_the_day_comes_first(engine: Engine) -> None:
    assert _seconds(["03.04.2026 08:00"], engine) == [pd.Timestamp("2026-04-03T08:00:00Z").timestamp()]


def test_days_that_do_not_exist_and_other_texts_are_no_moments(engine: Engine) -> None:
    cells = ["30.11.2026 12:05", "31.02.2026 12:05", "soon", "12.13.14.2026", "30.11.2026 25:10", "", None]
    assert _seconds(cells, engine) == [1796040300.0, *[None] * 6]


def test_microseconds_since_1970_are_read(engine: Engine) -> None:
    cells = ["1796040300123456", "1796040300999999"]
    assert _seconds(cells, engine) == _as_small(cells, engine) == [1796040300.0] * 2


def test_iso_rows_among_others_stay_as_they_are(engine: Engine) -> None:
    others = ["2026-11-30T12:05:00", "2026-11-30T13:05:00+01:00", "1796040300", " 2026-11-30 "]
    table = pd.DataFrame({"number": range(5), "at": ["30.11.2026 12:05", *others]})
    frame = with_iso_moments(engine.table(table), engine).frame
    assert engine.look(frame).sort_values("number")["at"].tolist() == ["2026-11-30T12:05:00", *others]


def test_a_log_in_iso_form_is_not_rewritten(engine: Engine) -> None:
    frame = engine.table(pd.DataFrame({"at": ["2026-11-30T12:05:00"]}))
    assert with_iso_moments(frame, engine).frame is frame


def test_a_log_without_rows_is_not_rewritten(engine: Engine) -> None:
    frame = engine.table(pd.DataFrame({"at": ["x"]}))
    empty = frame.filter(nw.col("at") == "y")
    assert with_iso_moments(empty, engine).frame is empty


def test_a_large_csv_with_dates_of_the_day_first_gives_the_rows_of_a_small_one(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "visits.csv"
    rows = [f"s{number};{number % 28 + 1}.{number % 9 + 1}.2026 9:{number % 60:02d};page" for number in range(3_000)]
    rows += ["s;soon;page", "s;30.11.2025 10:00;page;;one cell too many", "s;13.11.2025 22:00:01;page"]
    path.write_text("session_id;at;event\n" + "\n".join(rows) + "\n", encoding="utf-8")
    small = open_log(path, "visits", ("session_id", "at", "event"), ("at",), IngestSettings(), engine)
    monkeypatch.setattr("faqeval.ingest.logs.log_source.LAZY_FROM_BYTES", 1)
    large = open_log(path, "visits", ("session_id", "at", "event"), ("at",), IngestSettings(), engine)
    clock = clock_of("Europe/Stockholm")
    seconds = []
    for opened in (small, large):
        whole = opened.frame.filter(~nw.col("is_broken"))
        read = engine.look(moments_to_seconds(whole, engine, clock))["at_s"]
        seconds.append(sorted(read.fillna(0).astype("int64").tolist()))
    assert seconds[0] == seconds[1]
    assert len(seconds[0]) == 3_002
    assert seconds[0].count(0) == 1


def test_sessions_longer_than_a_day_are_used_and_counted_in_a_note(engine: Engine) -> None:
    rows = [
        {"session_id": session, "at": at, "event": "page"}
        for session, at in (
            ("jumped", "2026-10-05 09:00"),
            ("jumped", "2026-10-06 09:01"),
            ("night", "2026-10-05 23:00"),
            ("night", "2026-10-06 22:59"),
        )
    ]
    read = read_visits(pd.DataFrame(rows), IngestSettings(), engine, [], b"key", prior={"en": 1.0})
    assert read.n_used == 4
    assert read.notes == ("visits table: 1 sessions last longer than a day; their events are used",)

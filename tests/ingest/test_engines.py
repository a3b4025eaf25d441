"""Large files go straight to an engine: the same rows come out as from the careful reader, on DuckDB and on Spark."""

import csv
import random
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from faqeval.config import JourneySettings
from faqeval.errors import ColumnMissing, ConfigError, FileUnreadable, NothingUsable
from faqeval.ingest.engines import Engine, open_engine
from faqeval.ingest.logs import log_lines, log_rejects, log_source

from .log_factory import DAY, VISIT_COLUMNS, contact, contacts, event, rows_of, visits

_WORDS = ("åäö, bill", 'the "PIN"', "", "  ")
BOTH = ["duck", pytest.param("spark_engine", marks=pytest.mark.spark)]
Straight = Callable[[], None]


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Return each engine in turn."""
    found: Engine = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def straight(monkeypatch: pytest.MonkeyPatch) -> Straight:
    """Return what makes every CSV a large one."""
    return lambda: monkeypatch.setattr(log_source, "LAZY_FROM_BYTES", 0)


def _rows(
    n_rows: int, seed: int = 1, words: tuple[str, ...] = ("åäö, bill", 'the ""PIN""', "", "  ")
) -> list[list[str]]:
    draw = random.Random(seed)
    moments = (
        "{day} 09:{m:02}:{s:02}", "{day}T09:{m:02}:{s:02}Z", "{day} 09:{m:02}+02:00", "{day} 09:{m:02}:{s:02}.25 -0330",
        "{day}T09:{m:02}", "{day}", "17911908{s:02}", "17911908{s:02}123", "soon", "1999-01-01", " {day} 09:00:{s:02} ",
    )  # fmt: skip
    return [
        [
            f"s{n // 6}",
            draw.choice(moments).format(day=DAY, m=n % 60, s=n % 50),
            draw.choice(["login", "logout", "search", "view", "click", "Page_View", "dance"]),
            draw.choice(["", f"c{n // 6}", f"{n // 12}.0"]),
            draw.choice(["", "pin", " bill ", "gone", "https://example.com/faq/move/?a=1"]),
            draw.choice(["", "HTTP://example.com/faq/pin#top"]),
            draw.choice(words),
            draw.choice(["", "1", "2.0", "x", "-3"]),
        ]
        for n in range(n_rows)
    ]


def _write(path: Path, rows: list[list[str]], delimiter: str = ",", encoding: str = "utf-8", end: str = "\n") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter, lineterminator=end)
        writer.writerow(VISIT_COLUMNS)
        writer.writerows(rows)
    return path


def _insert(path: Path, lines: dict[int, str]) -> Path:
    """Put raw lines before the lines with these numbers."""
    text = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for number in sorted(lines, reverse=True):
        text.insert(number - 1, lines[number] + "\n")
    path.write_text("".join(text), encoding="utf-8")
    return path


def _plain(folder: Path) -> Path:
    return _write(folder / "plain.csv", _rows(600))


def _semicolons(folder: Path) -> Path:
    return _write(folder / "semicolons[1].csv", _rows(600), ";", "utf-8-sig", "\r\n")


def _broken(folder: Path) -> Path:
    path = _write(folder / "broken.csv", _rows(600))
    more, short = f"s,{DAY},page,,,,,,x,y", f"s,{DAY} 07:00:00,page"
    return _insert(path, {9: more, 60: short, 61: f"s,{DAY} 07:01:00,page,,,,,,,,", 300: more, 301: more})


def _line_breaks(folder: Path) -> Path:
    return _write(folder / "breaks.tsv", _rows(600, words=("two\nlines", "more\r\n\r\nlines", "a\tb", "")), "\t")


def _stray_marks(folder: Path) -> Path:
    path = _write(folder / "marks.csv", _rows(600, words=("bill", "pin")))
    open_mark, untidy = f's,{DAY},search,,,,"never closed,1', f's,{DAY} 07:00:00,search,,,,"55 inch" tv,1'
    return _insert(path, {5: open_mark, 90: untidy, 91: "", 300: open_mark, 301: f"s,{DAY},page,,,,,,x"})


def _mixed_ends(folder: Path) -> Path:
    path = _write(folder / "ends.csv", _rows(200))
    return _insert(path, {100: f"s,{DAY} 07:00:00,page,,,,,\r", 150: f"s,{DAY} 07:01:00,page,,,,,\r"})


def _twice_named(folder: Path) -> Path:
    path = _write(folder / "named.csv", _rows(50))
    text = path.read_text(encoding="utf-8").replace("query,rank", "Event ,", 1)
    path.write_text("\n" + text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "make",
    [_plain, _semicolons, _broken, _line_breaks, _stray_marks, _mixed_ends, _twice_named],
    ids=lambda f: f.__name__,
)
def test_a_large_csv_gives_the_rows_of_the_careful_reader(
    tmp_path: Path, duck: Engine, engine: Engine, straight: Straight, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    careful = visits(path, duck)
    straight()
    lazy = visits(path, engine)
    assert rows_of(lazy) == rows_of(careful)
    assert lazy.reject_counts == careful.reject_counts
    assert (lazy.n_read, lazy.n_used, lazy.checksum) == (careful.n_read, careful.n_used, careful.checksum)
    assert lazy.n_read - lazy.n_used == sum(lazy.reject_counts.values())
    if engine.name == "duckdb":
        pd.testing.assert_frame_equal(lazy.rejects, careful.rejects)


@pytest.mark.spark
def test_spark_counts_rejects_that_it_cannot_number(tmp_path: Path, spark_engine: Engine, straight: Straight) -> None:
    straight()
    read = visits(_broken(tmp_path), spark_engine)
    assert set(read.rejects["line"]) == {0}
    listed = {reason.partition(": ")[2]: int(reason.split()[0]) for reason in read.rejects["reason"]}
    assert listed == read.reject_counts


def test_one_stray_mark_costs_one_line_however_large_the_file(
    tmp_path: Path, duck: Engine, straight: Straight, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_lines, "_LINES_AT_ONCE", 50)
    monkeypatch.setattr(log_lines, "_CHUNK", 1000)
    rows = [
        [f"s{n}", f"{DAY} 09:00:00", "search", "", "", "", "two\nlines" if n % 9 == 0 else "pin", ""]
        for n in range(2_000)
    ]
    path = _insert(_write(tmp_path / "v.csv", rows), {700: f's,{DAY} 07:00:00,search,,,,"never closed,1'})
    straight()
    read = visits(path, duck)
    assert (read.n_read, read.n_used) == (2_001, 2_000)
    assert read.reject_counts == {"quotation marks do not match": 1}


def test_text_that_looks_like_rows_stays_text(tmp_path: Path, duck: Engine, straight: Straight) -> None:
    fake = "\n".join(f"s1,{DAY},search,c1,,,fake," for _ in range(20))
    rows = [[f"s{n}", f"{DAY} 09:00:00", "search", "", "", "", fake, ""] for n in range(500)]
    straight()
    read = visits(_write(tmp_path / "v.csv", rows), duck)
    assert (read.n_read, read.n_used) == (500, 500)


def test_broken_rows_of_one_file_are_not_counted_for_the_next(tmp_path: Path, duck: Engine, straight: Straight) -> None:
    calls = tmp_path / "contacts.csv"
    calls.write_text(f"customer_id,at\nc,{DAY} 09:00:00\nc,{DAY},x,y\nc,{DAY},x,y\n", encoding="utf-8")
    straight()
    assert sum(contacts(calls, duck).reject_counts.values()) == 2
    read = visits(_write(tmp_path / "v.csv", [["s", f"{DAY} 09:00:00", "page", "", "", "", "", ""]]), duck)
    assert (read.n_read, dict(read.reject_counts)) == (1, {})


def test_more_rejects_than_are_listed_are_counted(
    tmp_path: Path, duck: Engine, straight: Straight, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_rejects, "MAX_LISTED", 10)
    rows = [["s", "soon", "page", "", "", "", "", ""] for _ in range(35)]
    rows += [["s", f"{DAY} 09:00:00", "page", "", "", "", "", ""]]
    straight()
    read = visits(_write(tmp_path / "v.csv", rows), duck)
    assert read.rejects["line"].tolist() == [0, *range(2, 12)]
    assert read.rejects["reason"].iloc[0] == "25 rows: no moment that can be read"
    assert read.reject_counts == {"no moment that can be read": 35}


@pytest.mark.parametrize("as_folder", [False, True], ids=["file", "folder"])
def test_parquet_with_native_types_gives_the_rows_of_a_table(
    tmp_path: Path, duck: Engine, engine: Engine, as_folder: bool
) -> None:
    n_rows = 60
    moments = pd.Series(pd.date_range("2026-10-24 22:00", periods=n_rows, freq="7min"))
    frame = pd.DataFrame(
        {
            "session_id": np.arange(n_rows) // 5,
            "at": moments.where(np.arange(n_rows) % 7 > 0),
            "event": ["login", "view", "search"] * (n_rows // 3),
            "customer_id": pd.Series(np.arange(n_rows) // 5).where(np.arange(n_rows) % 3 == 0),  # floats with nan
            "article_id": "pin",
            "query": pd.array(["bill", pd.NA, "two\nlines"] * (n_rows // 3), dtype="string"),
            "rank": pd.array([1, None, 3] * (n_rows // 3), dtype="Int64"),
        }
    )
    path = tmp_path / "visits.parquet"
    if as_folder:
        path = tmp_path / "parts"
        path.mkdir()
        frame[:20].to_parquet(path / "a.parquet")
        frame[20:].to_parquet(path / "b.parquet")
    else:
        frame.to_parquet(path)
    lazy, table = visits(path, engine), visits(frame, duck)
    assert rows_of(lazy) == rows_of(table)
    assert lazy.reject_counts == table.reject_counts


@pytest.mark.parametrize(
    "moments",
    [
        pd.Series(pd.date_range(DAY, periods=3, freq="h", tz="Europe/Stockholm")),
        pd.Series([1_791_190_800, 1_791_190_801, 1_791_190_802]),
        pd.Series([1_791_190_800_123, 1_791_190_801_999, 1_791_190_802_000]),
        pd.Series([1_791_190_800.5, 1_791_190_801.0, None]),
        pd.Series(pd.date_range(DAY, periods=3, freq="h")).dt.date,
    ],
    ids=["instants", "seconds", "milliseconds", "floats", "dates"],
)
def test_native_moments_of_parquet_mean_the_same(
    tmp_path: Path, duck: Engine, engine: Engine, moments: pd.Series
) -> None:
    frame = pd.DataFrame({"session_id": ["a", "b", "c"], "at": moments, "event": "page"})
    frame.to_parquet(tmp_path / "v.parquet")
    assert rows_of(visits(tmp_path / "v.parquet", engine)) == rows_of(visits(frame, duck))


def test_contacts_are_the_same_on_both_engines(
    tmp_path: Path, duck: Engine, engine: Engine, straight: Straight
) -> None:
    draw = random.Random(4)
    rows = [
        contact(
            draw.choice(["", f"c{n % 40}", "crowd"]),
            f"{draw.randrange(24):02}:{n % 60:02}:00",
            id=draw.choice(["", str(n)]),
            channel=draw.choice(["Call", "chat", "e-post", "pigeon"]),
            reason=draw.choice(["", "about the bill", "two\nlines", 'the "PIN"']),
            duration_s=draw.choice(["", "12.5", "-1", "long"]),
            transfers=draw.choice(["", "0", "2.0", "x"]),
            resolved=draw.choice(["", "ja", "No"]),
            ces=draw.choice(["", "1", "9", "7.0"]),
            article_id=draw.choice(["", "pin", "gone"]),
        )
        for n in range(400)
    ]
    path = tmp_path / "contacts.csv"
    pd.DataFrame(rows).to_csv(path, index=False)
    careful = contacts(path, duck)
    straight()
    lazy = contacts(path, engine)
    assert rows_of(lazy, ("contact",)) == rows_of(careful, ("contact",))
    assert (lazy.reject_counts, lazy.notes) == (careful.reject_counts, careful.notes)
    pd.testing.assert_frame_equal(lazy.texts.table, careful.texts.table)


def test_a_large_cp1252_file_is_refused_and_a_small_one_read(tmp_path: Path, duck: Engine, straight: Straight) -> None:
    path = _write(
        tmp_path / "v.csv", [["s", f"{DAY} 09:00:00", "search", "", "", "", "räkning", ""]], encoding="cp1252"
    )
    assert visits(path, duck).n_used == 1
    straight()
    with pytest.raises(FileUnreadable, match="UTF-8") as error:
        visits(path, duck)
    assert str(tmp_path) not in str(error.value)


@pytest.mark.parametrize("damage", [b"PAR1 and no more", b"PAR1" + b"\0" * 200 + b"PAR1"])
def test_a_damaged_parquet_file_is_said_in_one_line(tmp_path: Path, engine: Engine, damage: bytes) -> None:
    path = tmp_path / "v.parquet"
    path.write_bytes(damage)
    with pytest.raises(FileUnreadable, match=r"Got a damaged one, or none: v\.parquet") as error:
        visits(path, engine)
    assert "\n" not in str(error.value)


def test_an_address_needs_spark(duck: Engine) -> None:
    with pytest.raises(FileUnreadable, match=r"journeys\.engine") as error:
        visits("s3://secret:key@bucket/visits.csv", duck)  # type: ignore[arg-type]
    assert "secret" not in str(error.value)


def test_a_large_file_lacks_columns_or_rows_as_a_small_one_does(
    tmp_path: Path, engine: Engine, straight: Straight
) -> None:
    straight()
    path = tmp_path / "v.csv"
    path.write_text("session_id,at\ns,2026-10-05\n", encoding="utf-8")
    with pytest.raises(ColumnMissing, match="'event'"):
        visits(path, engine)
    path.write_text("session_id,at,event\ns,soon,page\n", encoding="utf-8")
    with pytest.raises(NothingUsable, match="no moment"):
        visits(path, engine)
    path.write_text("session_id,at,event\n", encoding="utf-8")
    with pytest.raises(NothingUsable):
        visits(path, engine)


def test_an_engine_leaves_no_files_behind(tmp_path: Path, straight: Straight) -> None:
    straight()
    opened = open_engine(JourneySettings())
    visits(_line_breaks(tmp_path), opened)
    folder = Path(opened.folder)
    assert list(folder.iterdir())
    assert folder.stat().st_mode & 0o077 == 0
    opened.close()
    assert not folder.exists()


def test_what_is_released_is_gone(engine: Engine) -> None:
    kept = engine.keep(engine.table(pd.DataFrame({"n": [1, 2]})))
    engine.release(kept)
    engine.release(engine.table(pd.DataFrame({"n": [1]})).select("n"))
    assert len(rows_of(visits([event("s", "09:00:00", "page")], engine))) == 1


def test_too_little_memory_is_said_in_one_line(tmp_path: Path, straight: Straight) -> None:
    straight()
    opened = open_engine(JourneySettings(memory_gb=0.001))
    with pytest.raises(ConfigError, match=r"journeys\.memory_gb") as error:
        visits(_write(tmp_path / "v.csv", _rows(20_000)), opened)
    opened.close()
    assert "\n" not in str(error.value)

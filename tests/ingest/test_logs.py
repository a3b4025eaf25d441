"""Visits and contacts as files really are: every row is used, refused with a reason, or counted."""

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pandas as pd
import pytest

from faqeval.config import IngestSettings, JourneySettings
from faqeval.errors import ColumnMissing, ConfigError, NothingUsable
from faqeval.ingest import Engine, open_engine, read_contacts, read_visits
from faqeval.records import Article, LogRead

KEY = b"a key of the test"
ARTICLES = (
    Article("a1", "One", (), "b", "en", url="https://shop.example/help/one"),
    Article("a2", "Two", (), "b", "en", url="https://shop.example/help/two"),
)
VISITS = ("session_id", "at", "event", "customer_id", "article_id", "url", "query")


@pytest.fixture
def engine() -> Iterator[Engine]:
    with closing(open_engine(JourneySettings())) as opened:
        yield opened


def visits(engine: Engine, *rows: tuple[str, ...], **settings: object) -> LogRead:
    table = pd.DataFrame([row + ("",) * (len(VISITS) - len(row)) for row in rows], columns=list(VISITS))
    return read_visits(table, IngestSettings(**settings), engine, ARTICLES, KEY, prior={"en": 1.0})  # type: ignore[arg-type]


def contacts(engine: Engine, **columns: list[object]) -> LogRead:
    return read_contacts(pd.DataFrame(columns), IngestSettings(), engine, ARTICLES, KEY, prior={"en": 1.0})


def rows(read: LogRead) -> pd.DataFrame:
    return read.frame.collect().to_pandas().sort_values(["at_s"], ignore_index=True)


def hashed(text: str) -> int:
    return int(hmac.new(KEY, text.encode(), hashlib.sha256).hexdigest()[:15], 16)


def test_a_session_that_becomes_logged_in_belongs_to_its_customer_from_the_start(engine: Engine) -> None:
    read = visits(
        engine,
        ("s1", "2026-10-01T10:03:00", "view", "", "a1"),
        ("s1", "2026-10-01T10:00:00", "page"),
        ("s1", "2026-10-01T10:02:00", "login", "c1"),
        ("s1", "2026-10-01T10:06:00", "logout"),
        ("s1", "2026-10-01T10:07:00", "page"),
    )
    found = rows(read)
    assert found["customer"].tolist() == [hashed("c1")] * 5
    assert found["is_logged_in"].tolist() == [False, True, True, True, False]


def test_articles_are_known_by_id_and_by_address(engine: Engine) -> None:
    read = visits(
        engine,
        ("s", "2026-10-01T10:00:00", "view", "", "a1"),
        ("s", "2026-10-01T10:01:00", "view", "", "", "http://www.shop.example/help/Two/?from=mail#top"),
        ("s", "2026-10-01T10:02:00", "view", "", "https://shop.example/help/one"),
        ("s", "2026-10-01T10:03:00", "view", "", "gone"),
    )
    assert rows(read)["article"].tolist() == [0, 1, 0, -1]
    assert any("1 events name an article" in note for note in read.notes)


def test_rows_that_cannot_be_used_are_refused_with_their_line(engine: Engine) -> None:
    read = visits(
        engine,
        ("s", "2026-10-01T10:00:00", "page"),
        ("s", "soon", "page"),
        ("s", "1980-10-01T10:00:00", "page"),
        ("s", "2026-10-01T10:00:01", "dance"),
        ("", "2026-10-01T10:00:02", "page"),
        ("staff", "2026-10-01T10:00:03", "login", "c9"),
        exclude_customers=("c9",),
        max_reject_share=1,
    )
    assert read.n_read == 6
    assert read.n_used == 1
    assert len(read.rejects) == 5
    assert not any("c9" in str(cell) or "staff" in str(cell) for cell in read.rejects.to_numpy().ravel())


def test_a_repeated_event_counts_once_and_a_robot_not_at_all(engine: Engine) -> None:
    robot = [("r", f"2026-10-01T{n // 3600:02}:{n // 60 % 60:02}:{n % 60:02}", "page") for n in range(60)]
    again = [("s", "2026-10-02T10:00:00", "view", "", "a1")] * 3
    read = visits(engine, *robot, *again, max_events_per_day=50)
    assert len(rows(read)) == 1
    assert read.n_used == 1
    assert read.n_read == 63


@pytest.mark.parametrize(
    ("written", "zone", "utc"),
    [
        ("2026-10-25 02:30:00", "Europe/Stockholm", "2026-10-25T00:30:00"),  # occurs twice: the first one
        ("2026-03-29 02:30:00", "Europe/Stockholm", "2026-03-29T01:30:00"),  # does not exist: as if not yet turned
        ("2026-07-01T12:00", "Europe/Oslo", "2026-07-01T10:00:00"),
        ("2026-07-01T12:00:00+03:00", "Europe/Oslo", "2026-07-01T09:00:00"),
        ("2026-07-01T12:00:00Z", "Europe/Oslo", "2026-07-01T12:00:00"),
        ("1782900000", "Europe/Oslo", "2026-07-01T10:00:00"),
    ],
)
def test_local_times_are_understood_at_the_turns_of_the_clock(
    engine: Engine, written: str, zone: str, utc: str
) -> None:
    read = visits(engine, ("s", written, "page"), time_zone=zone)
    assert pd.Timestamp(int(rows(read)["at_s"].iloc[0]), unit="s") == pd.Timestamp(utc)


def test_contacts_keep_what_is_known_and_say_what_is_not(engine: Engine) -> None:
    read = contacts(
        engine,
        customer_id=["c1", "", "c2"],
        at=["2026-10-01T10:00", "2026-10-01T10:01", "2026-10-01T10:02"],
        channel=["Telefon", "chat", "pigeon"],
        reason=["My PIN, call 07700 900123", "", "my pin"],
        ces=["6", "9", ""],
        transfers=["1", "x", "0"],
        resolved=["ja", "no", ""],
    )
    found = rows(read)
    assert found["channel"].tolist() == ["phone", "chat", ""]
    assert found["customer"].isna().tolist() == [False, True, False]
    assert found["ces"].isna().tolist() == [False, True, True]
    assert found["reason"].isna().tolist() == [False, True, False]
    assert sorted(read.texts.table["text"]) == ["My PIN, call [PHONE]", "my pin"]
    assert any("ces" in note for note in read.notes)


def test_a_crowd_under_one_customer_id_counts_as_unknown_customers(engine: Engine) -> None:
    n = 40
    read = contacts(engine, customer_id=["all"] * n, at=[f"2026-10-01T10:{n:02}:00" for n in range(n)])
    assert rows(read)["customer"].isna().all()
    assert read.n_used == n


def test_what_is_wrong_with_a_file_is_said_in_one_error(engine: Engine) -> None:
    with pytest.raises(NothingUsable):
        visits(engine, ("s", "soon", "page"))
    with pytest.raises(ConfigError, match="time zone"):
        visits(engine, ("s", "2026-10-01T10:00", "page"), time_zone="Europe/Nowhere")
    with pytest.raises(ColumnMissing, match="customer_id"):
        read_contacts(pd.DataFrame({"at": ["2026-10-01"]}), IngestSettings(), engine, ARTICLES, KEY, prior={"en": 1.0})


def test_a_large_csv_file_gives_the_rows_of_a_small_one(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "visits.csv"
    lines = ["session_id,at,event,customer_id", "s,2026-10-01T10:00:00,page,c1", "s,2026-10-01T10:01:00,page,c1,extra"]
    path.write_text("\n".join([*lines, "s,2026-10-01T10:02:00,page,c1", ""]), encoding="utf-8")
    small = read_visits(path, IngestSettings(), engine, ARTICLES, KEY, prior={"en": 1.0})
    monkeypatch.setattr("faqeval.ingest.log_source.LAZY_FROM_BYTES", 0)
    large = read_visits(path, IngestSettings(), engine, ARTICLES, KEY, prior={"en": 1.0})
    assert len(rows(small)) == 2
    pd.testing.assert_frame_equal(rows(small), rows(large), check_dtype=False)
    assert small.n_read == large.n_read == 3
    assert small.n_used == large.n_used == 2

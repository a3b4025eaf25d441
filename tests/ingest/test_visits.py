"""Visits as they come: who was logged in, which article, and what is no event of a customer."""

import hashlib
import hmac
import json
import logging
import random
from pathlib import Path

import pandas as pd
import pytest

from faqeval.config import IngestSettings, load_settings
from faqeval.errors import ColumnMissing, ConfigError, NothingUsable, TooManyRejects
from faqeval.ingest import new_key
from faqeval.ingest.engines import Engine

from .log_factory import KEY, SETTINGS, at, column, contact, contacts, event, rows_of, visits

USED = event("s", "09:00:00", "page")


def _pseudonym(text: str, key: bytes = KEY) -> int:
    return int(hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:15], 16)


def test_ids_become_the_hmac_that_python_computes(duck: Engine) -> None:
    (row,) = rows_of(visits([event("särskild-7", "09:00:00", "login", customer_id="kund 4711")], duck))
    assert row["session"] == _pseudonym("särskild-7")
    assert row["customer"] == _pseudonym("kund 4711")


def test_a_given_key_gives_the_same_pseudonyms_and_no_key_gives_others(duck: Engine) -> None:
    def session(written: str) -> int:
        settings = load_settings(None, {"ingest.pseudonym_key": written}, {}).ingest
        return int(rows_of(visits([USED], duck, key=new_key(settings)))[0]["session"])

    assert session("ours") == session("ours") == _pseudonym("s", b"ours")
    assert len({session(""), session(""), session("ours")}) == 3


def test_a_session_that_logs_in_belongs_to_its_customer_from_the_start(duck: Engine) -> None:
    read = visits(
        [
            event("s", "09:00:00", "page"),
            event("s", "09:01:00", "search", query="pin"),
            event("s", "09:02:00", "login", customer_id="c"),
            event("s", "09:03:00", "view", article_id="pin"),
        ],
        duck,
    )
    assert column(read, "customer") == [_pseudonym("c")] * 4
    assert column(read, "is_logged_in") == [False, False, True, True]


def test_a_logout_ends_being_logged_in_and_a_later_login_begins_it_again(duck: Engine) -> None:
    read = visits(
        [
            event("s", "09:00:00", "login", customer_id="c"),
            event("s", "09:01:00", "logout"),
            event("s", "09:02:00", "page"),
            event("s", "09:03:00", "login", customer_id="c"),
        ],
        duck,
    )
    assert column(read, "customer") == [_pseudonym("c")] * 4
    assert column(read, "is_logged_in") == [True, True, False, True]


def test_two_customers_in_one_session_have_the_events_after_their_login(duck: Engine) -> None:
    read = visits(
        [
            event("s", "09:00:00", "page"),
            event("s", "09:01:00", "login", customer_id="a"),
            event("s", "09:02:00", "page"),
            event("s", "09:03:00", "login", customer_id="b"),
            event("s", "09:04:00", "page"),
        ],
        duck,
    )
    a, b = _pseudonym("a"), _pseudonym("b")
    assert column(read, "customer") == [a, a, a, b, b]


def test_one_customer_on_two_devices_has_both_sessions(duck: Engine) -> None:
    read = visits(
        [
            event("phone", "09:00:00", "login", customer_id="c"),
            event("laptop", "09:00:30", "login", customer_id="c"),
            event("phone", "09:01:00", "page"),
            event("laptop", "09:01:30", "page"),
        ],
        duck,
    )
    assert column(read, "customer") == [_pseudonym("c")] * 4
    assert len(set(column(read, "session"))) == 2


def test_a_row_without_session_belongs_to_the_customers_day_and_one_without_both_is_refused(duck: Engine) -> None:
    read = visits(
        [
            event("", "09:00:00", "login", customer_id="c"),
            event("", "17:00:00", "page", customer_id="c"),
            event("", "18:00:00", "page"),
        ],
        duck,
    )
    assert len(set(column(read, "session"))) == 1
    assert read.reject_counts == {"neither session nor customer": 1}
    assert read.rejects[["line", "reason"]].to_numpy().tolist() == [[3, "neither session nor customer"]]


def test_half_of_the_ids_missing_costs_no_event(duck: Engine) -> None:
    rows = [event(f"s{n}", "09:00:00", "page", customer_id=f"c{n}" if n % 2 else None) for n in range(40)]
    read = visits(rows, duck)
    assert (read.n_read, read.n_used) == (40, 40)
    assert sum(customer is None for customer in column(read, "customer")) == 20


def test_a_file_without_customers_is_used(duck: Engine) -> None:
    read = visits([USED], duck)
    assert column(read, "customer") == [None]
    assert column(read, "is_logged_in") == [False]


def test_order_of_rows_plays_no_part(duck: Engine) -> None:
    rows = [
        event("s", "09:00:00", "login", customer_id="c"),
        event("s", "09:00:00", "search", query="pin code"),
        event("s", "09:00:05", "click", article_id="pin", rank=2),
        event("s", "09:05:00", "logout"),
        event("t", "09:00:00", "page"),
    ] + [event("u", f"10:{n:02}:00", "view", article_id="bill") for n in range(30)]
    shuffled = rows[:]
    random.Random(5).shuffle(shuffled)
    assert rows_of(visits(shuffled, duck)) == rows_of(visits(rows, duck))


def test_repeated_events_count_once_with_their_best_rank(duck: Engine) -> None:
    again = event("s", "09:00:00", "click", article_id="pin")
    read = visits([{**again, "rank": 4}, {**again, "rank": 2}, again, USED], duck)
    assert (read.n_read, read.n_used) == (4, 2)
    assert read.reject_counts == {"the same event as another row, which was kept": 2}
    assert "2 rows: the same event as another row, which was kept" in read.rejects["reason"].tolist()
    assert max(column(read, "rank")) == 2


def test_a_clock_that_jumps_back_loses_no_event(duck: Engine) -> None:
    rows = [event("s", clock, "page") for clock in ("09:00:00", "23:59:00", "08:00:00", "09:30:00")]
    read = visits([*rows, {**USED, "at": "2026-10-09 09:00:00"}], duck)
    assert read.n_used == 5
    assert column(read, "at_s") == sorted(column(read, "at_s"))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("1999-12-31 23:59:59", "a moment before 2000 or after tomorrow"),
        ("2400-01-01", "a moment before 2000 or after tomorrow"),
        ("soon", "no moment that can be read"),
        ("", "no moment that can be read"),
        ("2026-02-30 10:00:00", "no moment that can be read"),
    ],
)
def test_rows_without_a_possible_moment_are_refused(duck: Engine, written: str, reason: str) -> None:
    read = visits([USED, {**USED, "at": written}], duck)
    assert read.reject_counts == {reason: 1}
    assert read.rejects[["line", "reason"]].to_numpy().tolist() == [[2, reason]]


def test_event_names_of_common_tools_are_known_and_others_refused(duck: Engine) -> None:
    names = {"Page_View": "page", " LOGIN ": "login", "signin": "login", "sökning": "search", "article view": "view"}
    read = visits([event("s", f"09:00:{n:02}", name) for n, name in enumerate([*names, "dance", ""])], duck)
    assert column(read, "event") == list(names.values())
    assert sum(read.reject_counts.values()) == 2


def test_articles_are_known_by_id_or_address(duck: Engine) -> None:
    written: list[dict[str, object]] = [
        {"article_id": "bill"},
        {"article_id": " bill "},
        {"url": "http://EXAMPLE.com/FAQ/bill/?from=start#top"},
        {"article_id": "https://example.com/faq/bill"},
        {"article_id": "bill", "url": "https://www.example.com/faq/pin"},
        {"article_id": "gone"},
        {"url": "https://www.example.com/start"},
        {},
    ]
    read = visits([event("s", f"09:00:{n:02}", "view", **more) for n, more in enumerate(written)], duck)
    assert column(read, "article") == [1, 1, 1, 1, 1, -1, -1, -1]
    assert read.notes == ("visits table: 1 events name an article that the FAQ does not have",)


@pytest.mark.parametrize("who", ["session", "customer"])
def test_ten_thousand_events_a_day_are_nobody(duck: Engine, who: str) -> None:
    robot = pd.DataFrame(
        {
            "session_id": ["robot"] * 10_000 if who == "session" else [f"s{n}" for n in range(10_000)],
            "customer_id": ["staff"] * 10_000,
            "at": pd.date_range(f"{2026}-10-05", periods=10_000, freq="s").strftime("%Y-%m-%d %H:%M:%S"),
            "event": "page",
        }
    )
    other_day = event("robot", "09:00:00", "page", customer_id="staff") | {"at": "2026-10-06 09:00:00"}
    read = visits(pd.concat([robot, pd.DataFrame([USED, other_day])]), duck)
    assert (read.n_read, read.n_used) == (10_002, 2)
    (counted,) = [reason for reason in read.rejects["reason"] if "events a day" in reason]
    assert counted.startswith("10000 rows: more than 1000 events a day")


def test_excluded_customers_are_left_out_however_their_id_is_written(duck: Engine) -> None:
    settings = SETTINGS.model_copy(update={"exclude_customers": ("4711",)})
    rows = [event(f"s{n}", "09:00:00", "page", customer_id=who) for n, who in enumerate(["4711", " 4711 ", 4711.0, 5])]
    read = visits(rows, duck, settings)
    assert read.reject_counts == {"a customer whom the settings leave out": 3}
    assert column(read, "customer") == [_pseudonym("5")]


def test_ids_with_a_decimal_point_are_the_whole_numbers_they_were(duck: Engine, tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    pd.DataFrame([event("s", "09:00:00", "login", customer_id=4711.0), USED]).to_csv(path, index=False)
    assert "4711.0" in path.read_text(encoding="utf-8")
    assert set(column(visits(path, duck), "customer")) == {_pseudonym("4711")}


def test_ids_and_words_appear_nowhere(duck: Engine, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = ["secret-session", "secret-customer", "secret-staff", "secretword"]
    settings = SETTINGS.model_copy(update={"exclude_customers": ("secret-staff",)})
    rows = [
        event("secret-session", "09:00:00", "login", customer_id="secret-customer"),
        event("secret-session", "09:00:00", "login", customer_id="secret-customer"),
        event("secret-session", "09:00:01", "search", query="secretword"),
        event("secret-session", "09:00:02", "secretword", customer_id="secret-customer"),
        event("secret-session", "secretword", "page", customer_id="secret-customer"),
        event("secret-session", "09:00:03", "view", article_id="secretword", customer_id="secret-staff"),
    ]
    read = visits(rows, duck, settings)
    said = [read.frame.collect().to_pandas().to_csv(), read.rejects.to_csv(), *read.notes, read.source, caplog.text]
    said += [json.dumps(dict(read.reject_counts)), json.dumps(settings.model_dump(mode="json"))]
    with pytest.raises(NothingUsable) as nothing:
        visits([{**rows[3]}], duck, settings)
    with pytest.raises(TooManyRejects) as many:
        visits(rows[1:2] + rows[3:], duck, settings.model_copy(update={"max_reject_share": 0.1}))
    said += [str(nothing.value), str(many.value)]
    for secret in secrets:
        assert not any(secret in text for text in said)


@pytest.mark.parametrize(
    "flag", [{"ingest.exclude_customers": "secret-4711"}, {"ingest.pseudonym_key": ["secret-4711"]}]
)
def test_a_wrong_setting_of_ids_or_key_is_not_repeated(flag: dict[str, object]) -> None:
    with pytest.raises(ConfigError) as error:
        load_settings(None, flag, {})
    assert "secret-4711" not in str(error.value)


def test_only_what_callers_searched_is_read_and_masked(duck: Engine) -> None:
    called = contacts([contact("c", "10:00:00")], duck)
    rows = [
        event("s", "09:00:00", "login", customer_id="c"),
        event("s", "09:01:00", "search", query="Lost my PIN"),
        event("s", "09:02:00", "search", query="lost my pin"),
        event("s", "09:03:00", "search", query="mail anna@example.com please"),
        event("s", "09:04:00", "page", query="no search"),
        event("t", "09:00:00", "search", query="somebody else"),
    ]
    read = visits(rows, duck, callers=called.frame)
    said = " ".join(read.texts.table["text"])
    assert read.texts.table["count"].sum() == 3
    assert "anna@example.com" not in said
    assert "somebody" not in said
    words = {row["words"] for row in rows_of(read) if row["words"] is not None}
    assert set(read.texts.keys.tolist()) < words
    assert len(visits(rows, duck).texts.table) == 0


@pytest.mark.parametrize(
    ("setting", "message"),
    [("time_zone", "ingest.time_zone"), ("visits_time_zone", "ingest.visits_time_zone")],
)
def test_an_unknown_time_zone_is_said_in_one_line(duck: Engine, setting: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as error:
        visits([USED], duck, IngestSettings.model_validate({setting: "Europe/Atlantis"}))
    assert "\n" not in str(error.value)


def test_each_file_has_its_own_clock(duck: Engine) -> None:
    settings = SETTINGS.model_copy(update={"time_zone": "Asia/Tokyo", "contacts_time_zone": "Europe/Stockholm"})
    assert column(visits([USED], duck, settings), "at_s") == [at("00:00:00")]
    assert column(contacts([contact("c", "09:00:00")], duck, settings), "at_s") == [at("07:00:00")]


@pytest.mark.parametrize("column_name", ["session_id", "at", "event"])
def test_a_missing_column_is_named(duck: Engine, column_name: str) -> None:
    with pytest.raises(ColumnMissing, match=f"'{column_name}'"):
        visits(pd.DataFrame([{**USED, "note": 1}]).drop(columns=column_name), duck)


@pytest.mark.parametrize(
    "moments",
    [
        pd.Series([pd.Timestamp("2026-10-05 09:00:00"), pd.NaT]),
        pd.Series([pd.Timestamp("2026-10-05 11:00:00", tz="Europe/Stockholm"), pd.NaT]),
        pd.Series([at("09:00:00"), pd.NA], dtype="Int64"),
        [pd.Timestamp("2026-10-05 09:00:00"), pd.NaT],
    ],
    ids=["datetime64", "with a zone", "Int64", "objects"],
)
def test_tables_with_native_types_are_read(duck: Engine, moments: object) -> None:
    frame = pd.DataFrame({"session_id": [7, 8], "at": moments, "event": "page", "customer_id": pd.array([1, pd.NA])})
    read = visits(frame, duck)
    (row,) = rows_of(read)
    assert (row["at_s"], row["session"], row["customer"]) == (at("09:00:00"), _pseudonym("7"), _pseudonym("1"))
    assert read.reject_counts == {"no moment that can be read": 1}

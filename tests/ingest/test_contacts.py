"""Contacts as they come: what each column may say, and what becomes of a value that says nothing."""

import hashlib
import hmac
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from faqeval.errors import ColumnMissing, ConfigError, NothingUsable
from faqeval.ingest.engines import Engine
from faqeval.ingest.logs import log_texts

from .log_factory import DAY, KEY, SETTINGS, at, column, contact, contacts, rows_of


def _pseudonym(text: str) -> int:
    return int(hmac.new(KEY, text.encode(), hashlib.sha256).hexdigest()[:15], 16)


def _each(engine: Engine, name: str, values: list[object]) -> tuple[list[object], tuple[str, ...]]:
    rows = [contact(f"c{n}", f"09:00:{n:02}", **{name: value}) for n, value in enumerate(values)]
    read = contacts(rows, engine)
    assert read.n_used == len(values)
    ours = {"article_id": "article", "resolved": "is_resolved"}.get(name, name)
    return column(read, ours), read.notes


def test_channels_have_one_name_each_and_unknown_ones_none(duck: Engine) -> None:
    written: list[object] = ["phone", "Call", " telefon ", "Anruf", "chat", "WhatsApp", "E-Mail", "form", "pigeon", ""]
    known, _ = _each(duck, "channel", written)
    assert known == ["phone", "phone", "phone", "phone", "chat", "chat", "email", "email", "", ""]


def test_ces_outside_one_to_seven_is_not_known_and_counted(duck: Engine) -> None:
    known, notes = _each(duck, "ces", [1, "7", 5.0, 0, 8, -1, "easy", None, ""])
    assert known == [1, 7, 5, None, None, None, None, None, None]
    assert notes == (
        "contacts table: 4 contacts have a ces, duration or transfers that is no such number; it is taken as not known",
    )


@pytest.mark.parametrize("name", ["duration_s", "transfers"])
def test_durations_and_transfers_are_no_less_than_nothing(duck: Engine, name: str) -> None:
    known, notes = _each(duck, name, [0, "12", -1, "long", "nan", "inf", 1e12, None])
    assert known == [0, 12, None, None, None, None, None, None]
    assert notes[0].startswith("contacts table: 5 contacts have a ces, duration or transfers")


def test_resolved_is_understood_in_six_languages(duck: Engine) -> None:
    known, _ = _each(duck, "resolved", [True, "Yes", "ja", 1, "gelöst", False, "nej", "NEIN", 0, "perhaps", None])
    assert known == [True] * 5 + [False] * 4 + [None] * 2


def test_articles_that_agents_noted_are_known_by_id_or_address(duck: Engine) -> None:
    known, notes = _each(duck, "article_id", ["pin", "https://example.com/faq/move?x=1", "gone", "", None])
    assert known == [0, 2, -1, -1, -1]
    assert notes == ("contacts table: 1 contacts name an article that the FAQ does not have",)


def test_empty_reasons_are_contacts_without_reason(duck: Engine) -> None:
    rows = [contact(f"c{n}", "09:00:00", reason=text) for n, text in enumerate(["", "  ", None, "Lost the PIN"])]
    read = contacts(rows, duck)
    assert read.n_used == 4
    assert sum(row["reason"] is not None for row in rows_of(read)) == 1
    assert read.texts.table["text"].tolist() == ["Lost the PIN"]


def test_contacts_without_any_reason_or_customer_are_used(duck: Engine) -> None:
    read = contacts([contact("", "09:00:00", id="1"), contact("", "09:00:00", id="2")], duck)
    assert read.n_used == 2
    assert column(read, "customer") == [None, None]
    assert len(read.texts.table) == 0


def test_reasons_are_masked_and_folded(duck: Engine) -> None:
    rows = [
        contact(f"c{n}", "09:00:00", reason=text)
        for n, text in enumerate(["Wants new PIN", "wants new pin", "call anna@example.com back"])
    ]
    read = contacts(rows, duck)
    assert sorted(read.texts.table["count"]) == [1, 2]
    assert "anna" not in " ".join(read.texts.table["text"])
    assert {row["reason"] for row in rows_of(read)} == set(read.texts.keys.tolist())


def test_repeated_contacts_count_once(duck: Engine) -> None:
    one = contact("c", "09:00:00", id="17", reason="PIN")
    read = contacts([one, one, {**one, "id": "18"}], duck)
    assert (read.n_read, read.n_used) == (3, 2)
    assert read.reject_counts == {"the same contact as another row, which was kept": 1}


def test_contacts_of_which_nothing_is_known_are_not_taken_for_repeats(duck: Engine) -> None:
    assert contacts([contact("", "09:00:00", channel="phone")] * 3, duck).n_used == 3


def test_all_contacts_by_one_customer_stay_as_contacts_of_nobody(duck: Engine) -> None:
    rows = [contact("switchboard", f"{9 + n // 60:02}:{n % 60:02}:00") for n in range(100)]
    rows += [{**rows[0], "at": "2026-10-06 09:00:00"}, contact("c", "09:00:00")]
    read = contacts(rows, duck)
    assert read.n_used == 102
    customers = column(read, "customer")
    assert customers.count(None) == 100
    assert set(customers) - {None} == {_pseudonym("switchboard"), _pseudonym("c")}
    assert "100 contacts are by customer ids with more than 20 contacts a day" in read.notes[0]


def test_excluded_customers_are_left_out(duck: Engine) -> None:
    settings = SETTINGS.model_copy(update={"exclude_customers": ("staff",)})
    read = contacts([contact("staff", "09:00:00"), contact("c", "09:00:00")], duck, settings)
    assert read.reject_counts == {"a customer whom the settings leave out": 1}
    assert "staff" not in read.rejects.to_csv()


def test_impossible_moments_are_refused_with_their_line(duck: Engine) -> None:
    rows = [
        {**contact("c", "09:00:00"), "at": moment} for moment in ("soon", "1970-01-01", f"{DAY} 09:00", "2399-01-01")
    ]
    read = contacts(rows, duck)
    assert read.n_used == 1
    assert sorted(read.rejects["line"]) == [1, 2, 4]
    assert sum(read.reject_counts.values()) == read.n_read - read.n_used == 3


def test_contacts_are_numbered_in_the_order_of_time_whatever_the_order_of_rows(duck: Engine) -> None:
    rows = [contact(f"c{n}", f"09:{59 - n:02}:00") for n in range(30)]
    read = contacts(rows, duck)
    assert column(read, "contact") == list(range(30))
    assert rows_of(contacts(rows[::-1], duck)) == rows_of(read)


@pytest.mark.parametrize("name", ["customer_id", "at"])
def test_a_missing_column_is_named(duck: Engine, name: str) -> None:
    with pytest.raises(ColumnMissing, match=f"'{name}'"):
        contacts(pd.DataFrame([{**contact("c", "09:00:00"), "channel": "chat"}]).drop(columns=name), duck)


def test_an_unknown_time_zone_is_said_in_one_line(duck: Engine) -> None:
    settings = SETTINGS.model_copy(update={"contacts_time_zone": "Nowhere/City"})
    with pytest.raises(ConfigError, match=r"ingest\.contacts_time_zone") as error:
        contacts([contact("c", "09:00:00")], duck, settings)
    assert "\n" not in str(error.value)


def test_nothing_usable_says_why_and_repeats_nothing(duck: Engine) -> None:
    with pytest.raises(NothingUsable, match="no moment that can be read") as error:
        contacts([{"customer_id": "secret-4711", "at": "secret"}], duck)
    assert "secret" not in str(error.value)


def test_rare_reasons_above_the_limit_are_counted(duck: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_texts, "MAX_TEXTS", 2)
    words = ["about the bill", "about the bill", "new pin", "new pin", "moving house", "roaming"]
    read = contacts([contact(f"c{n}", "09:00:00", reason=text) for n, text in enumerate(words)], duck)
    assert read.n_used == 6
    assert sorted(read.texts.table["text"]) == ["about the bill", "new pin"]
    assert read.notes == ("contacts table: 2 contacts have rare reasons that were counted and not read",)


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "jsonl", "parquet"])
def test_every_form_of_file_gives_the_same_contacts(duck: Engine, tmp_path: Path, suffix: str) -> None:
    frame = pd.DataFrame(
        {
            "customer_id": [4711, None, 4713],
            "at": [f"{DAY} 09:00:00", f"{DAY}T10:00:00+02:00", f"{DAY} 12:30"],
            "channel": ["phone", "chat", None],
            "reason": ["åäö, about\nthe bill", None, 'the "PIN"'],
            "ces": [7, None, 2],
            "duration_s": [61.5, np.nan, 3],
        }
    )
    path = tmp_path / f"contacts.{suffix}"
    match suffix:
        case "csv":
            frame.to_csv(path, index=False)
        case "xlsx":
            frame.to_excel(path, index=False)
        case "parquet":
            frame.to_parquet(path)
        case _:
            frame.to_json(path, orient="records", lines=suffix == "jsonl")
    assert rows_of(contacts(path, duck)) == rows_of(contacts(frame, duck))
    assert column(contacts(path, duck), "at_s") == [at("08:00:00"), at("09:00:00"), at("12:30:00")]
    assert _pseudonym("4711") in column(contacts(path, duck), "customer")


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("05.10.2026 12:05", "12:05:00"),
        ("10/05/2026 02:05 PM", "14:05:00"),
        (str(at("12:05:00")), "12:05:00"),
        (str(at("12:05:00") * 1000 + 999), "12:05:00"),
        (f"{DAY}T12:05:00.75Z", "12:05:00"),
        (f"{DAY} 12:05:00 +0530", "06:35:00"),
        (f"{DAY}", "00:00:00"),
    ],
)
def test_moments_are_read_in_the_usual_forms(duck: Engine, written: str, clock: str) -> None:
    rows: list[dict[str, object]] = [
        {"customer_id": "c", "at": written},
        {"customer_id": "c", "at": "10/25/2026" if "/" in written else ""},
    ]
    assert min(column(contacts(rows, duck), "at_s")) == at(clock)

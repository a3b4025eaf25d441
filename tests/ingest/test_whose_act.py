"""Whose act is it: one browser's session, one contact, one customer however the id is written."""

from pathlib import Path

import pandas as pd
import pytest

import faqeval.ingest.logs.log_source as log_source
from faqeval.ingest import read_visits
from faqeval.ingest.engines import Engine
from faqeval.records import LogRead
from tests.ingest.log_factory import ARTICLES, KEY, SETTINGS, column, contact, contacts, event, visits


def _both(seen: list[str], called: list[str], engine: Engine) -> tuple[LogRead, LogRead]:
    rows = pd.DataFrame([event(f"s{n}", "09:00:00", "login", customer_id=one) for n, one in enumerate(seen)])
    callers = contacts([contact(one, "09:30:00") for one in called], engine)
    found = read_visits(
        rows, SETTINGS, engine, ARTICLES, KEY, prior={"en": 1.0}, callers=callers.frame, caller_ids=callers.customers
    )
    return found, callers


def test_sessions_of_two_browsers_that_began_in_one_second_are_two(duck: Engine) -> None:
    rows = [
        {"ga_session_id": "1790932020", "user_pseudo_id": browser, "event_name": "page_view", "event_timestamp": at}
        for browser, at in (("p1.1", "2026-10-05 09:00"), ("p2.1", "2026-10-05 09:00"), ("p1.1", "2026-10-05 09:01"))
    ]
    sessions = column(visits(pd.DataFrame(rows), duck), "session")
    assert len(sessions) == 3
    assert len(set(sessions)) == 2


def test_a_session_without_a_browser_is_that_session(duck: Engine) -> None:
    rows = [event("7", "09:00:00", "page"), event("7", "09:01:00", "page", user_pseudo_id="")]
    assert len(set(column(visits(rows, duck), "session"))) == 1


@pytest.mark.parametrize(
    ("seen", "called"), [("00123", "123"), ("ABC9", "abc9"), ("123.0", "0123"), ("kund@mail.test", "Kund@Mail.test")]
)
def test_ids_that_differ_in_spelling_only_meet_and_are_named(seen: str, called: str, duck: Engine) -> None:
    found, callers = _both([seen], [called], duck)
    assert column(found, "customer") == column(callers, "customer")
    assert any("1 customer ids differ" in note for note in found.notes)
    assert not any(seen in note or called in note for note in found.notes)


def test_ids_that_both_logs_have_stay_apart(duck: Engine) -> None:
    found, callers = _both(["007", "7"], ["7", "07"], duck)
    assert len(set(column(found, "customer"))) == 2
    assert len(set(column(found, "customer")) & set(column(callers, "customer"))) == 2
    found, _ = _both(["007", "07"], ["7"], duck)
    assert len(set(column(found, "customer"))) == 2
    assert not found.notes


def test_a_contact_that_is_delivered_twice_counts_once_in_its_fuller_row(duck: Engine) -> None:
    rows = [
        contact("c", "09:00:00", id="K1", channel="phone"),
        contact("c", "09:00:00", id="K1", channel="phone", reason="lost card", duration_s="61"),
        contact("d", "09:00:00", id="K2", reason="lost card"),
        contact("c", "10:00:00", reason="no id"),
        contact("c", "10:00:00", reason="no id either"),
    ]
    read = contacts(rows, duck)
    assert (read.n_read, read.n_used) == (5, 4)
    assert read.reject_counts == {"the same contact id as a fuller row, which was kept": 1}
    assert read.frame.collect().to_pandas()["duration_s"].dropna().tolist() == [61.0]


def test_one_id_of_two_customers_is_two_contacts(duck: Engine) -> None:
    assert contacts([contact(one, "09:00:00", id="1") for one in "cd"], duck).n_used == 2


def test_a_large_file_counts_a_contact_once_too(tmp_path: Path, duck: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_source, "LAZY_FROM_BYTES", 1)
    rows = [contact("c", "09:00:00", id=f"K{n % 5}", reason="" if n < 5 else "lost card") for n in range(10)]
    pd.DataFrame(rows).to_csv(tmp_path / "contacts.csv", index=False)
    read = contacts(tmp_path / "contacts.csv", duck)
    assert read.n_used == 5
    assert all(reason is not None for reason in column(read, "reason"))

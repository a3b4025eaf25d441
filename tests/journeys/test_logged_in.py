import pandas as pd
import pytest

from faqeval.ingest.engines import Engine
from faqeval.journeys.frames import to_pandas
from faqeval.journeys.logged_in import link_contacts
from faqeval.journeys.visits import events_in_visits, visits_of

from .visit_logs import HOUR, START, logs, slow_links, slow_visits, with_need

COVERED = (START, START + 3 * 24 * HOUR)
Link = tuple[bool, int | None, int | None]


def found_links(
    engine: Engine, events: pd.DataFrame, contacts: pd.DataFrame, window_s: int, covered: tuple[int, int] = COVERED
) -> dict[int, Link]:
    visits = visits_of(events_in_visits(engine.table(events)))
    rows = to_pandas(link_contacts(engine.table(contacts), visits, covered, window_s))
    assert rows["contact"].is_unique
    return {
        int(contact): (bool(hit), None if pd.isna(session) else int(session), None if pd.isna(start) else int(start))
        for contact, hit, session, start in rows[["contact", "is_logged_in", "session", "start_s"]].itertuples(
            index=False, name=None
        )
    }


@pytest.mark.parametrize("minutes", [5, 30, 300])
@pytest.mark.parametrize("seed", range(3))
def test_links_agree_with_looking_at_every_visit_of_the_customer(frames: Engine, seed: int, minutes: int) -> None:
    events, contacts = logs(seed)
    contacts = with_need(contacts)
    slow = slow_links(contacts, slow_visits(events), COVERED, minutes * 60)
    wanted = {
        contact: (False, None, None) if visit is None else (True, visit.session, visit.start_s)
        for contact, visit in slow.items()
    }
    found = found_links(frames, events, contacts, minutes * 60)
    assert found == wanted
    assert 0 < sum(hit for hit, _, _ in found.values()) < len(found)


def test_a_longer_window_finds_more_customers_logged_in(duck: Engine) -> None:
    events, contacts = logs(1)
    found = [
        sum(hit for hit, _, _ in found_links(duck, events, with_need(contacts), minutes * 60).values())
        for minutes in (1, 60, 600)
    ]
    assert found[0] < found[1] < found[2]


def test_shuffled_logs_give_the_same_links(duck: Engine) -> None:
    events, contacts = logs(2)
    contacts = with_need(contacts)
    shuffled = events.sample(frac=1, random_state=1), contacts.sample(frac=1, random_state=2)
    assert found_links(duck, *shuffled, 1800) == found_links(duck, events, contacts, 1800)


def test_contacts_before_and_long_after_the_visits_are_not_linkable(duck: Engine) -> None:
    events = pd.DataFrame(
        {"session": 1, "customer": 1, "at_s": [START], "event": "login", "is_logged_in": True, "article": -1}
    )
    at = [START - 1, START, START + 1800, START + 1801]
    contacts = pd.DataFrame({"contact": range(4), "customer": 1, "at_s": at, "need": 0})
    assert found_links(duck, events, contacts, 1800, (START, START)) == {1: (True, 1, START), 2: (True, 1, START)}


def test_of_two_visits_that_log_in_in_one_second_the_one_that_goes_on_is_taken_whole(frames: Engine) -> None:
    # session 9 begins first; its start must not be taken for that of session 3
    rows = [(9, 0, False), (9, 60, True), (3, 50, False), (3, 60, True), (3, 70, True)]
    events = pd.DataFrame(rows, columns=["session", "at_s", "is_logged_in"])
    events = events.assign(at_s=events["at_s"] + START, customer=1, event="page", article=-1)
    contacts = pd.DataFrame({"contact": [0], "customer": [1], "at_s": [START + 100], "need": [0]})
    assert found_links(frames, events, contacts, 1800) == {0: (True, 3, START + 50)}

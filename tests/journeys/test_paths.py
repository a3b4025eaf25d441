import time

import numpy as np
import pandas as pd
import pytest

from faqeval.ingest.engines import Engine
from faqeval.journeys.frames import to_pandas
from faqeval.journeys.logged_in import link_contacts
from faqeval.journeys.paths import count_paths, ways_to_contact, words_and_reasons
from faqeval.journeys.shares import OVERALL
from faqeval.journeys.visits import events_in_visits, visits_of

from .visit_logs import HOUR, START, logs, slow_links, slow_visits, slow_way, with_need

COVERED, WINDOW_S = (START, START + 3 * 24 * HOUR), 2 * HOUR
COLUMNS = ["contact", "n_steps", "searched", "searched_again", "viewed", "in_vain"]


def found_ways(engine: Engine, events: pd.DataFrame, contacts: pd.DataFrame) -> pd.DataFrame:
    here = engine.keep(events_in_visits(engine.table(events)))
    linked = link_contacts(engine.table(contacts), visits_of(here), COVERED, WINDOW_S)
    return to_pandas(ways_to_contact(linked, here)).sort_values("contact", ignore_index=True)


@pytest.mark.parametrize("seed", range(4))
def test_ways_agree_with_reading_the_visit_before_every_contact(frames: Engine, seed: int) -> None:
    events, contacts = logs(seed)
    contacts = with_need(contacts)
    links = slow_links(contacts, slow_visits(events), COVERED, WINDOW_S)
    wanted = [
        (int(call.contact), *slow_way(call, visit))
        for call in contacts.itertuples()
        if (visit := links.get(int(call.contact))) is not None
    ]
    found = found_ways(frames, events, contacts)
    assert list(found[COLUMNS].itertuples(index=False, name=None)) == wanted
    assert set(found["viewed"]) == {"answer", "other", "nothing"}
    assert found["searched_again"].any()


def test_six_paths_per_need_add_up_to_the_contacts(duck: Engine) -> None:
    events, contacts = logs(0)
    here = duck.keep(events_in_visits(duck.table(events)))
    linked = link_contacts(duck.table(with_need(contacts)), visits_of(here), COVERED, WINDOW_S)
    ways = duck.keep(ways_to_contact(linked, here))
    paths, rows = count_paths(ways), to_pandas(ways)
    assert all(len(of) == 6 for of in paths.values())
    assert sum(path.n_contacts for path in paths[OVERALL]) == len(rows)
    for need, of in rows.groupby("need"):
        assert sum(path.n_contacts for path in paths[int(need)]) == len(of)


def test_the_article_of_an_open_need_is_never_viewed(duck: Engine) -> None:
    events, contacts = logs(3)
    found = found_ways(duck, events, with_need(contacts))
    assert not found.loc[~found["need"].between(0, 3), "in_vain"].any()


def test_words_before_reasons_agree_with_looking_at_every_pair(frames: Engine) -> None:
    events, contacts = logs(5)
    contacts = with_need(contacts)
    here = frames.keep(events_in_visits(frames.table(events)))
    linked = link_contacts(frames.table(contacts), visits_of(here), COVERED, WINDOW_S)
    rows = words_and_reasons(linked, here)
    found = sorted((int(w), int(r), int(n)) for w, r, n in rows[["words", "reason", "n_customers"]].to_numpy())
    links = slow_links(contacts, slow_visits(events), COVERED, WINDOW_S)
    who: dict[tuple[int, int], set[int]] = {}
    for call in contacts.itertuples():
        visit = links.get(int(call.contact))
        for event in [] if visit is None or pd.isna(call.reason) else visit.events:
            if event.at_s <= call.at_s and not pd.isna(event.words):
                who.setdefault((int(event.words), int(call.reason)), set()).add(int(call.customer))
    assert found == sorted((*pair, len(customers)) for pair, customers in who.items())
    assert found


def test_a_visit_with_many_events_and_many_contacts_costs_their_sum(duck: Engine) -> None:
    # every contact times every event would be 200 million rows
    n_events, n_contacts = 2_000, 100_000
    events = pd.DataFrame(
        {
            "session": 1,
            "customer": 1,
            "at_s": START + np.arange(n_events),
            "event": "view",
            "article": np.arange(n_events) % 4,
            "words": pd.array([pd.NA] * n_events, dtype="Int64"),
            "is_logged_in": True,
        }
    )
    contacts = pd.DataFrame({"contact": range(n_contacts), "customer": 1, "at_s": START + n_events, "need": 1})
    begun = time.monotonic()
    found = found_ways(duck, events, contacts)
    assert len(found) == n_contacts
    assert (found["n_steps"] == n_events).all()
    assert time.monotonic() - begun < 20  # takes half a second; the product takes a minute

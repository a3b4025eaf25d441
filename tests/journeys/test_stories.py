import pandas as pd
import pytest

from faqeval.ingest.engines import Engine
from faqeval.journeys.logged_in import link_contacts
from faqeval.journeys.paths import ways_to_contact
from faqeval.journeys.stories import MAX_STEPS, MAX_STORIES, tell_stories
from faqeval.journeys.visits import events_in_visits, visits_of
from faqeval.records import Story

from .visit_logs import HOUR, START, TURNS, logs, slow_links, slow_visits, texts, with_need

COVERED, WINDOW_S = (START, START + 3 * 24 * HOUR), 2 * HOUR


def found_stories(engine: Engine, events: pd.DataFrame, contacts: pd.DataFrame) -> dict[int, tuple[Story, ...]]:
    here = engine.keep(events_in_visits(engine.table(events)))
    linked = engine.keep(link_contacts(engine.table(contacts), visits_of(here), COVERED, WINDOW_S))
    ways = engine.keep(ways_to_contact(linked, here))
    return tell_stories(linked, ways, here, texts(200, 8), texts(100, 6), engine.keep)


@pytest.mark.parametrize("seed", range(2))
def test_stories_are_those_with_most_to_tell_then_the_earliest(frames: Engine, seed: int) -> None:
    events, contacts = logs(seed, n_events=1_500)
    contacts = with_need(contacts)
    links = slow_links(contacts, slow_visits(events), COVERED, WINDOW_S)
    told: dict[int, list[tuple[int, int, int, Story]]] = {}
    for call in contacts[contacts["reason"].notna() & (contacts["need"] >= 0)].itertuples():
        visit = links.get(int(call.contact))
        if visit is None:
            continue
        steps = [
            (
                event.event,
                round((call.at_s - event.at_s) / 60, 2),
                -1 if pd.isna(event.words) else int(event.words) - 100,
                int(event.article),
            )
            for event in sorted(
                visit.events,
                key=lambda e: (e.at_s, TURNS.index(e.event), -e.article, 0 if pd.isna(e.words) else -e.words),
            )
            if event.at_s <= call.at_s
        ][-MAX_STEPS:]
        told.setdefault(int(call.need), []).append(
            (-len(steps), int(call.at_s), int(call.contact), (str(call.channel), int(call.reason) - 200, steps))
        )
    wanted = {need: [one[3] for one in sorted(of)][:MAX_STORIES] for need, of in told.items()}
    found = {
        need: [
            (one.channel, one.reason, [(s.event, s.minutes_before, s.words, s.article) for s in one.steps])
            for one in stories
        ]
        for need, stories in found_stories(frames, events, contacts).items()
    }
    assert found == wanted
    assert any(len(stories) == MAX_STORIES for stories in found.values())
    assert any(len(steps) == MAX_STEPS for stories in found.values() for _, _, steps in stories)


def test_shuffled_logs_tell_the_same_stories(duck: Engine) -> None:
    events, contacts = logs(4)
    contacts = with_need(contacts)
    shuffled = events.sample(frac=1, random_state=1), contacts.sample(frac=1, random_state=2)
    assert found_stories(duck, *shuffled) == found_stories(duck, events, contacts)


def test_without_anybody_logged_in_there_is_no_story(duck: Engine) -> None:
    events, contacts = logs(4)
    assert found_stories(duck, events.assign(is_logged_in=False), with_need(contacts)) == {}

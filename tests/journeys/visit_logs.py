"""Random logs, coarse in time so that much falls on the same second, and slow obvious answers."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from faqeval.records import WrittenTexts

HOUR = 3_600
START = 1_700_000_000
PAUSE_S = 8 * HOUR
TURNS = ("login", "page", "search", "click", "view", "logout")


def logs(seed: int, n_events: int = 250, n_contacts: int = 150) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return events and contacts of 15 customers and 25 session ids over three days; four articles."""
    random = np.random.default_rng(seed)
    event = random.choice(TURNS, n_events, p=[0.08, 0.2, 0.25, 0.17, 0.25, 0.05])
    opens, searches = np.isin(event, ["click", "view"]), event == "search"
    session = random.integers(0, 25, n_events)
    events = pd.DataFrame(
        {
            "session": session,
            "customer": _gaps(1 + (session + (random.random(n_events) < 0.1)) % 15, random, 0.1),
            "at_s": START + random.integers(0, 3 * 24 * 12, n_events) // 6 * 6 * 300,
            "event": event,
            "article": np.where(opens, random.integers(-1, 4, n_events), -1),
            "words": pd.Series(pd.array(random.integers(100, 106, n_events), dtype="Int64")).where(pd.Series(searches)),
            "rank": np.zeros(n_events, dtype="int64"),
            "is_logged_in": random.random(n_events) < 0.6,
        }
    ).drop_duplicates(["session", "customer", "at_s", "event", "article", "words"], ignore_index=True)
    contacts = pd.DataFrame(
        {
            "contact": np.arange(n_contacts),
            "customer": _gaps(random.integers(1, 16, n_contacts), random, 0.1),
            "at_s": START - HOUR + np.sort(random.integers(0, 74 * 12, n_contacts)) * 300,
            "channel": random.choice(["phone", "chat", "email", ""], n_contacts),
            "reason": _gaps(random.integers(200, 208, n_contacts), random, 0.2),
            "duration_s": np.full(n_contacts, 60.0),
            "transfers": _gaps(random.integers(0, 3, n_contacts), random, 0.2),
            "is_resolved": np.ones(n_contacts, dtype=bool),
            "ces": _gaps(random.integers(1, 8, n_contacts), random, 0.5),
            "article": np.where(random.random(n_contacts) < 0.2, random.integers(0, 4, n_contacts), -1),
        }
    )
    return events, contacts


def reason_needs() -> pd.DataFrame:
    """Return the needs of the reasons: four articles, an open need (4), and reasons without any."""
    return pd.DataFrame({"reason": range(200, 207), "need": [0, 1, 2, 3, 4, 4, -1]})


def word_needs() -> pd.DataFrame:
    return pd.DataFrame({"words": range(100, 105), "need": [0, 1, 2, 4, -1]})


def texts(first: int, n: int) -> WrittenTexts:
    """Return texts of the hashes ``first``…; row i stands for hash first + i."""
    return WrittenTexts(
        pd.DataFrame({"text": [f"text {i}" for i in range(n)]}), np.arange(first, first + n), np.arange(n)
    )


def with_need(contacts: pd.DataFrame) -> pd.DataFrame:
    """Give each contact its need, row by row."""
    of_reason = dict(reason_needs().itertuples(index=False, name=None))
    needs = [
        row.article if row.article >= 0 else -1 if pd.isna(row.reason) else of_reason.get(int(row.reason), -1)
        for row in contacts.itertuples()
    ]
    return contacts.assign(need=np.array(needs, dtype="int64"))


@dataclass
class SlowVisit:
    customer: int
    session: int
    events: list[Any]  # in the order of time

    @property
    def start_s(self) -> int:
        return int(self.events[0].at_s)

    @property
    def logged_in(self) -> list[int]:
        return [int(event.at_s) for event in self.events if event.is_logged_in]

    @property
    def row(self) -> tuple[int, int, int, int, int | None, int | None]:
        times = self.logged_in
        return (
            self.session, self.customer, self.start_s, int(self.events[-1].at_s),
            min(times) if times else None, max(times) if times else None,
        )  # fmt: skip


def slow_visits(events: pd.DataFrame) -> list[SlowVisit]:
    """Walk through each customer's session and begin a visit after every long pause."""
    found: list[SlowVisit] = []
    for (session, customer), rows in events[events["customer"].notna()].groupby(["session", "customer"]):
        for event in sorted(rows.itertuples(), key=lambda one: (one.at_s, TURNS.index(one.event), one.Index)):
            last = found[-1] if found and (found[-1].session, found[-1].customer) == (session, customer) else None
            if last is None or event.at_s - last.events[-1].at_s > PAUSE_S:
                last = SlowVisit(int(customer), int(session), [])
                found.append(last)
            last.events.append(event)
    return found


def slow_links(
    contacts: pd.DataFrame, visits: list[SlowVisit], covered: tuple[int, int], window_s: int
) -> dict[int, SlowVisit | None]:
    """Return, per contact of which it can be said, the visit in which its customer was logged in; None: was not."""
    found: dict[int, SlowVisit | None] = {}
    for call in contacts[contacts["customer"].notna()].itertuples():
        if not covered[0] <= call.at_s <= covered[1] + window_s:
            continue
        begun = [one for one in visits if one.customer == call.customer and one.logged_in]
        begun = [one for one in begun if min(one.logged_in) <= call.at_s]
        is_open = any(max(one.logged_in) >= call.at_s - window_s for one in begun)
        last = max(
            begun, key=lambda v: (min(v.logged_in), max(v.logged_in), -v.start_s, -v.session), default=None
        )  # fmt: skip
        found[int(call.contact)] = last if is_open else None
    return found


def slow_way(call: Any, visit: SlowVisit) -> tuple[int, bool, bool, str, bool]:
    """Return n_steps, searched, searched_again, viewed, in_vain of one contact."""
    before = [event for event in visit.events if event.at_s <= call.at_s]
    opened = [event.article for event in before if event.article >= 0]
    answered = call.need in opened
    viewed = "answer" if answered else "other" if opened else "nothing"
    words = {event.words for event in before if not pd.isna(event.words)}
    return len(before), any(event.event == "search" for event in before), len(words) > 1, viewed, answered


def with_need_searched(contacts: pd.DataFrame, links: dict[int, SlowVisit | None], n_articles: int) -> pd.DataFrame:
    """Give contacts whose note names no article the need that the customer had searched for last, row by row."""
    of_words = dict(word_needs().itertuples(index=False, name=None))
    needs = []
    for call in contacts.itertuples():
        visit, told = links.get(int(call.contact)), None
        for event in [] if visit is None else visit.events:
            need = -1 if pd.isna(event.words) else of_words.get(int(event.words), -1)
            if event.at_s <= call.at_s and need >= 0:
                told = max(told, (event.at_s, need)) if told else (event.at_s, need)
        needs.append(call.need if told is None or 0 <= call.need < n_articles else told[1])
    return contacts.assign(need=np.array(needs, dtype="int64"))


def _gaps(values: Any, random: np.random.Generator, share: float) -> "pd.Series[int]":
    return pd.Series(pd.array(values, dtype="Int64")).mask(pd.Series(random.random(len(values)) < share))

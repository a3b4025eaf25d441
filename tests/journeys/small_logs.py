"""Random small logs of a few busy customers, in which everything happens often enough to go wrong."""

import numpy as np
import pandas as pd

from faqeval.records import CONTACT_COLUMNS, EVENT_COLUMNS

HOUR, DAY = 3_600, 86_400
START = 1_700_000_000


def random_logs(seed: int, n_events: int = 300, n_contacts: int = 120) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return events and contacts with needs, of 12 customers and 5 needs over 10 days; need 4 has no article."""
    random = np.random.default_rng(seed)
    minute = random.integers(0, 10 * 24 * 4, n_events) * 15  # coarse, so that moments tie
    event = random.choice(["page", "search", "click", "view"], n_events)
    article = np.where(np.isin(event, ["click", "view"]), random.integers(0, 4, n_events), -1)
    words = pd.Series(random.integers(1, 9, n_events), dtype="Int64").where(event == "search")
    events = pd.DataFrame(
        {
            "session": random.integers(0, 60, n_events),
            "customer": _some_unknown(random.integers(1, 13, n_events), random),
            "at_s": START + minute * 60,
            "event": event,
            "article": article,
            "words": words,
            "rank": np.zeros(n_events, dtype="int64"),
            "is_logged_in": random.random(n_events) < 0.7,
            "need": np.where(event == "search", random.integers(-1, 5, n_events), article),
        }
    )
    minute = np.sort(random.integers(0, 10 * 24 * 4, n_contacts) * 15)
    contacts = pd.DataFrame(
        {
            "contact": np.arange(n_contacts),
            "customer": _some_unknown(random.integers(1, 13, n_contacts), random),
            "at_s": START + minute * 60,
            "channel": random.choice(["phone", "chat", "email", ""], n_contacts),
            "reason": pd.array([pd.NA] * n_contacts, dtype="Int64"),
            "duration_s": np.full(n_contacts, 60.0),
            "transfers": _some_unknown(random.integers(0, 3, n_contacts), random),
            "is_resolved": np.ones(n_contacts, dtype=bool),
            "ces": _some_unknown(random.integers(1, 8, n_contacts), random),
            "article": np.full(n_contacts, -1),
            "need": random.integers(-1, 5, n_contacts),
        }
    )
    assert set(events) == {*EVENT_COLUMNS, "need"}
    assert set(contacts) == {*CONTACT_COLUMNS, "need"}
    return events, contacts


def contacts_of(*rows: tuple[int | None, int, int]) -> pd.DataFrame:
    """Return contacts of (customer, need, at_s), by phone, in the order given."""
    frame = pd.DataFrame(rows, columns=["customer", "need", "at_s"])
    return frame.assign(
        customer=frame["customer"].astype("Int64"), contact=range(len(frame)), channel="phone",
        transfers=pd.array([0] * len(frame), dtype="Int64"),
    )  # fmt: skip


def _some_unknown(values: "np.ndarray[tuple[int], np.dtype[np.int64]]", random: np.random.Generator) -> pd.Series:
    return pd.Series(pd.array(values, dtype="Int64")).mask(pd.Series(random.random(len(values)) < 0.15))

from typing import Any

import pandas as pd
import pytest

from faqeval.config import JourneySettings
from faqeval.ingest.engines import Engine
from faqeval.journeys.repeats import repeats
from faqeval.journeys.shares import OVERALL

from .small_logs import DAY, START, contacts_of, random_logs

SMALL = {"min_contacts": 1}


def slow_counts(contacts: pd.DataFrame, days: float) -> dict[int, list[list[bool]]]:
    """Return per need, and overall, what each contact shows: repeated, switched, transferred."""
    last = contacts["at_s"].max()
    found: dict[int, list[list[bool]]] = {}
    about = contacts[contacts["customer"].notna() & (contacts["need"] >= 0)].sort_values(["at_s", "contact"])
    for (_, need), own in about.groupby(["customer", "need"]):
        rows = list(own.itertuples())
        for i, row in enumerate(rows):
            later = rows[i + 1] if i + 1 < len(rows) else None
            again = later is not None and later.at_s - row.at_s <= days * DAY
            for key in (need, OVERALL):
                marks = found.setdefault(int(key), [[], [], []])
                if row.at_s + days * DAY <= last:
                    marks[0].append(again)
                    if row.channel and not (again and not later.channel):
                        marks[1].append(again and later.channel != row.channel)
                if not pd.isna(row.transfers):
                    marks[2].append(row.transfers > 0)
    return found


def measured(engine: Engine, contacts: pd.DataFrame, **settings: Any) -> dict[int, Any]:
    return repeats(engine.table(contacts), JourneySettings(**settings), engine.keep)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("days", [0.5, 3])
def test_repeats_agree_with_looking_at_each_contact(frames: Engine, seed: int, days: float) -> None:
    _, contacts = random_logs(seed)
    found, slow = measured(frames, contacts, repeat_days=days, **SMALL), slow_counts(contacts, days)
    assert found.keys() == slow.keys()
    for need, figures in found.items():
        for figure, marks in zip(figures, slow[need], strict=True):
            assert figure.n == len(marks)
            assert figure.value == pytest.approx(sum(marks) / len(marks), abs=1e-6)
            assert figure.low <= figure.value <= figure.high


def test_the_order_of_rows_changes_nothing(duck: Engine) -> None:
    _, contacts = random_logs(9)
    assert measured(duck, contacts.sample(frac=1, random_state=4)) == measured(duck, contacts)


def test_a_longer_window_repeats_more_and_covers_fewer_contacts(duck: Engine) -> None:
    _, contacts = random_logs(9)
    short, long = (measured(duck, contacts, repeat_days=days)[OVERALL][0] for days in (0.1, 3))
    assert short.value < long.value
    assert short.n > long.n


def test_a_contact_whose_window_ends_after_the_log_is_not_counted(duck: Engine) -> None:
    contacts = contacts_of((1, 0, START), (1, 0, START + DAY), (2, 1, START + 8 * DAY))
    repeated = measured(duck, contacts, **SMALL)[0][0]
    assert (repeated.value, repeated.n) == (0.5, 2)
    assert measured(duck, contacts, repeat_days=7.5, **SMALL)[0][0].n == 1


def test_a_switch_is_not_seen_where_a_channel_is_unknown(duck: Engine) -> None:
    contacts = contacts_of(
        (1, 0, START), (1, 0, START + 60), (2, 0, START), (2, 0, START + 60), (3, 1, START + 8 * DAY)
    ).assign(channel=["phone", "chat", "phone", "", "phone"])
    repeated, switched, _ = measured(duck, contacts, **SMALL)[0]
    assert (repeated.value, repeated.n) == (0.5, 4)
    assert (switched.value, switched.n) == (0.5, 2)  # customer 1: one switch and the last; customer 2: cannot be said


def test_contacts_of_nobody_or_about_nothing_take_no_part(duck: Engine) -> None:
    contacts = contacts_of((None, 0, START), (None, 0, START + 60), (1, -1, START), (1, -1, START + 60))
    assert [figure.n for figure in measured(duck, contacts, **SMALL)[OVERALL]] == [0, 0, 0]


def test_all_contacts_by_one_customer_are_not_enough_data(duck: Engine) -> None:
    contacts = contacts_of(*((1, 0, START + minute * 60) for minute in range(20_000)))
    repeated = measured(duck, contacts)[0][0]
    assert (repeated.value, repeated.reason) == (None, "too_few_contacts")


def test_no_contacts_give_figures_without_a_value(duck: Engine) -> None:
    found = measured(duck, contacts_of().astype({"customer": "Int64", "need": "int64", "at_s": "int64"}))
    assert found[OVERALL][0].value is None

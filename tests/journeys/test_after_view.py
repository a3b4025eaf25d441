from typing import Any

import numpy as np
import pandas as pd
import pytest

from faqeval.config import JourneySettings
from faqeval.ingest.engines import Engine
from faqeval.journeys.after_view import FEWEST_ARTICLES, TOO_FEW_VIEWS, after_views, readings
from faqeval.journeys.frames import to_pandas

from .small_logs import DAY, HOUR, START, contacts_of, random_logs

EVER = (0, 2 * START)


def slow_readings(
    events: pd.DataFrame, contacts: pd.DataFrame, covered: tuple[int, int], window_s: int
) -> list[tuple[int, int, int, bool]]:
    """Each contact looks back for the customer's last reading of the article that it is about."""
    opened = events[events["customer"].notna() & (events["article"] >= 0) & (events["event"] != "search")]
    first: dict[tuple[int, int, int], int] = {}
    for row in opened.itertuples():
        key = (int(row.customer), int(row.session), int(row.article))
        first[key] = min(first.get(key, int(row.at_s)), int(row.at_s))
    read = sorted((c, a, at) for (c, _, a), at in first.items() if covered[0] - window_s <= at <= covered[1])
    followed = set()
    for row in contacts[contacts["customer"].notna()].itertuples():
        before = [i for i, (c, a, at) in enumerate(read) if (c, a) == (row.customer, row.need) and at <= row.at_s]
        if before and row.at_s - read[before[-1]][2] <= window_s:
            followed.add(before[-1])
    return sorted((*one, i in followed) for i, one in enumerate(read))


def found_readings(
    engine: Engine, events: pd.DataFrame, contacts: pd.DataFrame, covered: tuple[int, int], window_s: int
) -> list[tuple[int, int, int, bool]]:
    rows = to_pandas(readings(engine.table(events), engine.table(contacts), covered, window_s))
    return sorted(
        (int(c), int(n), int(at), bool(hit))
        for c, n, at, hit in rows[["customer", "need", "at_s", "is_followed"]].itertuples(index=False, name=None)
    )


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("hours", [4, 24])
def test_readings_agree_with_contacts_that_look_back(frames: Engine, seed: int, hours: float) -> None:
    events, contacts = random_logs(seed)
    covered, window_s = (START + DAY, START + 9 * DAY), round(hours * HOUR)
    found = found_readings(frames, events, contacts, covered, window_s)
    assert found == slow_readings(events, contacts, covered, window_s)
    assert 0 < sum(hit for *_, hit in found) < len(found)


def test_shuffled_logs_give_the_same_readings(duck: Engine) -> None:
    events, contacts = random_logs(5)
    shuffled = found_readings(
        duck, events.sample(frac=1, random_state=1), contacts.sample(frac=1, random_state=2), EVER, HOUR
    )
    assert shuffled == found_readings(duck, events, contacts, EVER, HOUR)


def test_a_longer_window_follows_more_readings(duck: Engine) -> None:
    events, contacts = random_logs(6)
    hits = [sum(one[3] for one in found_readings(duck, events, contacts, EVER, hours * HOUR)) for hours in (0, 2, 24)]
    assert hits == sorted(set(hits))


def opened(*rows: tuple[int | None, int, int, int, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["customer", "session", "article", "at_s", "event"])
    return frame.assign(customer=frame["customer"].astype("Int64"))


def test_a_contact_about_something_else_or_by_somebody_else_follows_no_reading(duck: Engine) -> None:
    events = opened((1, 1, 0, START, "view"))
    contacts = contacts_of((1, 1, START + 60), (2, 0, START + 60), (None, 0, START + 60))
    assert found_readings(duck, events, contacts, EVER, HOUR) == [(1, 0, START, False)]


def test_a_contact_belongs_to_the_last_of_several_readings_and_counts_once_for_it(duck: Engine) -> None:
    events = opened((1, 1, 0, START, "view"), (1, 2, 0, START + 60, "view"), (1, 2, 0, START + 90, "click"))
    contacts = contacts_of((1, 0, START + 120), (1, 0, START + 180))
    assert found_readings(duck, events, contacts, EVER, HOUR) == [(1, 0, START, False), (1, 0, START + 60, True)]


def test_a_search_made_on_the_page_of_an_article_reads_nothing(duck: Engine) -> None:
    events = opened((1, 1, 0, START, "search"), (1, 1, 1, START, "page"))
    assert found_readings(duck, events, contacts_of((1, 0, START + 60)), EVER, HOUR) == [(1, 1, START, False)]


def test_a_contact_in_the_second_of_the_reading_follows_it_and_one_before_does_not(duck: Engine) -> None:
    events = opened((1, 1, 0, START, "view"), (1, 1, 1, START, "view"))
    contacts = contacts_of((1, 1, START - 1), (1, 0, START))
    assert found_readings(duck, events, contacts, EVER, HOUR) == [(1, 0, START, True), (1, 1, START, False)]


def read_table(shares: list[float], n: int, per_customer: int = 1) -> pd.DataFrame:
    """Return readings of articles 0, 1, …, each read ``n`` times, of which these shares are followed."""
    rows = [
        (place // per_customer, need, place < round(share * n))
        for need, share in enumerate(shares)
        for place in range(n)
    ]
    return pd.DataFrame(rows, columns=["customer", "need", "is_followed"])


def judged(engine: Engine, read: pd.DataFrame, **settings: Any) -> Any:
    return after_views(engine.table(read), JourneySettings(**settings))


USUAL = [0.04, 0.05, 0.06, 0.05, 0.04, 0.06, 0.05, 0.05, 0.04, 0.06]


def test_an_article_far_above_the_usual_is_raised_and_does_not_raise_the_usual(duck: Engine) -> None:
    found = judged(duck, read_table([*USUAL, 0.3, 0.25], 200))
    assert [need for need, one in found.items() if one.is_raised] == [10, 11]
    assert found[0].usual == pytest.approx(0.05, abs=0.005)  # pooled it would be .088
    low, value, high = found[10].excess[1], found[10].excess[0], found[10].excess[2]
    assert low < value < high
    assert value == pytest.approx(1 - 0.05 / 0.3, abs=0.03)
    assert found[10].shrunk.value == pytest.approx(0.3, abs=0.03)  # shrunk little: many readings speak for themselves


def test_few_readings_are_not_enough_to_say_and_do_not_raise(duck: Engine) -> None:
    read = pd.concat([read_table(USUAL, 200), read_table([0.9], 19).assign(need=10)])
    few = judged(duck, read)[10]
    assert (few.share.value, few.share.reason, few.shrunk.value, few.is_raised) == (None, TOO_FEW_VIEWS, None, False)
    assert judged(duck, read, min_views=19)[10].is_raised


def test_readings_of_one_customer_count_as_fewer(duck: Engine) -> None:
    alone = judged(duck, read_table([*USUAL, 0.15], 200))[10]
    alike = judged(duck, read_table([*USUAL, 0.15], 200, per_customer=10))[10]
    assert alike.raised_surety < alone.raised_surety
    assert alike.share.high - alike.share.low > alone.share.high - alone.share.low
    assert alike.shrunk.value < alone.shrunk.value  # nearer to the usual


def test_the_lift_and_the_error_rate_decide_what_is_raised(duck: Engine) -> None:
    read = read_table([*USUAL, 0.15], 200)
    assert judged(duck, read, raised_lift=1.2)[10].is_raised
    assert not judged(duck, read, raised_lift=2.5)[10].is_raised
    assert judged(duck, read, raised_lift=2.5)[10].raised_surety < judged(duck, read, raised_lift=1.2)[10].raised_surety
    surety = judged(duck, read, raised_lift=2.0)[10].raised_surety
    assert judged(duck, read, raised_lift=2.0, error_rate=min(0.99, 11 * (1 - surety) * 1.1))[10].is_raised
    assert not judged(duck, read, raised_lift=2.0, error_rate=11 * (1 - surety) * 0.9)[10].is_raised


def test_of_fewer_than_five_articles_nobody_can_say_which_is_usual(duck: Engine) -> None:
    found = judged(duck, read_table([0.05] * (FEWEST_ARTICLES - 2) + [0.9], 200))
    assert not any(one.is_raised for one in found.values())


def test_no_readings_give_no_judgments_and_readings_without_contacts_no_alarm(duck: Engine) -> None:
    assert judged(duck, read_table([], 1).astype({"customer": "int64", "need": "int64", "is_followed": "bool"})) == {}
    found = judged(duck, read_table([0.0] * 10, 100))
    assert not any(one.is_raised for one in found.values())
    assert all(one.excess == (0.0, 0.0, 0.0) or one.excess[1] == 0.0 for one in found.values())


@pytest.mark.parametrize("seed", range(3))
def test_judging_does_not_depend_on_the_order_of_readings_or_the_engine(frames: Engine, seed: int) -> None:
    random = np.random.default_rng(seed)
    read = read_table([*USUAL, 0.2], 60, per_customer=2)
    shuffled = read.iloc[random.permutation(len(read))]
    assert judged(frames, shuffled) == judged(frames, read)

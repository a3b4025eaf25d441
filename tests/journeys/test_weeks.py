from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest

from faqeval.ingest.engines import Engine
from faqeval.journeys.after_view import readings
from faqeval.journeys.frames import to_pandas
from faqeval.journeys.weeks import weekly

from .small_logs import HOUR, contacts_of, random_logs

MONDAY = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp())


def monday(at_s: int) -> str:
    day = datetime.fromtimestamp(at_s, UTC).date()
    return (day - timedelta(days=day.weekday())).isoformat()


@pytest.mark.parametrize("seed", range(2))
def test_weeks_agree_with_counting_by_hand(frames: Engine, seed: int) -> None:
    events, contacts = random_logs(seed)
    read = frames.keep(readings(frames.table(events), frames.table(contacts), (0, 2**40), 12 * HOUR))
    found = weekly(read, frames.table(contacts))
    rows = [(row.need, monday(row.at_s), 1, 0, 0) for row in contacts.itertuples() if row.need >= 0]
    rows += [
        (int(need), monday(int(at_s)), 0, 1, int(hit))
        for need, at_s, hit in to_pandas(read)[["need", "at_s", "is_followed"]].itertuples(index=False, name=None)
    ]
    slow = pd.DataFrame(rows, columns=list(found)).groupby(["need", "week"], as_index=False).sum()
    assert found.to_dict("list") == slow.to_dict("list")
    assert found["contacts_after_view"].sum() > 0


def test_a_week_begins_on_monday_at_midnight_utc(duck: Engine) -> None:
    contacts = contacts_of((1, 0, MONDAY - 1), (None, 0, MONDAY), (2, 0, MONDAY + 7 * 24 * HOUR - 1))
    found = weekly(None, duck.table(contacts))
    assert found[["week", "contacts", "views"]].to_numpy().tolist() == [["2026-11-16", 1, 0], ["2026-11-23", 2, 0]]


def test_no_contacts_and_no_visits_give_no_weeks(duck: Engine) -> None:
    contacts = contacts_of().astype({"customer": "Int64", "need": "int64", "at_s": "int64"})
    assert weekly(None, duck.table(contacts)).empty

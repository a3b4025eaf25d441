import numpy as np
import pandas as pd
import pytest

from faqeval.ingest.engines import Engine
from faqeval.journeys.frames import DAY_S, STRAY_GAP_DAYS, bounds, to_pandas
from faqeval.journeys.visits import events_in_visits, visits_of

from .visit_logs import HOUR, START, logs, slow_visits


def found_visits(engine: Engine, events: pd.DataFrame) -> list[tuple[int | None, ...]]:
    rows = to_pandas(visits_of(events_in_visits(engine.table(events))))
    columns = ["session", "customer", "start_s", "end_s", "from_s", "until_s"]
    return sorted(
        tuple(None if pd.isna(value) else int(value) for value in row)
        for row in rows[columns].itertuples(index=False, name=None)
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_visits_agree_with_walking_through_every_session(frames: Engine, seed: int) -> None:
    events, _ = logs(seed)
    found = found_visits(frames, events)
    assert found == sorted(visit.row for visit in slow_visits(events))
    assert len(found) > events.groupby(["session", "customer"]).ngroups, "no session was cut"
    assert any(row[4] is None for row in found)


def test_shuffled_events_make_the_same_visits(duck: Engine) -> None:
    events, _ = logs(7)
    assert found_visits(duck, events.sample(frac=1, random_state=3)) == found_visits(duck, events)


def test_many_events_in_the_first_second_all_belong_to_their_visit(duck: Engine) -> None:
    # at this size DuckDB orders equal rows differently from one window to the next
    n = 600_000
    random = np.random.default_rng(0)
    place = random.permutation(n)
    events = pd.DataFrame(
        {
            "session": place % (n // 6),
            "customer": place % (n // 6),
            "at_s": START + 60 * random.integers(0, 3, n),
            "event": "view",
            "article": random.integers(0, 9, n),
            "is_logged_in": True,
        }
    )
    rows = to_pandas(events_in_visits(duck.table(events)))
    assert len(rows) == n
    assert (rows["start_s"] == rows.groupby("session")["at_s"].transform("min")).all()


def test_a_pause_of_more_than_a_working_day_ends_a_visit_and_a_shorter_one_does_not(duck: Engine) -> None:
    def starts(pause_s: int) -> list[int | None]:
        events = pd.DataFrame(
            {"session": 1, "customer": 1, "at_s": [START, START + pause_s], "event": "page", "is_logged_in": True}
        )
        return [row[2] for row in found_visits(duck, events)]

    assert starts(8 * HOUR) == [START]
    assert starts(8 * HOUR + 1) == [START, START + 8 * HOUR + 1]


def test_a_clock_that_jumped_does_not_stretch_the_log(frames: Engine) -> None:
    daily = [START + day * DAY_S for day in range(60) for _ in range(5)]
    jumped = [START - 9_000 * DAY_S, START + 4_000 * DAY_S]
    covered = bounds(frames.table(pd.DataFrame({"at_s": [*daily, *jumped]})))
    assert covered == (daily[0], daily[-1])


def test_what_is_not_far_away_or_not_rare_belongs_to_the_log(duck: Engine) -> None:
    daily = [START + day * DAY_S for day in range(60) for _ in range(5)]
    near = START - (STRAY_GAP_DAYS - 1) * DAY_S
    assert bounds(duck.table(pd.DataFrame({"at_s": [near, *daily]}))) == (near, daily[-1])
    few = [START, START + 400 * DAY_S]
    assert bounds(duck.table(pd.DataFrame({"at_s": few}))) == (few[0], few[1])
    assert bounds(duck.table(pd.DataFrame({"at_s": pd.Series(dtype="int64")}))) is None

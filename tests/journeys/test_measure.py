from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest

from faqeval.config import JourneySettings
from faqeval.ingest.engines import Engine, open_engine
from faqeval.journeys import follow_customers, measure_journeys
from faqeval.journeys.visited import NO_VISITS
from faqeval.records import Figure, Journeys

from .visit_logs import (
    HOUR,
    START,
    logs,
    reason_needs,
    slow_links,
    slow_visits,
    texts,
    with_need,
    with_need_searched,
    word_needs,
)

FEW = JourneySettings(min_contacts=3, min_views=3)
ZONE = "Europe/Oslo"


def journeys(
    engine: Engine,
    events: pd.DataFrame | None,
    contacts: pd.DataFrame,
    settings: JourneySettings = FEW,
    time_zone: str = ZONE,
) -> Journeys:
    made = engine.table(contacts)
    followed = None if events is None else follow_customers(engine.table(events), made, settings, engine.keep)
    return measure_journeys(
        followed,
        made,
        reason_needs=engine.table(reason_needs()),
        word_needs=engine.table(word_needs()),
        reasons=texts(200, 8),
        searched=texts(100, 6),
        n_articles=4,
        settings=settings,
        time_zone=time_zone,
        keep=engine.keep,
    )


def plain(found: Journeys) -> tuple[Any, Any]:
    """Return what can be compared: the record without its table, and the table's rows."""
    return replace(found, weeks=pd.DataFrame().shape), found.weeks.to_dict("records")  # type: ignore[arg-type]


def figures(found: Journeys) -> list[Figure]:
    marks = [found.marks, *(need.marks for need in found.needs)]
    return [
        *found.figures.values(),
        *found.logged_in_by_channel.values(),
        *found.logged_in_by_hour,
        *(getattr(mark, name) for mark in marks for name in mark.__dataclass_fields__),
        *(need.contacts_per_month for need in found.needs),
        *(need.logged_in_per_month for need in found.needs),
    ]


def test_shares_and_counts_agree_with_looking_at_every_contact(frames: Engine) -> None:
    events, contacts = logs(0)
    found = journeys(frames, events, contacts)
    called = with_need(contacts)
    covered = (int(events["at_s"].min()), int(events["at_s"].max()))
    links = slow_links(called, slow_visits(events), covered, 1800)
    rows = called[called["contact"].isin(links)].assign(hit=lambda of: [links[c] is not None for c in of["contact"]])
    share = found.figures["logged_in_contact_share"]
    assert (share.value, share.n) == (pytest.approx(rows["hit"].mean(), abs=1e-6), len(rows))
    counts = found.counts
    n_unknown = int(called["customer"].isna().sum())
    assert (counts.n_contacts, counts.n_without_customer) == (len(called), n_unknown)
    told = with_need_searched(called, links, n_articles=4)
    assert (told["need"] != called["need"]).any()
    assert counts.n_without_need == (told["need"] < 0).sum()
    assert (counts.n_linkable, counts.n_logged_in) == (len(rows), rows["hit"].sum())
    assert counts.n_outside_visits == len(called) - n_unknown - len(rows) > 0
    assert (counts.n_events, counts.n_visits) == (len(events), events["session"].nunique())
    for channel, of in rows.groupby("channel"):
        one = found.logged_in_by_channel[str(channel)]
        assert (one.value, one.n) == (pytest.approx(of["hit"].mean(), abs=1e-6), len(of))
    of_hour = pd.to_datetime(rows["at_s"], unit="s", utc=True).dt.tz_convert(ZONE).dt.hour
    assert [one.n for one in found.logged_in_by_hour] == [int((of_hour == hour).sum()) for hour in range(24)]
    logged_in = told[told["contact"].isin(rows.loc[rows["hit"], "contact"])]
    for need in found.needs:
        of = rows[rows["need"] == need.need]  # as noted, see below
        assert need.marks.logged_in.value == pytest.approx(of["hit"].mean(), abs=1e-6)
        assert need.n_contacts == (told["need"] == need.need).sum()
        assert need.n_customers == told.loc[told["need"] == need.need, "customer"].nunique()
        assert sum(path.n_contacts for path in need.paths) == (logged_in["need"] == need.need).sum()


def test_a_need_known_from_the_visit_does_not_raise_the_share_of_customers_logged_in(duck: Engine) -> None:
    # 30 % of the callers are logged in, 40 % of the notes say nothing, half of those logged in have searched
    n, random = 3_000, np.random.default_rng(0)
    need, hit, told = random.integers(0, 4, n), random.random(n) < 0.3, random.random(n) < 0.5
    at = START + np.arange(n) * 600
    contacts = pd.DataFrame(
        {
            "contact": range(n), "customer": range(n), "at_s": at, "channel": "phone", "transfers": 0, "article": -1,
            "reason": pd.Series(pd.array(200 + need, dtype="Int64")).mask(pd.Series(random.random(n) < 0.4)),
            "ces": pd.array([pd.NA] * n, dtype="Int64"),
        }
    )  # fmt: skip
    contacts = contacts.assign(reason=contacts["reason"].where(contacts["reason"] < 204))
    who = np.flatnonzero(hit)
    searched = pd.Series(told[who])
    words = pd.Series(pd.array(np.array([100, 101, 102, 104])[need[who]], dtype="Int64"))
    events = pd.DataFrame(
        {
            "session": who, "customer": who, "at_s": at[who] - 60, "event": np.where(searched, "search", "page"),
            "article": -1, "words": words.where(searched), "rank": 0, "is_logged_in": True,
        }
    )  # fmt: skip
    found = journeys(duck, events, contacts, JourneySettings())
    overall = found.figures["logged_in_contact_share"].value
    shares = [one.marks.logged_in.value for one in found.needs if one.need < 4]
    assert overall == pytest.approx(0.3, abs=0.03)
    assert shares == pytest.approx([0.3] * 4, abs=0.05)


@pytest.mark.spark
def test_spark_and_duckdb_give_the_same_numbers(frames: Engine, duck: Engine) -> None:
    events, contacts = logs(3)
    assert plain(journeys(frames, events, contacts)) == plain(journeys(duck, events, contacts))


@pytest.mark.parametrize("seed", range(3))
def test_shuffled_files_change_nothing(duck: Engine, seed: int) -> None:
    events, contacts = logs(seed)
    shuffled = events.sample(frac=1, random_state=1), contacts.sample(frac=1, random_state=2)
    assert plain(journeys(duck, *shuffled)) == plain(journeys(duck, events, contacts))


@pytest.mark.parametrize("seed", range(3))
def test_every_figure_has_an_interval_that_holds_it_or_says_why_there_is_none(duck: Engine, seed: int) -> None:
    for figure in figures(journeys(duck, *logs(seed))):
        if figure.value is None:
            assert (figure.low, figure.high) == (None, None)
            assert figure.reason
        else:
            assert figure.low is not None
            assert figure.high is not None
            assert figure.low <= figure.value <= figure.high
            assert figure.low < figure.high


def test_the_article_that_the_agent_noted_overrules_the_reason(duck: Engine) -> None:
    _, contacts = logs(0)
    both = contacts[(contacts["article"] >= 0) & contacts["reason"].notna()]
    found = journeys(duck, None, both)
    assert {need.need: need.n_contacts for need in found.needs} == both["article"].value_counts().to_dict()


def test_without_visits_what_needs_them_says_so_and_the_rest_is_there(duck: Engine) -> None:
    events, contacts = logs(0)
    settings = JourneySettings(min_contacts=3, min_views=3, repeat_days=0.5)  # the log has three days
    found, both = journeys(duck, None, contacts, settings), journeys(duck, events, contacts, settings)
    for name in ("logged_in_contact_share", "contact_after_view_share"):
        assert found.figures[name] == Figure(None, None, None, 0, NO_VISITS)
    assert found.marks.logged_in.reason == found.any_visit_share.reason == NO_VISITS
    assert {one.reason for one in found.logged_in_by_hour} == {NO_VISITS}
    assert found.figures["ces"] == both.figures["ces"]
    assert found.figures["repeat_contact_share"].value is not None
    noted = with_need(contacts)["need"]
    assert {need.need: need.n_contacts for need in found.needs} == noted[noted >= 0].value_counts().to_dict()


def test_a_mark_of_one_need_that_needs_visits_says_so_too(duck: Engine) -> None:
    _, contacts = logs(0)
    for need in journeys(duck, None, contacts).needs:
        assert need.marks.logged_in.reason == NO_VISITS
        assert need.marks.searched_again.reason == NO_VISITS
        assert need.marks.viewed_in_vain.reason == NO_VISITS
        assert need.logged_in_per_month.reason == NO_VISITS


@pytest.mark.parametrize("empty", ["events", "contacts", "both"])
def test_empty_logs_are_not_enough_data(duck: Engine, empty: str) -> None:
    events, contacts = logs(0)
    events = events[:0] if empty in ("events", "both") else events
    contacts = contacts[:0] if empty in ("contacts", "both") else contacts
    found = journeys(duck, events, contacts)
    assert found.figures["logged_in_contact_share"].value is None
    assert found.counts.n_contacts == len(contacts)
    assert found.counts.n_events == len(events)


def test_all_contacts_by_one_customer_are_not_enough_data_for_any_share(duck: Engine) -> None:
    events, contacts = logs(0)
    found = journeys(duck, events.assign(customer=1), contacts.assign(customer=1), JourneySettings())
    assert found.counts.n_linkable > 100
    assert found.figures["logged_in_contact_share"].value is None
    assert found.marks.transferred.value is None


def test_the_contact_window_and_the_least_number_of_contacts_change_the_output(duck: Engine) -> None:
    events, contacts = logs(0)

    def share(**settings: float) -> Figure:
        return journeys(duck, events, contacts, JourneySettings(**{"min_contacts": 3, "min_views": 3, **settings}))  \
            .figures["logged_in_contact_share"]  # fmt: skip

    short, usual, long = (share(contact_window_minutes=minutes) for minutes in (1, 30, 300))
    assert short.value is not None
    assert usual.value is not None
    assert long.value is not None
    assert short.value < usual.value < long.value
    assert share(min_contacts=usual.n + 1).value is None


def test_the_time_zone_moves_the_hours(duck: Engine) -> None:
    events, contacts = logs(0)
    oslo, utc = (journeys(duck, events, contacts, time_zone=zone).logged_in_by_hour for zone in (ZONE, "UTC"))
    assert oslo[1:] + oslo[:1] == utc  # November: one hour ahead


def test_half_of_the_ids_missing_is_counted_and_does_not_move_the_share_of_the_rest(duck: Engine) -> None:
    events, contacts = logs(0)
    dropped = contacts.assign(customer=contacts["customer"].mask(contacts["contact"] % 2 == 0))
    found = journeys(duck, events, dropped)
    kept = journeys(duck, events, contacts[contacts["contact"] % 2 == 1])
    assert found.figures["logged_in_contact_share"] == kept.figures["logged_in_contact_share"]
    assert found.counts.n_without_customer == dropped["customer"].isna().sum()
    assert found.counts.n_contacts == len(contacts)


def test_one_contact_and_one_event_with_a_wrong_clock_do_not_stretch_the_months(duck: Engine) -> None:
    events, contacts = logs(0)
    usual = journeys(duck, events, contacts)
    stray_event = events[:1].assign(at_s=START - 9_000 * 24 * HOUR, session=999)
    stray_contact = contacts[:1].assign(at_s=START - 9_000 * 24 * HOUR, contact=9_999)
    found = journeys(duck, pd.concat([events, stray_event]), pd.concat([contacts, stray_contact]))
    assert found.counts.months == usual.counts.months
    assert found.counts.n_contacts == usual.counts.n_contacts + 1
    assert found.counts.n_linkable == usual.counts.n_linkable


def test_the_engine_opens_as_the_settings_say_and_spills_beyond_its_memory() -> None:
    with_little = JourneySettings(memory_gb=0.1)
    engine = open_engine(with_little)
    try:
        assert engine.name == with_little.engine == "duckdb"
        assert journeys(engine, *logs(0)).counts == journeys(engine, *logs(0)).counts
    finally:
        engine.close()

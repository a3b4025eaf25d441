"""Generated visits and contacts are what their truth says they are."""

import json
import math
import shutil
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from faqeval_corpora.journey_dirt import CONTACT_COLUMNS, GONE, ROBOT_SESSION, STAFF_ID, VISIT_COLUMNS
from faqeval_corpora.journey_plan import NEXT_ISSUES, NOT_RESOLVING, NOTHING_PLANTED, PLANTED
from faqeval_corpora.journey_world import read_world
from faqeval_corpora.journeys import Generated, generate, write

from faqeval.errors import FileUnreadable
from faqeval.service import DEMO_LANGUAGES

FIRST = (32_980, 2_832, "c000001", "2026-09-06T00:16:59Z")  # a change of any draw shows here
ROOT = Path(__file__).resolve().parent.parent.parent / "corpora"


@pytest.fixture(scope="module")
def english() -> Path:
    return ROOT / "en"


@pytest.fixture(scope="module")
def planted(english: Path) -> Generated:
    return generate(english)


@pytest.fixture(scope="module")
def nothing(english: Path) -> Generated:
    return generate(english, plan=NOTHING_PLANTED)


def share_of(counts: list[dict[str, int]]) -> tuple[float, float]:
    """Return followed readings per reading, and four standard errors."""
    n, followed = sum(one["n"] for one in counts), sum(one["n_followed"] for one in counts)
    return followed / n, 4 * math.sqrt(0.25 / n)


def test_the_same_seed_gives_the_same_files_and_another_seed_gives_others(english: Path, planted: Generated):
    again, other = generate(english), generate(english, seed=2)
    pd.testing.assert_frame_equal(again.visits, planted.visits)
    pd.testing.assert_frame_equal(again.contacts, planted.contacts)
    assert again.truth == planted.truth
    assert not other.contacts["at"].equals(planted.contacts["at"])


def test_the_draws_are_those_of_every_platform(planted: Generated):
    first = planted.contacts.iloc[0]
    assert (len(planted.visits), len(planted.contacts), first["id"], first["at"]) == FIRST


def test_tables_have_the_columns_of_the_file_formats_and_the_promised_size(planted: Generated):
    assert tuple(planted.visits.columns) == VISIT_COLUMNS
    assert tuple(planted.contacts.columns) == CONTACT_COLUMNS
    assert 25_000 <= len(planted.visits) <= 40_000
    assert 2_000 <= len(planted.contacts) <= 3_200
    assert set(planted.visits["event"]) == {"login", "logout", "page", "search", "click", "view"}
    assert set(planted.contacts["channel"]) == {"phone", "chat", "email"}
    assert planted.contacts["ces"].dropna().between(1, 7).all()
    assert planted.contacts["at"].max() < "2026-11-01"
    assert not planted.visits["at"].is_monotonic_increasing


def test_most_needs_have_thirty_contacts(planted: Generated):
    causes, counts = planted.truth["causes"], planted.truth["n_contacts"]
    demanded = [need for need in causes if len(planted.truth["articles"][need]) or causes[need] != "missing"]
    assert sum(counts[need] >= 30 for need in demanded) >= 0.6 * len(demanded)
    assert all(counts[need] >= 30 for need in demanded if causes[need])


@pytest.mark.parametrize("language", DEMO_LANGUAGES)
def test_every_language_names_clean_needs_that_do_not_resolve_and_pairs_that_are_there(language: str):
    world = read_world(ROOT / language)
    truth = json.loads((ROOT / language / "truth.json").read_text(encoding="utf-8"))
    carried = {article for gap in truth["gaps"] for article in gap.get("article_ids", [gap.get("article_id")])}
    wishes = {wish.name: wish for wish in world.wishes}
    assert 4 <= len(NOT_RESOLVING[language]) <= 5
    assert 4 <= len(NEXT_ISSUES[language]) <= 6
    for need in NOT_RESOLVING[language]:
        assert len(wishes[need].articles) == 1
        assert world.article_ids[wishes[need].articles[0]] not in carried
    for first, second in NEXT_ISSUES[language]:
        assert first in wishes
        assert second in wishes
        assert first != second
    planted = {gap["need"] for gap in truth["gaps"] if gap["kind"] == "missing"}
    assert planted <= {wish.name for wish in world.wishes if wish.cause == "missing"}
    assert all(wish.articles or wish.cause == "missing" for wish in world.wishes)


def test_about_three_in_ten_contacts_are_made_while_logged_in(planted: Generated):
    said = planted.truth["logged_in"]
    assert said["share"] == pytest.approx(said["n_logged_in"] / said["n_contacts"], abs=1e-6)
    assert said["share"] == pytest.approx(0.3, abs=0.04)


def test_the_logged_in_share_is_what_an_obvious_count_over_the_files_gives(planted: Generated):
    visits, contacts = planted.visits, planted.contacts
    known = visits[(visits["customer_id"] != "") & (visits["customer_id"] != STAFF_ID)]
    moments = known.assign(at=pd.to_datetime(known["at"]))
    spans = moments.groupby(["session_id", "customer_id"])["at"].agg(["min", "max"]).reset_index()
    calls = contacts[(contacts["customer_id"] != "") & (contacts["customer_id"] != STAFF_ID)]
    pairs = calls.assign(at=pd.to_datetime(calls["at"])).merge(spans, on="customer_id")
    window = pd.Timedelta(minutes=30)
    hit = pairs[(pairs["min"] <= pairs["at"]) & (pairs["at"] <= pairs["max"] + window)]
    assert len(calls) == planted.truth["logged_in"]["n_contacts"]
    assert hit["id"].nunique() == planted.truth["logged_in"]["n_logged_in"]


@pytest.mark.parametrize(
    ("cause", "low", "high"),
    [("", 1, 1), ("not_understood", 5, 5), ("sends_to_contact", 7, 7), ("not_resolving", 4, 6)],
)
def test_contacts_after_reading_are_as_frequent_as_planted(planted: Generated, cause: str, low: float, high: float):
    readings = [planted.truth["readings"][need] for need, kind in planted.truth["causes"].items() if kind == cause]
    share, error = share_of(readings)
    at_once = 1 - PLANTED.calls_later
    assert low * PLANTED.call_base * at_once - error <= share <= high * PLANTED.call_base + error


def test_with_nothing_planted_every_article_is_followed_by_contact_equally_often(nothing: Generated):
    assert set(nothing.truth["causes"].values()) == {"", "missing"}
    assert set(nothing.truth["n_because"]) == {"visit", "no_visit", "repeat", "other"}
    assert nothing.truth["next_issues"] == []
    usual, _ = share_of(list(nothing.truth["readings"].values()))
    assert usual == pytest.approx(PLANTED.call_base, abs=0.01)
    for one in nothing.truth["readings"].values():
        assert one["n_followed"] <= usual * one["n"] + 4 * math.sqrt(usual * one["n"]) + 1


def test_second_needs_follow_as_often_as_planted(planted: Generated):
    pairs = [(one["first"], one["second"]) for one in planted.truth["next_issues"]]
    assert pairs == list(NEXT_ISSUES["en"])
    assert all(one["n_followed"] >= 15 for one in planted.truth["next_issues"])


def test_every_bit_of_dirt_is_counted(planted: Generated):
    visits, contacts, dirt = planted.visits, planted.contacts, planted.truth["dirt"]
    assert set(dirt) == {
        "repeated_events", "moved_events", "moved_contacts", "unknown_articles", "urls_for_ids",
        "contacts_without_customer", "empty_reasons", "robot_events", "staff_events", "staff_contacts",
    }  # fmt: skip
    once = visits.drop_duplicates()
    assert len(visits) - len(once) == dirt["repeated_events"] > 0
    assert (once["session_id"] == ROBOT_SESSION).sum() == dirt["robot_events"]
    assert (once["customer_id"] == STAFF_ID).sum() == dirt["staff_events"]
    assert (once["article_id"] == GONE).sum() == dirt["unknown_articles"] > 0
    assert (once["url"] != "").sum() == dirt["urls_for_ids"] > 0
    assert (contacts["customer_id"] == STAFF_ID).sum() == dirt["staff_contacts"]
    assert (contacts["customer_id"] == "").sum() == dirt["contacts_without_customer"] > 0
    assert (contacts["reason"] == "").sum() == dirt["empty_reasons"] > 0
    assert len(contacts) == len(planted.truth["contacts"]) + dirt["staff_contacts"]
    assert sum(planted.truth["n_contacts"].values()) == len(planted.truth["contacts"])


def test_half_of_the_ids_can_be_lost(english: Path):
    lost = generate(english, plan=replace(PLANTED, without_customer=0.5))
    share = (lost.contacts["customer_id"] == "").mean()
    assert share == pytest.approx(0.5, abs=0.04)


def test_contacts_that_repeat_switch_and_are_handed_on_are_as_frequent_as_planned(planted: Generated):
    contacts = planted.contacts[planted.contacts["customer_id"] != STAFF_ID]
    calls = contacts[contacts["channel"] != "email"]
    assert (calls["transfers"] > 0).mean() == pytest.approx(1 - PLANTED.transfers[0], abs=0.03)
    assert (contacts["resolved"] == "no").mean() == pytest.approx(PLANTED.unresolved, abs=0.03)
    because = planted.contacts["id"].map(lambda name: planted.truth["contacts"].get(name, ["", ""])[1])
    repeated = (because == "repeat").sum() / (because != "").sum()
    assert repeated == pytest.approx(PLANTED.unresolved * PLANTED.repeats, abs=0.03)
    answered = planted.contacts["ces"].notna()
    ces = planted.contacts["ces"].astype("float64")
    assert ces[answered & (because == "no_visit")].mean() > ces[answered & (because == "repeat")].mean() + 1


def test_files_are_written_and_read_back_as_they_are(planted: Generated, tmp_path: Path):
    write(planted, tmp_path / "new")
    visits = pd.read_csv(tmp_path / "new" / "visits.csv", dtype=str, keep_default_na=False)
    assert visits["session_id"].tolist() == planted.visits["session_id"].tolist()
    assert json.loads((tmp_path / "new" / "journeys_truth.json").read_text(encoding="utf-8")) == json.loads(
        json.dumps(planted.truth)
    )


def test_a_folder_without_reasons_is_an_error_that_names_the_file(tmp_path: Path):
    shutil.copy(ROOT / "en" / "articles.jsonl", tmp_path)
    shutil.copy(ROOT / "en" / "queries.csv", tmp_path)
    with pytest.raises(FileUnreadable, match=r"reasons\.csv"):
        generate(tmp_path)

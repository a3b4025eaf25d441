"""Visits and contacts through a whole evaluation: what is said without one of them, and what the settings change."""

import json
from pathlib import Path

import pandas as pd
import pytest
from faqeval_corpora.journeys import generate

import faqeval
from faqeval.config import Settings, load_settings
from faqeval.errors import NothingUsable
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.records import Gap, NeedJourney
from faqeval.service import Result
from tests.cli.test_command_line import faqeval as run_faqeval

from .contact_logs import ARTICLES, N_CALLERS, QUERIES, contacts, evaluated, visits

CORPUS = Path(__file__).resolve().parent.parent.parent / "corpora" / "en"
FIGURES = tuple(spec.id for spec in GLOSSARY.figures.values() if spec.needs)
NO_VISITS, NO_CONTACTS = "needs visits, which were not given", "needs contacts, which were not given"
NEITHER = "needs visits and contacts, which were not given"


def figure(result: Result, name: str) -> dict[str, object]:
    return result.summary["figures"][name]  # type: ignore[index, no-any-return]


def pin_gap(result: Result) -> Gap:
    return next(gap for gap in result.evaluation.gaps if (gap.kind, gap.article_id) == ("not_found", "pin"))


def pin(result: Result) -> NeedJourney:
    assert result.evaluation.journeys is not None
    code = [article.article_id for article in result.evaluation.articles].index("pin")
    return next(one for one in result.evaluation.journeys.needs if one.need == code)


def test_summary_json_has_every_figure_of_visits_and_contacts_with_its_interval(tmp_path: Path):
    folder = evaluated().write(tmp_path / "report")
    figures = json.loads((folder / "summary.json").read_text(encoding="utf-8"))["figures"]
    for name in FIGURES:
        assert figures[name]["low"] <= figures[name]["value"] <= figures[name]["high"], name
        assert figures[name]["n"] > 0


def test_an_article_searched_in_vain_is_not_found_and_its_contacts_are_counted():
    gap = pin_gap(evaluated())
    months = evaluated().evaluation.journeys.counts.contact_months  # type: ignore[union-attr]
    assert gap.contacts == 52
    assert gap.avoidable is not None
    assert gap.avoidable[0] == pytest.approx(N_CALLERS / months * 0.4, abs=0.01)
    assert figure(evaluated(), "avoidable_contacts_per_month")["value"] == gap.avoidable[0]


def test_all_of_it_is_the_same_on_files_and_on_tables(tmp_path: Path):
    for name, table in (("visits", visits()), ("contacts", contacts()), ("articles", ARTICLES), ("queries", QUERIES)):
        table.to_csv(tmp_path / f"{name}.csv", index=False)
    paths = [tmp_path / f"{name}.csv" for name in ("articles", "queries", "visits", "contacts")]
    assert faqeval.evaluate(*paths).summary == evaluated().summary


def test_rows_in_any_order_give_the_same_numbers():
    mixed = [table.sample(frac=1, random_state=3) for table in (visits(), contacts())]
    again = faqeval.evaluate(ARTICLES, QUERIES, visits=mixed[0], contacts=mixed[1])
    assert again.summary == evaluated().summary
    pd.testing.assert_frame_equal(again.gaps, evaluated().gaps)


# Without one of the two.


def test_contacts_without_visits_say_what_they_can_and_which_kinds_need_visits():
    result = evaluated(with_visits=False)
    needed = ("logged_in_contact_share", "contact_after_view_share", "avoidable_contacts_per_month")
    assert [(figure(result, name)["value"], figure(result, name)["reason"]) for name in needed] == [
        (None, NO_VISITS)
    ] * 3
    for name in ("repeat_contact_share", "ces"):
        assert figure(result, name) == figure(evaluated(), name)
    assert result.evaluation.not_judged == (("not_resolving", NO_VISITS),)
    assert all(gap.avoidable is None for gap in result.evaluation.gaps)
    assert pin(result).n_contacts == 52


def test_visits_without_contacts_say_that_contacts_are_needed_and_change_nothing_else():
    result = evaluated(with_contacts=False)
    assert {figure(result, name)["reason"] for name in FIGURES} == {NO_CONTACTS}
    assert result.evaluation.not_judged == (("not_resolving", NO_CONTACTS), ("next_issue", NO_CONTACTS))
    plain = evaluated(with_visits=False, with_contacts=False)
    assert {figure(plain, name)["reason"] for name in FIGURES} == {NEITHER}
    pd.testing.assert_frame_equal(result.gaps, plain.gaps)
    pd.testing.assert_frame_equal(result.queries, plain.queries)
    others = [name for name in plain.summary["figures"] if name not in FIGURES]  # type: ignore[attr-defined]
    assert [figure(result, name) for name in others] == [figure(plain, name) for name in others]


@pytest.mark.parametrize(
    ("option", "said"),
    [("--contacts", "needs visits, which were not given"), ("--visits", "needs contacts, which were not given")],
)
def test_the_command_line_says_in_one_sentence_what_one_file_alone_leaves_out(option: str, said: str, tmp_path: Path):
    write_inputs(tmp_path)
    done = run_faqeval(
        "evaluate", "articles.csv", "queries.csv", option, f"{option[2:]}.csv", "--quiet", folder=tmp_path
    )
    assert done.returncode == 0, done.stderr
    text = " ".join(done.stdout.split())
    assert len([line for line in text.split("Not judged") if said in line][1:]) <= 1
    assert f"({said})" in text
    report = (tmp_path / "faqeval-report" / "report.html").read_text(encoding="utf-8")
    assert "no visits and contacts were given" not in report


@pytest.mark.parametrize("name", ["visits", "contacts"])
def test_a_log_without_any_row_is_refused_with_its_name(name: str):
    logs = {"visits": visits(), "contacts": contacts()}
    logs[name] = logs[name].iloc[:0]
    with pytest.raises(NothingUsable, match=name):
        faqeval.evaluate(ARTICLES, QUERIES, **logs)


def test_contacts_of_unknown_customers_without_reasons_are_counted_and_judged_in_nothing():
    bare = contacts()[["at"]].assign(customer_id="", id=range(len(contacts())))
    result = faqeval.evaluate(ARTICLES, QUERIES, visits=visits(), contacts=bare)
    counts = result.evaluation.journeys.counts  # type: ignore[union-attr]
    assert counts.n_contacts == counts.n_without_customer == counts.n_without_need == len(bare)
    assert {figure(result, name)["value"] for name in FIGURES if name != "contact_after_view_share"} == {None}


# Settings.


def test_the_contact_window_says_who_was_logged_in():
    assert figure(evaluated(), "logged_in_contact_share")["value"] == pytest.approx(40 / 88, abs=1e-6)
    assert figure(evaluated(journeys__contact_window_minutes=5), "logged_in_contact_share")["value"] == 0


def test_repeat_days_say_what_is_a_repeat():
    assert figure(evaluated(), "repeat_contact_share")["value"] == pytest.approx(12 / 81, abs=1e-6)
    assert figure(evaluated(journeys__repeat_days=2), "repeat_contact_share")["value"] == 0


def test_min_contacts_and_min_views_say_what_is_enough():
    few = evaluated(journeys__min_contacts=89)
    assert {verdict.kind for verdict in few.evaluation.verdicts} == {"not_enough_data"}
    assert figure(few, "logged_in_contact_share")["reason"] == "too_few_contacts"
    assert figure(few, "avoidable_contacts_per_month")["reason"] == "too_few_contacts"
    assert figure(evaluated(journeys__min_views=81), "contact_after_view_share")["value"] is None


def test_costs_and_shares_won_back_scale_what_is_saved():
    usual, dear = (
        pin_gap(evaluated()),
        pin_gap(evaluated(savings__cost_per_contact=16.01, savings__cost_of_self_service=1)),
    )
    assert usual.saved is not None
    assert dear.saved is not None
    assert dear.avoidable == usual.avoidable
    assert dear.saved[0] / usual.saved[0] == pytest.approx(15.01 / 7.91, rel=1e-3)
    half = pin_gap(evaluated(savings__won_back__not_found=0.2))
    assert half.avoidable is not None
    assert usual.avoidable is not None
    assert half.avoidable[0] == pytest.approx(usual.avoidable[0] / 2, abs=1e-3)
    other_kind = pin_gap(evaluated(savings__won_back__missing=0.1))
    assert other_kind.avoidable == usual.avoidable


def test_the_currency_is_shown_beside_what_is_saved(tmp_path: Path):
    folder = evaluated(savings__currency="NOK").write(tmp_path / "report")
    assert "NOK" in (folder / "report.html").read_text(encoding="utf-8")
    assert json.loads((folder / "run.json").read_text(encoding="utf-8"))["settings"]["savings"]["currency"] == "NOK"


def test_in_vain_and_found_shares_say_what_is_not_found():
    assert evaluated(journeys__searches_found_share=0.001).evaluation.verdicts[0].kind == "not_found"
    everybody = [verdict.kind for verdict in evaluated(journeys__in_vain_share=1.0).evaluation.verdicts]
    assert everybody[0] == "not_found"


def test_effort_weights_say_what_the_index_is():
    effort = {name: evaluated(journeys__actual_effort_weight=name).evaluation.journeys.effort for name in (0.0, 1.0)}  # type: ignore[union-attr]
    felt, done = effort[0.0], effort[1.0]
    assert felt is not None
    assert done is not None
    assert felt.index == felt.perceived
    assert done.index is not None
    assert done.index == pytest.approx((done.actual + 2 / 3 * done.perceived) / (5 / 3), abs=1e-6)  # type: ignore[operator]


def test_the_reason_threshold_says_which_notes_are_about_an_article():
    noted = contacts().drop(columns="article_id")
    noted["reason"] = noted["reason"].fillna("asked how to pay the bill by card")
    few, many = (
        faqeval.evaluate(ARTICLES, QUERIES, contacts=noted, settings=load_settings(flags=flags, environ={}))
        for flags in (
            {"journeys.reason_threshold": 1.0, "match.answer_threshold": 1.0},
            {"journeys.reason_threshold": 0.01, "match.answer_threshold": 1.0},
        )
    )
    answered = [
        sum(one.n_contacts for one in result.evaluation.journeys.needs if one.need < len(ARTICLES))  # type: ignore[union-attr]
        for result in (few, many)
    ]
    assert answered[0] < answered[1]


# From the settings file and the environment.


def write_inputs(folder: Path) -> None:
    for name, table in (("visits", visits()), ("contacts", contacts()), ("articles", ARTICLES), ("queries", QUERIES)):
        table.to_csv(folder / f"{name}.csv", index=False)


def read_report(folder: Path) -> tuple[dict[str, dict[str, float]], dict[str, object]]:
    out = folder / "faqeval-report"
    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    return summary["figures"], json.loads((out / "run.json").read_text(encoding="utf-8"))["settings"]


def evaluate_there(folder: Path) -> tuple[dict[str, dict[str, float]], dict[str, object]]:
    write_inputs(folder)
    done = run_faqeval(
        "evaluate", "articles.csv", "queries.csv", "--visits", "visits.csv", "--contacts", "contacts.csv", "--quiet",
        folder=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return read_report(folder)


def test_faqeval_toml_sets_windows_costs_and_shares_won_back(tmp_path: Path):
    toml = "[journeys]\nrepeat_days = 2\n[savings]\ncost_per_contact = 20.0\n[savings.won_back]\nnot_found = 0.1\n"
    (tmp_path / "faqeval.toml").write_text(toml, encoding="utf-8")
    figures, settings = evaluate_there(tmp_path)
    assert figures["repeat_contact_share"]["value"] == 0
    usual = figure(evaluated(), "avoidable_contacts_per_month")["value"]
    assert figures["avoidable_contacts_per_month"]["value"] == pytest.approx(usual / 4, abs=1e-3)  # type: ignore[operator]
    assert settings["savings"]["cost_per_contact"] == 20  # type: ignore[index]


def test_the_environment_goes_before_faqeval_toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "faqeval.toml").write_text("[journeys]\ncontact_window_minutes = 60\n", encoding="utf-8")
    monkeypatch.setenv("FAQEVAL_JOURNEYS__CONTACT_WINDOW_MINUTES", "5")
    monkeypatch.setenv("FAQEVAL_SAVINGS__WON_BACK__NOT_FOUND", "0.8")
    figures, settings = evaluate_there(tmp_path)
    assert figures["logged_in_contact_share"]["value"] == 0
    assert settings["savings"]["won_back"]["not_found"] == 0.8  # type: ignore[index]


def test_a_setting_that_is_not_allowed_is_one_line_and_exit_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    write_inputs(tmp_path)
    monkeypatch.setenv("FAQEVAL_SAVINGS__WON_BACK__NOT_FOUND", "1.5")
    done = run_faqeval("evaluate", "articles.csv", "queries.csv", folder=tmp_path)
    assert done.returncode == 2
    assert "savings.won_back.not_found" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


# On the generated log of the English demo.


@pytest.fixture(scope="module")
def planted() -> tuple[pd.DataFrame, pd.DataFrame]:
    made = generate(CORPUS)
    return made.visits, made.contacts


def of_demo(planted: tuple[pd.DataFrame, pd.DataFrame], **flags: object) -> Result:
    settings = load_settings(flags={name.replace("__", "."): value for name, value in flags.items()}, environ={})
    made_visits, made_contacts = planted
    return faqeval.evaluate(
        CORPUS / "articles.jsonl", CORPUS / "queries.csv", visits=made_visits, contacts=made_contacts, settings=settings
    )


@pytest.fixture(scope="module")
def usual(planted: tuple[pd.DataFrame, pd.DataFrame]) -> Result:
    return of_demo(planted)


def kinds(result: Result) -> set[str]:
    return {gap.kind for gap in result.evaluation.gaps}


def test_planted_causes_stand_on_the_work_list_by_contacts_avoided(usual: Result):
    assert {"missing", "not_found", "not_understood", "not_resolving", "sends_to_contact", "next_issue"} <= kinds(usual)
    priorities = [gap.priority for gap in usual.evaluation.gaps]
    assert priorities == sorted(priorities, reverse=True)
    valued = [gap.avoidable is not None for gap in usual.evaluation.gaps]
    assert valued == sorted(valued, reverse=True)


def test_no_contact_counts_twice_in_what_can_be_avoided(usual: Result):
    gaps = [gap for gap in usual.evaluation.gaps if gap.avoidable is not None and gap.kind != "next_issue"]
    assert len({gap.article_id or gap.need_id for gap in gaps}) == len(gaps)
    total = sum(gap.avoidable[0] for gap in gaps if gap.avoidable)
    assert figure(usual, "avoidable_contacts_per_month")["value"] == pytest.approx(total, abs=0.01)
    counts = usual.evaluation.journeys.counts  # type: ignore[union-attr]
    assert total <= 0.4 * counts.n_logged_in / counts.contact_months


def test_a_higher_lift_and_smaller_windows_leave_nothing_that_does_not_resolve_or_follows(
    planted: tuple[pd.DataFrame, pd.DataFrame], usual: Result
):
    strict = of_demo(planted, journeys__raised_lift=50, journeys__next_issue_lift=50)
    assert not {"not_resolving", "next_issue"} & kinds(strict)
    short = of_demo(planted, journeys__next_issue_days=0.5, journeys__min_views=10_000)
    assert not {"not_resolving", "next_issue"} & kinds(short)
    assert "next_issue" in kinds(usual)


def test_logs_without_a_customer_in_common_give_a_note_and_no_share():
    others = contacts()
    others["customer_id"] = "crm-" + others["customer_id"]
    result = faqeval.evaluate(ARTICLES, QUERIES, visits=visits(), contacts=others)
    for name in ("logged_in_contact_share", "contact_after_view_share"):
        assert figure(result, name)["value"] is None
        assert figure(result, name)["reason"] == "visits and contacts have no customer in common"
    notes = result.evaluation.manifest["notes"]
    assert any("have no customer in common" in note for note in notes)  # type: ignore[attr-defined]


def test_a_note_counts_different_queries_and_how_often_they_were_asked():
    foreign = pd.DataFrame([{"id": "x", "text": "hur betalar jag min räkning", "language": "sv", "count": 38}])
    result = faqeval.evaluate(ARTICLES, pd.concat([QUERIES, foreign]), settings=Settings(match={"model": "quick"}))
    notes = result.evaluation.manifest["notes"]
    assert any(note.startswith("1 query, asked 38 times, is in 'sv'") for note in notes)  # type: ignore[attr-defined]

"""The tables that two runs are compared by."""

from dataclasses import replace
from pathlib import Path

import pandas as pd

from faqeval.compare.run_weeks import read_weeks
from faqeval.config import ReportSettings
from faqeval.records import EffortMarks, Evaluation, Figure, JourneyCounts, Journeys, NeedJourney, NeedVerdict
from faqeval.report import article_table
from faqeval.report.files.need_tables import article_checksum, need_table, week_table
from faqeval.report.files.write_report import report_files, write_report
from tests.factories import tiny_evaluation

SHARE, NOTHING = Figure(0.5, 0.4, 0.6, 20), Figure(None, None, None, 3, "too_few_contacts")


def need(code: int, n: int, figure: Figure) -> NeedJourney:
    return NeedJourney(code, n, n, figure, figure, (), None, figure, EffortMarks(*[figure] * 6), figure, ())


def with_contacts() -> Evaluation:
    """Contacts about the first article and one open need."""
    weeks = pd.DataFrame(
        [(0, "2026-10-05", 12, 9, 2), (0, "2026-10-12", 8, 3, 1), (4, "2026-10-05", 3, 0, 0)],
        columns=["need", "week", "contacts", "views", "contacts_after_view"],
    )
    journeys = Journeys(
        {}, {}, (), (), EffortMarks(*[NOTHING] * 6), (need(0, 20, SHARE), need(4, 3, NOTHING)), (), NOTHING,
        JourneyCounts(n_visits=30), weeks, "UTC",
    )  # fmt: skip
    verdicts = (NeedVerdict(0, "not_found", 20, 0.9),)
    return replace(tiny_evaluation(), journeys=journeys, need_keys=(0, 4, 2, 1), verdicts=verdicts)


def test_needs_and_then_articles_without_contacts_have_rows() -> None:
    evaluation = with_contacts()
    table = need_table(evaluation, evaluation.journeys)  # type: ignore[arg-type]
    assert table["need_key"].tolist() == ["bill", "n2", "evil", "sim", "spare"]
    assert table["contacts"].tolist() == [20, 3, 0, 0, 0]
    assert table["article_checksum"].str.len().tolist() == [16, 0, 16, 16, 16]
    assert (table["verdict"][0], table["ces"][0], table["ces_high"][0]) == ("not_found", 0.5, 0.6)
    assert table["contacts_per_month"].isna().tolist() == [False, True, True, True, True]


def test_weeks_are_named_like_needs() -> None:
    evaluation = with_contacts()
    assert week_table(evaluation, evaluation.journeys)["need_key"].tolist() == ["bill", "bill", "n2"]  # type: ignore[arg-type]


def test_readings_of_articles_are_those_of_all_weeks() -> None:
    table = article_table(with_contacts())
    assert (table["views"].tolist(), table["contacts_after_view"].tolist()) == ([12, 0, 0, 0], [3, 0, 0, 0])


def test_checksum_follows_title_and_body() -> None:
    first = tiny_evaluation().articles[0]
    assert article_checksum(first) == article_checksum(replace(first, url="elsewhere"))
    assert len({article_checksum(one) for one in (first, replace(first, title="x"), replace(first, blocks=()))}) == 3


def test_only_a_run_with_contacts_writes_them_and_a_later_one_without_replaces_them(tmp_path: Path) -> None:
    settings = ReportSettings()
    folder = write_report(with_contacts(), tmp_path / "r", settings)
    found = read_weeks(folder)
    assert found is not None
    assert set(found.weeks["need_key"]) == {"bill", "n2"}
    write_report(tiny_evaluation(), folder, settings)
    assert read_weeks(folder) is None
    assert not {"needs.csv", "weeks.csv"} & set(report_files(tiny_evaluation(), settings))

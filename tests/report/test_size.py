"""Size, speed and sameness of big reports."""

import time
from dataclasses import replace

import pytest

from faqeval.config import ReportSettings
from faqeval.records import Evaluation
from faqeval.report.files.write_report import report_files
from faqeval.report.page.html import html_text
from faqeval.report.page.view import page_view
from tests.big_evaluation import big_evaluation
from tests.factories import article

MEBIBYTE = 1024 * 1024


@pytest.fixture(scope="module")
def big() -> Evaluation:
    return big_evaluation(1_000, 50_000)


@pytest.fixture(scope="module")
def files(big: Evaluation) -> dict[str, bytes]:
    return report_files(big, ReportSettings())


def test_page_of_a_thousand_articles_stays_below_one_megabyte(files: dict[str, bytes]) -> None:
    assert len(files["report.html"]) <= 1_000_000


def test_ten_times_the_queries_make_at_most_a_fifth_more(files: dict[str, bytes]) -> None:
    tenth = report_files(big_evaluation(1_000, 5_000), ReportSettings())
    assert len(files["report.html"]) <= 1.2 * len(tenth["report.html"])


def test_page_stays_below_three_megabytes_whatever_the_texts() -> None:
    """Texts of nothing but characters that take five bytes each when escaped."""
    big = big_evaluation(200, 1_000)
    hostile = "<a&b>\"' " * 5_000
    table = big.queries.table.assign(text=hostile)
    evaluation = replace(
        big,
        articles=tuple(article(entry.article_id, hostile, hostile, hostile) for entry in big.articles),
        queries=replace(big.queries, table=table),
        missing_words=((),) * len(table),
        gaps=tuple(replace(gap, need=hostile, examples=(hostile,) * 5, quote=hostile) for gap in big.gaps[:200]),
    )
    assert len(html_text(page_view(evaluation, ReportSettings())).encode()) <= 3_000_000


def test_report_is_written_within_seconds_and_the_same_again(big: Evaluation, files: dict[str, bytes]) -> None:
    begin = time.process_time()
    again = report_files(big, ReportSettings())
    assert time.process_time() - begin < 8
    assert again == files


def test_page_says_how_many_articles_it_shows(files: dict[str, bytes]) -> None:
    assert "40 of 1,000 articles, most urgent first." in files["report.html"].decode()

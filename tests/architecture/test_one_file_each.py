"""A kind of gap, a finding, a figure, a format and an embedder are each added by one file, and every output has it.

The files are the worked examples of CONTRIBUTING.md, laid into a copy of the package.
"""

import io
import json
import re

import openpyxl
import pandas as pd
import pytest

from faqeval.pipeline.glossary import GLOSSARY
from tests.worked_examples import Copy, copy_with_examples

TITLE = "HOW DO I PAY MY BILL?"
ARTICLES = [
    {"id": "bill", "title": TITLE, "body": "You pay the bill by card or bank!!!\n\n1. Open the app.\n2. Choose Pay."},
    {"id": "sim", "title": "How do I activate my SIM card?", "body": "Put the SIM card into the phone and restart it."},
]
ANSWERED = ["how do i pay my bill", "how do i pay my bill?", "pay my bill", "pay bill", "activate sim card"]
OPEN = ["esim on my watch", "watch with esim", "does the watch take an esim", "esim watch"]  # a second group to show


class Added(Copy):
    """The copy of the package with the worked examples, and the report that it wrote."""

    def html(self) -> str:
        """The page."""
        return self.report("report.html").decode()

    def sheet(self, name: str) -> list[tuple[object, ...]]:
        """The rows of a sheet of the workbook."""
        book = openpyxl.load_workbook(io.BytesIO(self.report("worklist.xlsx")))
        return list(book[name].iter_rows(values_only=True))


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Added:
    copy = Added(copy_with_examples(tmp_path_factory.mktemp("added")).folder)
    (copy.folder / "articles.json").write_text(json.dumps(ARTICLES), encoding="utf-8")
    pd.DataFrame({"text": [*ANSWERED, *OPEN]}).to_csv(copy.folder / "queries.csv", index=False)
    copy.run(
        *("faqeval", "evaluate", "articles.json", "queries.csv", "--model", "letters", "--out", "report", "--quiet"),
        FAQEVAL_SAVINGS__WON_BACK__SHOUTING="0.25",
    )
    copy.run("docs.generate", "docs/kinds.md", "docs/settings.md")
    return copy


def test_an_embedder_is_listed_fitted_and_used(added: Added):
    assert "letters\n    ready; size as the model; any; MIT; letter groups, nothing learned" in added.run(
        "faqeval", "models"
    )
    run = json.loads(added.report("run.json"))
    assert run["settings"]["match"]["model"] == "letters"
    assert run["queries_read_by_model"] == run["different_queries"] > 0
    assert "letters" in added.html()


def test_a_format_is_recognised_by_itself_and_can_be_named(added: Added):
    entries = [
        {"key": f"k{n}", "ask": one["title"], "html": f"<p>{one['body']}</p>", "live": n < 1}
        for n, one in enumerate(ARTICLES)
    ]
    (added.folder / "helpwell.json").write_text(json.dumps({"helpwell": 2, "answers": entries}), encoding="utf-8")
    command = ("faqeval", "evaluate", "helpwell.json", "queries.csv", "--model", "quick", "--quiet", "--out")
    for folder, more in (("found", ()), ("named", ("--articles-format", "helpwell"))):
        added.run(*command, folder, *more)
        table = pd.read_csv(added.folder / folder / "articles.csv")
        assert table["article_id"].tolist() == ["k0"]
        rejected = pd.read_csv(added.folder / folder / "rejects.csv")
        assert rejected["reason"].tolist() == ["not published"]


def test_a_kind_of_gap_is_in_the_tables_and_on_the_page_with_its_filter_and_its_work(added: Added):
    gaps = pd.read_csv(io.BytesIO(added.report("gaps.csv")), dtype=str)
    assert gaps[gaps["kind"] == "shouting"]["advice"].tolist() == [f"Write the title “{TITLE}” in small letters."]
    html = added.html()
    assert '<input type="radio" name="kind" id="k-shouting"> Written in capitals' in html
    assert "#work:has(#k-shouting:checked) .group:not(.k-shouting)" in html
    assert "The title has no small letter, which is slow to read. Write it as a sentence." in html
    (line,) = re.findall(
        rf"<li id=\"w\d+\".*?Write the title “{re.escape(TITLE)}” in small letters\..*?</p>", html, re.S
    )
    assert '<span class="work" title="small: minutes">work S</span>' in line


def test_a_kind_of_gap_is_in_the_workbook(added: Added):
    heading, *rows = added.sheet("Work list")
    (row,) = [dict(zip(heading, row, strict=True)) for row in rows if row[1] == "Written in capitals"]
    assert (row["Work"], row["Article id"]) == ("S", "bill")


def test_a_share_won_back_is_a_setting_by_the_name_of_its_kind(added: Added):
    settings = json.loads(added.report("run.json"))["settings"]
    assert settings["savings"]["won_back"]["shouting"] == 0.25
    page = (added.folder / "docs" / "settings.md").read_text(encoding="utf-8")
    assert "| `savings.won_back.shouting` | `0.1` | of the contacts behind shouting |" in page


def test_a_finding_is_on_the_page(added: Added):
    html = added.html()
    assert "3 exclamation marks in one sentence. Use a full stop." in html
    assert "Calling out" in html


def test_a_figure_is_in_the_summary_and_on_the_page_in_its_unit(added: Added):
    figures = json.loads(added.report("summary.json"))["figures"]
    assert list(figures) == [*GLOSSARY.figures, "steps_share"]
    figure = figures["steps_share"]
    assert (figure["value"], figure["n"]) == (0.5, 2)
    (row,) = re.findall(r"<tr>[^\n]*Articles with steps.*?</tr>", added.html(), re.DOTALL)
    assert "50 %" in row
    assert "The share of articles that lead the reader step by step." in row


@pytest.mark.parametrize(
    ("named", "name", "how"),
    [
        ("shouting", "Written in capitals", "Every letter of the title, for articles that some question asks for."),
        ("exclamation", "Calling out", "Exclamation marks in a sentence, above 2."),
        ("steps_share", "Articles with steps", "Articles with a numbered list, of all articles."),
    ],
)
def test_each_is_explained_in_the_terminal_the_workbook_and_the_docs(added: Added, named: str, name: str, how: str):
    said = added.run("faqeval", "explain", named)
    assert said.startswith(f"{name} ({named})\n")
    assert f"How it is measured: {how}" in said
    assert [row[2] for row in added.sheet("How to read this") if row[0] == name] == [how]
    page = (added.folder / "docs" / "kinds.md").read_text(encoding="utf-8")
    assert f"## {named}\n\n```\n{said.strip()}\n```" in page

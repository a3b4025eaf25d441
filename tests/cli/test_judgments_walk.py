"""Ask, fill in, give back: a content owner's way through judgments on the command line."""

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from .test_command_line import faqeval

CORPUS = Path(__file__).resolve().parents[2] / "corpora" / "en"
HEADER = ["query_id", "text", "article_id", "title", "answer_probability", "relevance"]


@pytest.fixture(scope="module")
def corpus() -> tuple[Path, Path]:
    return CORPUS / "articles.jsonl", CORPUS / "queries.csv"


def _refit(folder: Path) -> dict[str, object]:
    manifest = json.loads((folder / "faqeval-report" / "run.json").read_text(encoding="utf-8"))
    return manifest["refit"]


def _fill(path: Path, relevance: list[str]) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row, said in zip(rows, relevance, strict=True):
        row["relevance"] = said
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER)
        writer.writeheader()
        writer.writerows(rows)


def test_asked_filled_in_and_given_back_the_labels_move_the_site(corpus, tmp_path: Path):
    done = faqeval("match", *corpus, "--ask", 40, "--out", "pairs.csv", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    truth = json.loads((CORPUS / "truth.json").read_text(encoding="utf-8"))
    need_of = {query: need for need, queries in truth["needs"].items() for query in queries}
    with (tmp_path / "pairs.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == HEADER
    assert len({row["article_id"] for row in rows}) >= 25
    _fill(tmp_path / "pairs.csv", ["" if row["query_id"] not in need_of else "1" for row in rows[:30]] + ["0"] * 10)
    done = faqeval("evaluate", *corpus, "--judgments", "pairs.csv", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "people's labels: " in done.stderr
    assert _refit(tmp_path)["judged_queries"] >= 30


def test_a_workbook_is_filled_in_and_given_back(small_faq, tmp_path: Path):
    assert faqeval("match", *small_faq, "--ask", 5, "--out", "pairs.xlsx", folder=tmp_path).returncode == 0
    book = load_workbook(tmp_path / "pairs.xlsx")
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == HEADER
    first = sheet["A2"].value
    sheet["F2"] = 0
    book.save(tmp_path / "pairs.xlsx")
    done = faqeval("evaluate", *small_faq, "--judgments", "pairs.xlsx", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"pairs.xlsx: {sheet.max_row - 2} rows have no relevance: not judged" in done.stderr
    assert "too few of them" in done.stderr
    assert _refit(tmp_path)["outcome"] == "few"
    with (tmp_path / "faqeval-report" / "queries.csv").open(encoding="utf-8", newline="") as file:
        judged = next(row for row in csv.DictReader(file) if row["query_id"] == first)
    assert judged["article_id"] != sheet["C2"].value


def test_a_file_given_back_as_it_was_says_what_is_missing(small_faq, tmp_path: Path):
    faqeval("match", *small_faq, "--ask", 5, "--out", "pairs.csv", folder=tmp_path)
    done = faqeval("evaluate", *small_faq, "--judgments", "pairs.csv", folder=tmp_path)
    assert done.returncode == 2
    assert "relevance is empty: not judged" in done.stderr


def test_pairs_go_to_standard_output_without_out_and_do_not_depend_on_the_order(small_faq, tmp_path: Path):
    header, *rows = small_faq[1].read_text(encoding="utf-8").splitlines()
    (tmp_path / "turned.csv").write_text("\n".join([header, *reversed(rows)]), encoding="utf-8")
    done = faqeval("match", *small_faq, "--ask", 4, folder=tmp_path)
    turned = faqeval("match", small_faq[0], "turned.csv", "--ask", 4, folder=tmp_path)
    assert done.stdout.splitlines()[0] == ",".join(HEADER)
    assert done.stdout == turned.stdout


def test_a_click_log_takes_part_without_overruling_anything(small_faq, tmp_path: Path):
    (tmp_path / "clicks.csv").write_text(
        "query,article_id,rank,clicks\nforgot pin,roaming,1,40\npay bill by card,bill,1,9\n", encoding="utf-8"
    )
    assert faqeval("evaluate", *small_faq, "--out", "plain", folder=tmp_path).returncode == 0
    done = faqeval("evaluate", *small_faq, "--judgments", "clicks.csv", "--out", "clicked", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "2 with clicks" in done.stderr
    for name in ("queries.csv", "summary.json"):
        assert (tmp_path / "plain" / name).read_bytes() == (tmp_path / "clicked" / name).read_bytes()


def test_personal_data_in_pairs_is_masked(small_faq, tmp_path: Path):
    (tmp_path / "q.csv").write_text("text\nmy pin for anna.berg@example.org does not work\n", encoding="utf-8")
    done = faqeval("match", small_faq[0], "q.csv", "--ask", 1, folder=tmp_path)
    assert done.returncode == 0
    assert "anna" not in done.stdout

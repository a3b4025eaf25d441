"""Pairs to judge: safe in a spreadsheet, and a judgments file as they are."""

from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from faqeval.config import IngestSettings
from faqeval.errors import OutputError
from faqeval.ingest import read_judgments
from faqeval.report import write_pairs_to_judge

PAIRS = pd.DataFrame(
    {
        "query_id": ["1", "-2"],
        "text": ["=cmd() of mine", "betala, faktura"],
        "article_id": ["a", "+b"],
        "title": ["@home", "Pay"],
        "answer_probability": [0.25, 0.5],
        "relevance": ["", ""],
    }
)


@pytest.mark.parametrize("name", ["pairs.csv", "pairs.xlsx"])
def test_a_filled_file_comes_back_as_judgments_of_the_same_pairs(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    write_pairs_to_judge(PAIRS.assign(relevance=["1", ""]), path)
    read = read_judgments(path, IngestSettings())
    assert read.table.to_dict("records") == [
        {"query_id": "1", "text": "=cmd() of mine", "article_id": "a", "relevance": 1}
    ]
    write_pairs_to_judge(PAIRS.assign(relevance=["0", "1"]), path)
    read = read_judgments(path, IngestSettings())
    assert sorted(read.table["query_id"]) == ["-2", "1"]
    assert sorted(read.table["article_id"]) == ["+b", "a"]


def test_no_cell_of_the_workbook_is_a_formula_and_relevance_takes_1_and_0_only(tmp_path: Path) -> None:
    path = tmp_path / "pairs.xlsx"
    write_pairs_to_judge(PAIRS, path)
    sheet = load_workbook(path).worksheets[0]
    assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n"}
    assert sheet["B2"].quotePrefix
    rule = sheet.data_validations.dataValidation[0]
    assert (rule.formula1, str(rule.sqref)) == ('"1,0"', "F2:F3")


def test_no_cell_of_the_csv_begins_a_formula(tmp_path: Path) -> None:
    write_pairs_to_judge(PAIRS, tmp_path / "pairs.csv")
    text = (tmp_path / "pairs.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines()[1] == "1,'=cmd() of mine,a,'@home,0.25,"


def test_the_same_pairs_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_pairs_to_judge(PAIRS, tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_a_folder_that_is_not_there_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="must be writable"):
        write_pairs_to_judge(PAIRS, tmp_path / "no" / "pairs.xlsx")

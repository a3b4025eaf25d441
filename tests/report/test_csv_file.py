"""CSV: no formula survives, no number changes."""

import csv
import io
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.errors import OutputError
from faqeval.report import gap_table, query_table, write_csv
from faqeval.report.files.csv_file import csv_text, spreadsheet_safe
from tests.factories import PAYLOADS, tiny_evaluation

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "-2+3+cmd()", "\n=1", "＝1+1"]


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
def test_text_that_begins_a_formula_stands_behind_a_quote(text: str) -> None:
    assert spreadsheet_safe(text) == f"'{text}"


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])) | st.sampled_from(FORMULAS), min_size=1))
def test_every_text_comes_back_as_it_was_but_for_the_quote(texts: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(csv_text(pd.DataFrame({"id": "x", "text": texts})), newline="")))
    assert [row[1] for row in rows[1:]] == [spreadsheet_safe(text) for text in texts]


def test_no_cell_of_a_report_begins_a_formula() -> None:
    for table in (query_table(tiny_evaluation()), gap_table(tiny_evaluation())):
        for row in csv.reader(io.StringIO(csv_text(table), newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)


def test_payloads_are_kept_as_texts() -> None:
    assert f"'{PAYLOADS[2]}" in csv_text(query_table(tiny_evaluation()))


def test_numbers_are_never_touched() -> None:
    frame = pd.DataFrame({"share": [-0.02, None, 0.1 + 0.2], "n": pd.array([-3, None, 4], dtype="Int64")})
    assert csv_text(frame) == "share,n\n-0.02,-3\n,\n0.3,4\n"


def test_byte_order_mark_only_on_request() -> None:
    frame = pd.DataFrame({"a": [1]})
    assert csv_text(frame, bom=True) == "\ufeffa\n1\n"
    assert csv_text(frame) == "a\n1\n"


def test_table_is_written_to_a_path_and_to_an_open_file(tmp_path: Path) -> None:
    frame, file = pd.DataFrame({"a": ["å"]}), io.StringIO()
    write_csv(frame, tmp_path / "t.csv")
    write_csv(frame, file)
    assert (tmp_path / "t.csv").read_text(encoding="utf-8") == file.getvalue() == "a\nå\n"
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_path_that_cannot_be_written_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="--out"):
        write_csv(pd.DataFrame({"a": [1]}), tmp_path / "nowhere" / "t.csv")

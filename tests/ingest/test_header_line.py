"""Lines above a table are passed over, in CSV small and large and in workbooks; else the message names the line."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import faqeval.ingest.logs.log_source as log_source
from faqeval.config import IngestSettings
from faqeval.errors import ColumnMissing
from faqeval.ingest import QueriesRead, read_articles, read_queries
from faqeval.ingest.engines import Engine
from faqeval.ingest.files.delimited import read_delimited
from tests.ingest.log_factory import contacts

_TABLE = "Search term,Event count\nreset password,12\npay invoice,7\n"
_ABOVE = (
    "# ----\n# Events: Search term\n# Account: Acme\n# ----\n",
    "\n\n",
    "sep=,\n",
    '"sep=,"\n',
    "Search report\n",
    "Search report of Acme\nPeriod: October 2026\n\n",
    "Search report,\n,\n",
    "#=====\n# Report suite: acme, prod\n#=====\n\n",
)  # fmt: skip


def _queries(path: Path, text: str) -> QueriesRead:
    path.write_text(text, encoding="utf-8")
    return read_queries(path, IngestSettings(), languages=("en",), prior={"en": 1.0})


@pytest.mark.parametrize("above", _ABOVE)
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_lines_above_a_table_are_passed_over(above: str, mark: str, tmp_path: Path) -> None:
    read = _queries(tmp_path / "q.csv", "\ufeff" + (above + _TABLE).replace(",", mark))
    assert sorted(read.queries.table["count"]) == [7, 12]
    assert read.rejects.empty
    assert read.n_read == 2


def test_a_line_says_how_cells_are_divided(tmp_path: Path) -> None:
    read = _queries(tmp_path / "q.csv", "sep=;\ntext;count\npay, please;3\n")
    assert read.queries.table["text"].tolist() == ["pay, please"]


_titles = st.lists(
    st.text(st.characters(codec="ascii", min_codepoint=32, exclude_characters=',;|\t\r\n"'), max_size=20), max_size=6
)


@given(
    _titles,
    st.lists(st.tuples(st.from_regex(r"[a-z]{3,9}", fullmatch=True), st.integers(1, 99)), min_size=1, max_size=9),
)
def test_titles_change_nothing_below_them(titles: list[str], rows: list[tuple[str, int]]) -> None:
    table = "text,count\n" + "".join(f"{text},{count}\n" for text, count in rows)
    above = "".join(f"title {title}\n" for title in titles)
    bare = read_delimited(table, "queries", "q.csv", "")
    read = read_delimited(above + table, "queries", "q.csv", "")
    assert read.columns == bare.columns
    assert [line - len(titles) for line in read.lines] == list(bare.lines)
    assert read.unread == bare.unread


@given(
    st.lists(
        st.sampled_from(["question", "text", "pay, please", "keyword, term", "description"]), min_size=1, max_size=9
    )
)
def test_what_customers_wrote_is_not_taken_for_names_of_columns(rows: list[str]) -> None:
    table = "text\n" + "".join(f'"{row}"\n' for row in rows)
    assert list(read_delimited(table, "queries", "q.csv", "").lines) == list(range(2, len(rows) + 2))


def test_rejects_below_titles_have_their_own_lines(tmp_path: Path) -> None:
    read = _queries(tmp_path / "q.csv", 'Title\n\ntext,count\npay,1\n"broken,2\npay,1,3,4\ntrack,x\npin,1\nbill,1\n')
    assert read.rejects["line"].tolist() == [5, 6, 7]


def test_a_report_without_a_name_for_its_first_column_is_read(tmp_path: Path) -> None:
    read = _queries(
        tmp_path / "q.csv", '#===\n# Terms\n#===\n,Occurrences\nSearch Term,"1,904"\npay,"1,204"\ntrack,700\n'
    )
    assert sorted(read.queries.table["count"]) == [700, 1204]


def test_a_message_names_the_line_that_was_taken_for_names(tmp_path: Path) -> None:
    with pytest.raises(ColumnMissing, match=r"names of columns on line 1 of q\.csv") as error:
        _queries(tmp_path / "q.csv", "reset password now please\npay invoice\n")
    assert "reset" not in str(error.value)
    assert "Rename" not in str(error.value)


@pytest.mark.parametrize("from_bytes", [1, 2**30], ids=["large", "small"])
def test_a_log_below_titles_is_read(
    from_bytes: int, tmp_path: Path, duck: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_source, "LAZY_FROM_BYTES", from_bytes)
    path = tmp_path / "contacts.csv"
    path.write_text(
        "# cases\nCases of October\n\ncustomer_id;at;id\nc;2025-10-02 09:00;1\nd;soon;2\n", encoding="utf-8"
    )
    read = contacts(path, duck)
    assert (read.n_read, read.n_used) == (2, 1)
    assert read.rejects["line"].tolist() == [6]


def _workbook(folder: Path, **sheets: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    held = io.BytesIO()
    book.save(held)
    path = folder / "a.xlsx"
    path.write_bytes(held.getvalue())
    return path


def test_the_sheet_with_the_table_is_read(tmp_path: Path) -> None:
    cover: list[list[object]] = [["FAQ of Acme"], ["Date", "Visitors"], ["2025-10-02", 7]]
    table: list[list[object]] = [["Our FAQ"], [], ["Question", "Answer"], ["How do I pay?", "By card."]]
    path = _workbook(tmp_path, Cover=cover, Articles=table)
    read = read_articles(path, IngestSettings())
    assert [article.title for article in read.articles] == ["How do I pay?"]
    assert any("row 3 of the sheet Articles" in note for note in read.notes)


def test_a_message_names_the_sheet_and_the_others(tmp_path: Path) -> None:
    with pytest.raises(ColumnMissing, match=r"row 1 of the sheet Chart \(others: Other\)"):
        read_articles(_workbook(tmp_path, Chart=[["Date", "Clicks"], [1, 2]], Other=[["x"]]), IngestSettings())

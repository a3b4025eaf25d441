"""Pairs of query and article for people to judge: a file that they fill in and give back."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from openpyxl.worksheet.datavalidation import DataValidation

from .atomic_write import write_whole
from .csv_file import write_csv
from .workbook import Column, fill_sheet, new_workbook, workbook_bytes

if TYPE_CHECKING:
    import pandas as pd

_PAIRS: Final = (
    Column("query_id", 14),
    Column("text", 60),
    Column("article_id", 18),
    Column("title", 50),
    Column("answer_probability", 20, "0%"),
    Column("relevance", 12),
)
_HOW_TO: Final = (
    ("relevance 1", "The article answers what the customer wrote."),
    ("relevance 0", "It does not."),
    ("relevance empty", "You cannot say. The row is passed over."),
    ("Another article answers", "Put its id into article_id and 1 into relevance."),
    ("No article answers", "Empty article_id and put 1 into relevance."),
    (
        "When you are done",
        "Save the file and give it back: faqeval evaluate … --judgments FILE. Leave all else as it is.",
    ),
)


def write_pairs_to_judge(pairs: "pd.DataFrame", path: Path) -> None:
    """Write the pairs as a workbook when the name ends in .xlsx, else as CSV with a byte order mark, which Excel wants.

    Parameters
    ----------
    pairs : ``query_id, text, article_id, title, answer_probability, relevance``.

    Raises
    ------
    OutputError
        If the path cannot be written.
    """
    if path.suffix.lower() == ".xlsx":
        write_whole(path, pairs_workbook(pairs))
    else:
        write_csv(pairs, path, bom=True)


def pairs_workbook(pairs: "pd.DataFrame") -> bytes:
    """Return the workbook; its first sheet is a judgments file, and says what may stand in ``relevance``."""
    book = new_workbook("Pairs to judge")
    sheet = book.create_sheet("Pairs to judge")
    columns = pairs[[column.heading for column in _PAIRS]]
    fill_sheet(sheet, _PAIRS, columns.itertuples(index=False, name=None))
    allowed = DataValidation(type="list", formula1='"1,0"', allow_blank=True)
    allowed.error = "1: the article answers. 0: it does not. Empty: you cannot say."
    sheet.add_data_validation(allowed)
    allowed.add(f"F2:F{len(pairs) + 1}")
    fill_sheet(book.create_sheet("How to fill this in"), (Column("Write", 26), Column("When", 90)), _HOW_TO)
    return workbook_bytes(book)

"""The whole report: one folder with a page, a workbook, tables and figures."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ...config import ReportSettings
from ...records import Evaluation
from ..page.html import html_text
from ..page.view import page_view
from .csv_file import csv_bytes
from .folder import write_folder
from .need_tables import need_table, week_table
from .summary_figures import summary
from .tables import article_table, gap_table, query_table
from .xlsx import xlsx_bytes

_WITH_CONTACTS: Final = ("needs.csv", "weeks.csv")  # files that only a run with contacts writes


def write_report(evaluation: Evaluation, folder: Path, settings: ReportSettings) -> Path:
    """Write the report and its files to ``folder``, whole or not at all, and return the folder.

    Raises
    ------
    OutputError
        If the folder cannot be written, or is there and is no earlier report.
    """
    return write_folder(folder, report_files(evaluation, settings), may_hold=_WITH_CONTACTS)


def report_files(evaluation: Evaluation, settings: ReportSettings) -> dict[str, bytes]:
    """Return the files of a report by name. Only ``run.json`` holds times."""
    tables = {
        "articles.csv": article_table(evaluation),
        "queries.csv": query_table(evaluation),
        "gaps.csv": gap_table(evaluation),
        "rejects.csv": evaluation.rejects,
    }
    if evaluation.journeys is not None:
        contents = (need_table(evaluation, evaluation.journeys), week_table(evaluation, evaluation.journeys))
        tables |= dict(zip(_WITH_CONTACTS, contents, strict=True))
    return {
        "report.html": html_text(page_view(evaluation, settings)).encode("utf-8", "replace"),
        "worklist.xlsx": xlsx_bytes(evaluation),
        "summary.json": _json(summary(evaluation)),
        **{name: csv_bytes(table, settings) for name, table in tables.items()},
        "run.json": _json(evaluation.manifest),
    }


def _json(tree: Mapping[str, object]) -> bytes:
    return (json.dumps(tree, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8", "replace")

"""The work list for people who live in a spreadsheet."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from ..records import Evaluation
from .csv_file import spreadsheet_safe
from .explanations import EXPLAINED, precision_in_words
from .headline import headline
from .sentences import say, say_reason
from .tables import SEPARATOR, gap_kinds_of_articles
from .work_items import work_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_STAMP: Final = datetime(2000, 1, 1)
_ZIP_STAMP: Final = (2000, 1, 1, 0, 0, 0)
_LONGEST_CELL: Final = 32_000  # Excel takes 32,767
_FORBIDDEN: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEADER: Final = PatternFill("solid", start_color="FF0A6158")
_WRAP: Final = Alignment(wrap_text=True, vertical="top")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its heading, its width in characters, its number format ("" = text)."""

    heading: str
    width: int
    number_format: str = ""


_WORK_LIST: Final = (
    Column("No.", 6, "0"),
    Column("Kind", 22),
    Column("Do this", 60),
    Column("Article", 34),
    Column("Questions", 11, "#,##0"),
    Column("Share of all", 11, "0.0%"),
    Column("How sure", 10, "0%"),
    Column("Work", 7),
    Column("Customers say", 28),
    Column("The article says", 28),
    Column("Customers’ own words", 60),
    Column("Done?", 9),
    Column("Note", 30),
    Column("Language", 10),
    Column("Article id", 18),
    Column("Gap id", 14),
)
_ARTICLES: Final = (
    Column("Article", 44),
    Column("Language", 10),
    Column("Asked for", 11, "#,##0.0"),
    Column("Findability", 12, "0%"),
    Column("Lowest", 9, "0%"),
    Column("Highest", 9, "0%"),
    Column("Understandability", 17, "0%"),
    Column("Different questions", 18, "#,##0"),
    Column("On the work list", 34),
    Column("Article id", 22),
)
_NOBODY: Final = (
    Column("Question", 50),
    Column("Questions", 11, "#,##0"),
    Column("Share of all", 11, "0.0%"),
    Column("Words", 34),
    Column("Nearest article", 34),
    Column("Sure that it answers", 12, "0%"),
    Column("Second nearest", 34),
    Column("Sure that it answers", 12, "0%"),
    Column("Third nearest", 34),
    Column("Sure that it answers", 12, "0%"),
    Column("Customers’ own words", 70),
    Column("Language", 10),
    Column("Gap id", 14),
)
_HOW_TO_READ: Final = (
    Column("Word", 32),
    Column("Meaning", 60),
    Column("How it is measured", 70),
    Column("What to do", 60),
    Column("How precise", 36),
)


def xlsx_bytes(evaluation: Evaluation) -> bytes:
    """Return the workbook; the same evaluation gives the same bytes."""
    book = Workbook()
    book.remove(book.active)
    _fill(book.create_sheet("Work list"), _WORK_LIST, _work_rows(evaluation))
    _fill(book.create_sheet("Articles"), _ARTICLES, _article_rows(evaluation))
    _fill(book.create_sheet("Questions that find no answer"), _NOBODY, _nobody_rows(evaluation))
    _fill(book.create_sheet("How to read this"), _HOW_TO_READ, _reading_rows(evaluation))
    book.properties.creator, book.properties.title = "faqeval", "FAQ work list"
    book.properties.created = book.properties.modified = _STAMP
    file = io.BytesIO()
    book.save(file)
    return _timeless(file.getvalue())


def _fill(sheet: "Worksheet", columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> None:
    for place, column in enumerate(columns, start=1):
        heading = sheet.cell(1, place)
        _set_text(heading, column.heading)
        heading.font, heading.fill, heading.alignment = Font(bold=True, color="FFFFFFFF"), _HEADER, _WRAP
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    n_rows = 1
    for n_rows, row in enumerate(rows, start=2):
        for place, (column, value) in enumerate(zip(columns, row, strict=True), start=1):
            if value is None or value == "":
                continue
            cell = sheet.cell(n_rows, place)
            cell.alignment = _WRAP
            if column.number_format:
                cell.value, cell.number_format = value, column.number_format
            else:
                _set_text(cell, str(value))
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{n_rows}"


def _set_text(cell: Cell, text: str) -> None:
    """Write a text as text, whatever it begins with."""
    clean = _FORBIDDEN.sub("", text)[:_LONGEST_CELL]
    cell.value = clean
    cell.data_type = "s"
    if spreadsheet_safe(clean) != clean:
        cell.quotePrefix = True  # stays text when somebody edits it


def _work_rows(evaluation: Evaluation) -> Iterable[Sequence[Any]]:
    titles = {article.article_id: article.title for article in evaluation.articles}
    for number, gap in enumerate(evaluation.gaps, start=1):
        yield (
            number,
            EXPLAINED[gap.kind].name,
            say(gap.advice),
            titles.get(gap.article_id, ""),
            gap.demand,
            round(gap.demand_share, 6),
            round(gap.confidence, 6),
            work_of(gap.kind),
            SEPARATOR.join(gap.customer_words),
            SEPARATOR.join(gap.article_words),
            "\n".join(gap.examples),
            "",
            "",
            gap.language,
            gap.article_id,
            gap.gap_id,
        )


def _article_rows(evaluation: Evaluation) -> Iterable[Sequence[Any]]:
    kinds = gap_kinds_of_articles(evaluation)
    rows = zip(evaluation.articles, evaluation.findability.articles, evaluation.understandability, strict=True)
    for article, found, understood in sorted(rows, key=lambda row: (-row[1].demand, row[0].article_id)):
        yield (
            article.title,
            article.language,
            round(found.demand, 6),
            *(_rounded(value) for value in (found.findability, found.low, found.high, understood.score)),
            found.n_queries,
            SEPARATOR.join(EXPLAINED[kind].name for kind in kinds.get(article.article_id, ())),
            article.article_id,
        )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _nobody_rows(evaluation: Evaluation) -> Iterable[Sequence[Any]]:
    titles = {article.article_id: article.title for article in evaluation.articles}
    for gap in evaluation.gaps:
        if gap.kind != "missing":
            continue
        near: list[Any] = []
        for found in gap.near[:3]:
            near += [titles[found.article_id], found.answer_probability]
        near += [None] * (6 - len(near))
        words, examples = SEPARATOR.join(gap.customer_words), "\n".join(gap.examples)
        yield (gap.need, gap.demand, round(gap.demand_share, 6), words, *near, examples, gap.language, gap.gap_id)


def _reading_rows(evaluation: Evaluation) -> Iterable[Sequence[Any]]:
    said = headline(evaluation)
    yield ("This report", said.sentence, said.detail, said.unknown, "")
    yield ("Work", "S: minutes. M: an hour or two. L: a new article.", "Set by us for each kind of gap.", "", "")
    for kind, reason in evaluation.not_judged:
        yield (EXPLAINED[kind].name if kind in EXPLAINED else kind, "Not judged.", say_reason(reason), "", "")
    for kind, text in EXPLAINED.items():
        yield (text.name, text.meaning, text.how_measured, text.what_to_do, precision_in_words(kind))


def _timeless(book: bytes) -> bytes:
    """Return a zip with the same parts in the same order, all with one fixed time."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as read,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as write,
    ):
        for name in read.namelist():
            part = read.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, _ZIP_STAMP)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            write.writestr(entry, part)
    return file.getvalue()

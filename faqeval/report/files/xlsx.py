"""The work list for people who live in a spreadsheet."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from ...records import Evaluation
from ..page.headline import headline
from ..page.work_items import work_of
from ..wording.explanations import explained, name_of
from ..wording.sentences import say, say_reason
from .tables import SEPARATOR, gap_kinds_of_articles
from .workbook import Column, fill_sheet, new_workbook, workbook_bytes

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
_CONTACTS_AT: Final = 6  # columns of contacts stand before the seventh
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
    book = new_workbook("FAQ work list")
    fill_sheet(book.create_sheet("Work list"), *_work_sheet(evaluation))
    fill_sheet(book.create_sheet("Articles"), _ARTICLES, _article_rows(evaluation))
    fill_sheet(book.create_sheet("Questions that find no answer"), _NOBODY, _nobody_rows(evaluation))
    fill_sheet(book.create_sheet("How to read this"), _HOW_TO_READ, _reading_rows(evaluation))
    return workbook_bytes(book)


def _work_sheet(evaluation: Evaluation) -> tuple[Sequence[Column], Iterable[Sequence[Any]]]:
    """Return columns and rows of the work list; contacts and money have columns only where contacts were given."""
    rows = _work_rows(evaluation)
    if evaluation.journeys is None:
        return _WORK_LIST, rows
    currency = evaluation.settings.savings.currency
    columns = (
        Column("Contacts", 11, "#,##0"),
        Column(name_of(evaluation, "avoidable_contacts_per_month"), 13, "#,##0.0"),
        Column("Lowest", 9, "#,##0.0"),
        Column("Highest", 9, "#,##0.0"),
        Column(f"Saved a month, {currency}", 13, "#,##0"),
        Column("Lowest", 9, "#,##0"),
        Column("Highest", 9, "#,##0"),
    )
    nothing = (None, None, None)
    values = ((gap.contacts, *(gap.avoidable or nothing), *(gap.saved or nothing)) for gap in evaluation.gaps)
    return (*_WORK_LIST[:_CONTACTS_AT], *columns, *_WORK_LIST[_CONTACTS_AT:]), (
        (*row[:_CONTACTS_AT], *value, *row[_CONTACTS_AT:]) for row, value in zip(rows, values, strict=True)
    )


def _work_rows(evaluation: Evaluation) -> Iterable[Sequence[Any]]:
    titles = {article.article_id: article.name for article in evaluation.articles}
    for number, gap in enumerate(evaluation.gaps, start=1):
        yield (
            number,
            name_of(evaluation, gap.kind),
            say(gap.advice),
            titles.get(gap.article_id, ""),
            gap.demand,
            round(gap.demand_share, 6),
            round(gap.confidence, 6),
            work_of(evaluation, gap.kind),
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
            SEPARATOR.join(name_of(evaluation, kind) for kind in kinds.get(article.article_id, ())),
            article.article_id,
        )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _nobody_rows(evaluation: Evaluation) -> Iterable[Sequence[Any]]:
    titles = {article.article_id: article.name for article in evaluation.articles}
    for gap in evaluation.gaps:
        if gap.article_id:
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
    if said.contacts:
        yield ("Contacts", said.contacts, "", "", "")
    yield ("Work", "S: minutes. M: an hour or two. L: a new article.", "Set by us for each kind of gap.", "", "")
    for kind, reason in evaluation.not_judged:
        yield (name_of(evaluation, kind), "Not judged.", say_reason(reason), "", "")
    for kind in evaluation.glossary.entries:
        text = explained(evaluation, kind)
        yield (text.name, text.meaning, text.how_measured, text.what_to_do, text.precision)

"""Articles from any file: each row becomes an article or is refused with a reason."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import pandas as pd

from ...config import IngestSettings
from ...errors import FileUnreadable
from ...records import Article
from ..cells.cells import cell_text
from ..cells.columns import column_missing, match_columns, nested_columns
from ..cells.moments import past_moments
from ..cells.publication import unpublished_rows
from ..cells.reject_list import NOT_PUBLISHED, RejectList
from ..files.limits import MAX_TITLE_CHARACTERS
from ..files.reader import Source, read_rows
from ..files.reading import Reading
from ..files.rows import Rows
from ..files.wide_languages import row_per_language
from ..markup.bodies import visible_line
from ..markup.document_tree import is_document_tree
from .article_ids import Draft, one_article_per_id
from .article_rows import draft_of_cells, with_languages
from .made_ids import made_ids

_ROUNDED: Final = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{1,3}", re.ASCII)
_MADE: Final = "(made)"
_DATE_CHARACTERS: Final = 10


@dataclass(frozen=True, slots=True)
class ArticlesRead:
    """What came out of an articles file."""

    articles: tuple[Article, ...]  # by article_id
    rejects: pd.DataFrame  # columns of REJECT_COLUMNS
    n_read: int  # rows, and for several languages in one entry one for each
    n_used: int  # how many of them became an article
    checksum: str  # SHA-256 of the file, or of the table's rows
    source: str  # what the file is called in rejects
    notes: tuple[str, ...] = ()  # sentences for the user; nothing of the content


def read_articles(
    source: Source,
    settings: IngestSettings,
    *,
    preset: str = "",
    ignore_fields: Collection[str] = (),
    unpublished_too: bool = False,
) -> ArticlesRead:
    """Read articles.

    Parameters
    ----------
    source : path, ``-`` for standard input, or DataFrame
    settings : how files are read
    preset : name of a CMS format; "" takes ``settings.articles_format``, and when that is "" too, the shape decides
    ignore_fields : our names of columns to read as empty, e.g. ``{"title"}``
    unpublished_too : whether rows of a table that say they are drafts are read all the same

    Returns
    -------
    ArticlesRead; the order of the rows leaves no trace in ``articles``.

    Raises
    ------
    FileUnreadable, ColumnMissing, NothingUsable, TooManyRejects, ConfigError
    """
    chosen = preset or settings.articles_format
    find_preset = not chosen and not isinstance(source, pd.DataFrame)
    rows = read_rows(source, Reading("articles", chosen, find_preset, settings.columns))
    rejects = RejectList(rows, "articles")
    rows = row_per_language(rows, settings.columns)
    rows, columns, made = _with_ids(rows, _columns(rows, settings))
    blank = [""] * len(rows.lines)
    written = columns.get("updated_at", "")
    updated, notes = past_moments(rows.columns[written] if written else blank, written, rows.source)
    is_hidden = [False] * len(rows.lines) if unpublished_too else unpublished_rows(rows.columns, len(rows.lines))
    notes += made + _column_notes(rows, columns)
    drafts = with_languages(
        list(_drafts(rows, columns, updated, is_hidden, rejects, settings, ignore_fields)), settings
    )
    kept, duplicates = one_article_per_id(drafts)
    for line, reason in duplicates:
        rejects.add(line, reason)
    rejects.check(rows.n_read, len(kept), settings.max_reject_share)
    n_hidden = sum(reason == NOT_PUBLISHED for _, reason in rejects.found)
    if n_hidden:
        notes += (f"{rows.source}: {n_hidden} entries are drafts, archived or retired and were left out",)
    return ArticlesRead(kept, rejects.table(), rows.n_read, len(kept), rows.checksum, rows.source, rows.notes + notes)


def _drafts(
    rows: Rows,
    columns: Mapping[str, str],
    updated: Sequence[str],
    is_hidden: Sequence[bool],
    rejects: RejectList,
    settings: IngestSettings,
    ignore_fields: Collection[str],
) -> Iterator[Draft]:
    used = {ours: rows.columns[written] for ours, written in columns.items() if ours not in ignore_fields}
    for place, line in enumerate(rows.lines):
        if is_hidden[place]:
            rejects.add(line, NOT_PUBLISHED)
            continue
        cells = {ours: column[place] for ours, column in used.items()}
        drafted = draft_of_cells(line, cells, updated[place][:_DATE_CHARACTERS], settings)
        if isinstance(drafted, str):
            rejects.add(line, drafted)
        else:
            yield drafted


def _columns(rows: Rows, settings: IngestSettings) -> dict[str, str]:
    columns = match_columns("articles", rows.columns, settings.columns)
    names, nested = list(rows.columns), nested_columns(rows.columns)
    if "title" not in columns and "body" not in columns:
        raise column_missing("articles", "'title' or 'body'", names, rows.source, rows.header, nested)
    if "id" not in columns and not {"title", "body"} <= columns.keys():
        raise column_missing("articles", "'id'", names, rows.source, rows.header, nested)
    return columns


def _with_ids(rows: Rows, columns: dict[str, str]) -> tuple[Rows, dict[str, str], tuple[str, ...]]:
    """Return rows and columns with an id; in a file of questions and answers without one it is made of the question.

    Raises
    ------
    FileUnreadable
        If a spreadsheet has rounded the ids, so that several have become one.
    """
    if "id" in columns:
        n_rounded = sum(_ROUNDED.fullmatch(cell_text(cell).strip()) is not None for cell in rows.columns[columns["id"]])
        if n_rounded:
            raise FileUnreadable(
                f"articles file must have ids as they are. Got {n_rounded} numbers like 9.99E+99, which a spreadsheet "
                f"has rounded, in the column {columns['id']} of {rows.source}. Export it again with the ids as text."
            )
        return rows, columns, ()
    ids = made_ids([visible_line(cell_text(cell)[:MAX_TITLE_CHARACTERS]) for cell in rows.columns[columns["title"]]])
    note = f"{rows.source}: there is no column of ids; they were made of the column {columns['title']}"
    return replace(rows, columns={**rows.columns, _MADE: ids}), {"id": _MADE, **columns}, (note,)


def _column_notes(rows: Rows, columns: Mapping[str, str]) -> tuple[str, ...]:
    """Name columns that were taken for title or body and say nothing, and others that were passed over for them."""
    notes = []
    for ours in ("title", "body"):
        taken = columns.get(ours)
        if taken is None:
            continue
        cells = rows.columns[taken]
        if cells and not any(is_document_tree(cell) or cell_text(cell).strip() for cell in cells):
            notes.append(f"{rows.source}: the column {taken} was taken for the {ours} and holds no text")
        others = [
            name for name in rows.columns
            if name not in columns.values() and ours in match_columns("articles", [name], {})
        ]  # fmt: skip
        if others:
            notes.append(f"{rows.source}: the column {taken} was taken for the {ours}, not {', '.join(others)}")
    return tuple(notes)

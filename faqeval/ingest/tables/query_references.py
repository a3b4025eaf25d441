"""Which query a row of a judgments or search run file means: by id, or by the customer's words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from ...config import IngestSettings
from ...records import Queries
from ...text import fold
from ..cells.cells import label, texts
from ..cells.columns import column_missing, match_columns
from ..files.limits import MAX_ID_CHARACTERS
from ..files.rows import Rows
from .query_rows import clean_texts

NO_QUERY: Final = "neither query_id nor text"

QueryRef = tuple[str, str]  # query_id and text; one of them may be "" while the queries are not known


@dataclass(frozen=True, slots=True)
class TableRead:
    """What came out of a file of judgments or a search run."""

    table: pd.DataFrame
    rejects: pd.DataFrame  # columns of REJECT_COLUMNS
    n_read: int  # rows
    n_used: int  # rows that left something in the table
    checksum: str  # SHA-256 of the file, or of the table's rows
    source: str  # what the file is called in rejects
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryReferences:
    """The queries each row means, and the file's columns by our names."""

    queries: Sequence[tuple[QueryRef, ...]]  # () when the row names none that is known
    is_named: Sequence[bool]  # whether the row names any at all
    columns: Mapping[str, Sequence[object]]


def query_references(
    rows: Rows, kind: str, required: Sequence[str], settings: IngestSettings, queries: Queries | None
) -> QueryReferences:
    """Read the columns that say which query a row means.

    With ``queries``, an id of any row that was folded into a query, or any spelling of it, means that query: one
    judgment serves all spellings. A text asked in two languages means both queries.

    Raises
    ------
    ColumnMissing
        If there is neither ``query_id`` nor ``text``, or one of ``required`` is missing.
    """
    found = match_columns(kind, rows.columns, settings.columns)
    columns = {ours: rows.columns[written] for ours, written in found.items()}
    if "query_id" not in columns and "text" not in columns:
        raise column_missing(kind, "'query_id' or 'text'", list(rows.columns), rows.source)
    for name in required:
        if name not in columns:
            raise column_missing(kind, f"'{name}'", list(rows.columns), rows.source)
    n_rows = len(rows.lines)
    ids = [label(cell, MAX_ID_CHARACTERS) for cell in columns.get("query_id", [""] * n_rows)]
    public = queries.public_phones if queries is not None else ()
    cleaned, _ = clean_texts(texts(columns.get("text", [""] * n_rows)), [""] * n_rows, settings, public)
    named = list(zip(ids, cleaned, strict=True))
    if queries is None:
        known: list[tuple[QueryRef, ...]] = [(pair,) if any(pair) else () for pair in named]
    else:
        directory = _Directory(queries)
        known = [directory.queries_of(*pair) for pair in named]
    return QueryReferences(known, [any(pair) for pair in named], columns)


class _Directory:
    """Finds the folded query behind an id or a text."""

    def __init__(self, queries: Queries) -> None:
        table = queries.table
        self._refs: list[QueryRef] = list(zip(table["query_id"], table["text"], strict=True))
        self._by_id: dict[str, set[int]] = defaultdict(set)
        for row_id, row in zip(queries.row_ids, queries.row_query.tolist(), strict=True):
            self._by_id[row_id].add(row)
        for row, (query_id, _) in enumerate(self._refs):
            self._by_id.setdefault(query_id, {row})
        self._by_fold: dict[str, set[int]] = defaultdict(set)
        for row, (_, text) in enumerate(self._refs):
            self._by_fold[fold(text)].add(row)

    def queries_of(self, query_id: str, text: str) -> tuple[QueryRef, ...]:
        """Return the queries meant, in the order of the query table; an id that several share is told apart by text."""
        rows = self._by_id.get(query_id, set()) if query_id else set()
        if text and (len(rows) > 1 or not query_id):
            said = self._by_fold.get(fold(text), set())
            rows = rows & said if query_id else said
        if query_id and len(rows) > 1 and not text:
            return ()  # nobody can say which of them is meant
        return tuple(self._refs[row] for row in sorted(rows))

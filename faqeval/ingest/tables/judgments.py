"""What people said, or what their clicks hint at: which article answers which query."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from ...config import IngestSettings
from ...records import Queries
from ...text import fold
from ..cells.cells import cell_parts, cell_text, is_empty, label
from ..cells.reject_list import SAME_ROW, UNKNOWN_QUERY, RejectList
from ..files.limits import MAX_ID_CHARACTERS
from ..files.reader import Source, read_rows
from ..files.reading import Reading
from ..files.rows import Rows
from ..files.spreadsheet_quote import without_spreadsheet_quotes
from .click_log import COLUMNS, KIND, is_click_log, read_click_rows
from .query_references import NO_QUERY, QueryRef, QueryReferences, TableRead, query_references

BAD_RELEVANCE: Final = "relevance is neither 0 nor 1"
BOTH: Final = "the same query and article are judged both 0 and 1"
ANSWERED: Final = "judged as answered by no article, and another row names one that answers it"

NOT_JUDGED: Final = "relevance is empty: not judged"

_RELEVANCE: Final = {"1": 1, "1.0": 1, "true": 1, "yes": 1, "0": 0, "0.0": 0, "false": 0, "no": 0}

Judgment = tuple[QueryRef, str, int, int]  # query, article_id, relevance, line


@dataclass(frozen=True, slots=True)
class JudgmentsRead(TableRead):
    """Judgments (``table``), or the clicks of a log that was given in their place; the other one has no rows."""

    clicks: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=list(COLUMNS)))


def read_judgments(source: Source, settings: IngestSettings, queries: Queries | None = None) -> JudgmentsRead:
    """Read judgments, or a click log, which is known by its columns.

    Parameters
    ----------
    source : path, ``-`` for standard input, or DataFrame
    settings : how files are read
    queries : the queries of the run; when given, each row is tied to a query of their table, by the id of any folded
        row or by any spelling, and rows about other queries are set aside

    Returns
    -------
    JudgmentsRead whose table has ``query_id`` and ``text`` (as in the query table when ``queries`` are given; else as
    in the file, one of them may be "" and the text is cleaned as queries are), ``article_id`` ("": no article answers
    it) and ``relevance`` (0 or 1, int64), ordered by these columns. A list of articles in one row gives a row each, an
    empty list one with "". In a file with a column ``relevance`` a row that leaves it empty is not judged: it is passed
    over, and a note says how many. Of a click log ``clicks`` has the rows, see ``read_click_rows``.

    Raises
    ------
    FileUnreadable, ColumnMissing, NothingUsable, TooManyRejects, ConfigError
    """
    rows = without_spreadsheet_quotes(read_rows(source, Reading("judgments")))
    if is_click_log(tuple(rows.columns), settings):
        return _clicks_read(rows, settings, queries)
    rejects = RejectList(rows, "judgments")
    references = query_references(rows, "judgments", ("article_id",), settings, queries)
    empty = [
        line for line, cell in zip(rows.lines, references.columns.get("relevance", ()), strict=False) if is_empty(cell)
    ]
    judged = _agreed(list(_judgments(rows, references, rejects)), rejects)
    table = pd.DataFrame(
        {
            "query_id": pd.Series([query_id for (query_id, _), *_ in judged], dtype="str"),
            "text": pd.Series([text for (_, text), *_ in judged], dtype="str"),
            "article_id": pd.Series([article_id for _, article_id, *_ in judged], dtype="str"),
            "relevance": pd.Series([relevance for _, _, relevance, _ in judged], dtype="int64"),
        }
    )
    n_used = len({line for *_, line in judged})
    if not n_used:
        for line in empty:
            rejects.add(line, NOT_JUDGED)
    rejects.check(rows.n_read, n_used, settings.max_reject_share)
    ordered = table.sort_values(list(table.columns), kind="stable", ignore_index=True)
    notes = (*rows.notes, f"{rows.source}: {len(empty)} rows have no relevance: not judged") if empty else rows.notes
    return JudgmentsRead(ordered, rejects.table(), rows.n_read, n_used, rows.checksum, rows.source, notes)


def _clicks_read(rows: Rows, settings: IngestSettings, queries: Queries | None) -> JudgmentsRead:
    rejects = RejectList(rows, KIND)
    clicks, n_used, notes = read_click_rows(rows, rejects, settings, queries)
    rejects.check(rows.n_read, n_used, settings.max_reject_share)
    nothing = pd.DataFrame(
        {name: pd.Series(dtype="str") for name in ("query_id", "text", "article_id")}
        | {"relevance": pd.Series(dtype="int64")}
    )
    notes = (*rows.notes, *notes)
    return JudgmentsRead(nothing, rejects.table(), rows.n_read, n_used, rows.checksum, rows.source, notes, clicks)


def _judgments(rows: Rows, references: QueryReferences, rejects: RejectList) -> Iterator[Judgment]:
    relevances = references.columns.get("relevance", ["1"] * len(rows.lines))
    for place, line in enumerate(rows.lines):
        if is_empty(relevances[place]):
            continue
        relevance = _RELEVANCE.get(cell_text(relevances[place]).strip().lower())
        if not references.queries[place]:
            rejects.add(line, UNKNOWN_QUERY if references.is_named[place] else NO_QUERY)
        elif relevance is None:
            rejects.add(line, BAD_RELEVANCE)
        else:
            for query in references.queries[place]:
                for article_id in _article_ids(references.columns["article_id"][place]):
                    yield query, article_id, relevance, line


def _article_ids(cell: object) -> list[str]:
    parts = cell_parts(cell)
    if parts is None and isinstance(cell, str) and cell.lstrip().startswith("["):
        try:
            parts = cell_parts(json.loads(cell))  # a list that went through CSV
        except (ValueError, RecursionError):
            parts = None
    listed = [cell] if parts is None else parts
    return list(dict.fromkeys(label(article_id, MAX_ID_CHARACTERS) for article_id in listed)) or [""]


def _agreed(judgments: list[Judgment], rejects: RejectList) -> list[Judgment]:
    """Keep each pair once; rows that contradict each other say nothing."""
    relevances: dict[tuple[str, str], set[int]] = defaultdict(set)
    for query, article_id, relevance, _ in judgments:
        relevances[_key(query), article_id].add(relevance)
    answered = {key for (key, article_id), values in relevances.items() if article_id and values == {1}}
    seen: set[tuple[str, str]] = set()
    kept: list[Judgment] = []
    refused: set[tuple[int, str]] = set()
    for judgment in sorted(judgments):
        query, article_id, relevance, line = judgment
        key = _key(query)
        if len(relevances[key, article_id]) > 1:
            refused.add((line, BOTH))
        elif not article_id and relevance == 1 and key in answered:
            refused.add((line, ANSWERED))
        elif (key, article_id) in seen:
            refused.add((line, SAME_ROW))
        else:
            seen.add((key, article_id))
            kept.append(judgment)
    used = {line for *_, line in kept}
    for line, reason in sorted(refused):
        if line not in used:  # a row of several articles is used when one of them is
            rejects.add(line, reason)
            used.add(line)
    return kept


def _key(query: QueryRef) -> str:
    """Return what makes two rows mean the same query: the id, or without one the folded text."""
    query_id, text = query
    return f"id {query_id}" if query_id else f"text {fold(text)}"

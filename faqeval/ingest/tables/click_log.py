"""Clicks in the site's own search, as weak judgments: totals per result, or the click events of a visits file."""

from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final

import pandas as pd

from ...config import IngestSettings
from ...records import Queries
from ..cells.cells import cell_text, label
from ..cells.columns import match_columns
from ..cells.numbers import plain_numbers, whole_number
from ..cells.reject_list import UNKNOWN_QUERY, RejectList
from ..files.limits import MAX_COUNT, MAX_ID_CHARACTERS
from ..files.rows import Rows
from .query_references import NO_QUERY, QueryRef, QueryReferences, query_references

NO_ARTICLE: Final = "a click without article_id"
BAD_RANK: Final = "rank is not a whole number from 1"
BAD_CLICKS: Final = "clicks or shown is not a whole number, or there are more clicks than showings"

KIND: Final = "click log"
COLUMNS: Final = ("query_id", "text", "article_id", "rank", "clicks", "shown")
_CLICK: Final = "click"

Result = tuple[QueryRef, str, int]  # query, article_id, rank


def is_click_log(columns: Collection[str], settings: IngestSettings) -> bool:
    """Say whether a file's columns are those of a click log: clicks or events at ranks, and nobody's relevance."""
    found = match_columns(KIND, columns, settings.columns)
    judged = match_columns("judgments", columns, settings.columns)
    return "relevance" not in judged and "rank" in found and ("clicks" in found or "event" in found)


def read_click_rows(
    rows: Rows, rejects: RejectList, settings: IngestSettings, queries: Queries | None
) -> tuple[pd.DataFrame, int, tuple[str, ...]]:
    """Read the rows of a click log.

    Returns
    -------
    Table of ``COLUMNS`` ordered by query, article and rank, clicks added up per place, ``shown`` 0 where it is not
    known; how many rows were used; notes. Of a visits file only the clicks are read, the same one in one session once.
    """
    references = query_references(rows, KIND, ("article_id", "rank"), settings, queries)
    clicks: Counter[Result] = Counter()
    shown: Counter[Result] = Counter()
    unknown: set[Result] = set()
    n_used = 0
    is_click = _clicks_only(references, len(rows.lines))
    seen: set[tuple[str, Result]] = set()
    sessions = references.columns.get("session_id", [""] * len(rows.lines))
    for place, found, times, showings in _results(rows, references, rejects, is_click):
        session = label(sessions[place], MAX_ID_CHARACTERS)
        n_used += 1
        for result in found:
            if session and (session, result) in seen:
                continue
            seen.add((session, result))
            clicks[result] += times
            shown[result] += showings
            if not showings:
                unknown.add(result)
    ordered = sorted(clicks)
    table = pd.DataFrame(
        {
            "query_id": pd.Series([query_id for (query_id, _), *_ in ordered], dtype="str"),
            "text": pd.Series([text for (_, text), *_ in ordered], dtype="str"),
            "article_id": pd.Series([article_id for _, article_id, _ in ordered], dtype="str"),
            "rank": pd.Series([rank for *_, rank in ordered], dtype="int64"),
            "clicks": pd.Series([clicks[result] for result in ordered], dtype="int64"),
            "shown": pd.Series([0 if one in unknown else shown[one] for one in ordered], dtype="int64"),
        }
    )
    n_other = is_click.count(False)
    notes = (f"{rows.source}: {n_other} rows are no clicks and were passed over",) if n_other else ()
    return table, n_used, notes


def _clicks_only(references: QueryReferences, n_rows: int) -> list[bool]:
    events = references.columns.get("event")
    if events is None:
        return [True] * n_rows
    return [cell_text(event).strip().lower() == _CLICK for event in events]


def _results(
    rows: Rows, references: QueryReferences, rejects: RejectList, is_click: list[bool]
) -> Iterator[tuple[int, list[Result], int, int]]:
    """Yield place, results, clicks and showings of each usable row."""
    columns, n_rows = references.columns, len(rows.lines)
    ranks = plain_numbers(columns["rank"], whole=True)
    written_clicks = plain_numbers(columns.get("clicks", ["1"] * n_rows), whole=True)
    written_shown = plain_numbers(columns.get("shown", [""] * n_rows), whole=True)
    for place, line in enumerate(rows.lines):
        if not is_click[place]:
            continue
        article_id = label(columns["article_id"][place], MAX_ID_CHARACTERS)
        rank, clicks = whole_number(ranks[place], MAX_COUNT), whole_number(written_clicks[place], MAX_COUNT)
        shown = whole_number(written_shown[place], MAX_COUNT) if written_shown[place] else 0
        if not references.queries[place]:
            rejects.add(line, UNKNOWN_QUERY if references.is_named[place] else NO_QUERY)
        elif not article_id:
            rejects.add(line, NO_ARTICLE)
        elif rank < 1:
            rejects.add(line, BAD_RANK)
        elif clicks < 0 or shown < 0 or 0 < shown < clicks:
            rejects.add(line, BAD_CLICKS)
        else:
            yield place, [(query, article_id, rank) for query in references.queries[place]], clicks, shown

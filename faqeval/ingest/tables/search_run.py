"""What the site's own search returned: a TREC run, or a table with ranks."""

from typing import Final

import pandas as pd

from ...config import IngestSettings
from ...records import Queries
from ..cells.cells import label
from ..cells.numbers import plain_numbers, whole_number
from ..cells.reject_list import BETTER_RANK, SAME_ROW, UNKNOWN_QUERY, RejectList
from ..files.content import read_content
from ..files.encoding import decode
from ..files.frame import rows_of_frame
from ..files.limits import MAX_COUNT, MAX_ID_CHARACTERS
from ..files.reader import Source, rows_of_content
from ..files.reading import Reading
from ..files.rows import Rows
from .query_references import NO_QUERY, QueryRef, QueryReferences, TableRead, query_references
from .trec import is_trec_run, read_trec_run

BAD_RANK: Final = "rank is not a whole number"
NO_ARTICLE: Final = "no article_id"

_KIND: Final = "search run"


Result = tuple[QueryRef, str, int, int]  # query, article_id, rank, line


def read_search_run(source: Source, settings: IngestSettings, queries: Queries | None = None) -> TableRead:
    """Read the results of a search.

    Parameters
    ----------
    source : path, ``-`` for standard input, or DataFrame
    settings : how files are read
    queries : the queries of the run; see ``read_judgments``

    Returns
    -------
    TableRead whose table has ``query_id`` and ``text`` (see ``read_judgments``), ``article_id`` and ``rank`` (int64,
    1 = first), ordered by query and rank. A row with neither article nor rank says that the query had no result:
    ``article_id`` "" and ``rank`` 0.

    Raises
    ------
    FileUnreadable, ColumnMissing, NothingUsable, TooManyRejects, ConfigError
    """
    rows = _rows(source)
    rejects = RejectList(rows, _KIND)
    references = query_references(rows, _KIND, ("article_id", "rank"), settings, queries)
    found, notes = _results(rows, references, rejects)
    best = _best_ranks(found, rejects)
    table = pd.DataFrame(
        {
            "query_id": pd.Series([query_id for (query_id, _), *_ in best], dtype="str"),
            "text": pd.Series([text for (_, text), *_ in best], dtype="str"),
            "article_id": pd.Series([article_id for _, article_id, *_ in best], dtype="str"),
            "rank": pd.Series([rank for _, _, rank, _ in best], dtype="int64"),
        }
    )
    n_used = len({line for *_, line in best})
    rejects.check(rows.n_read, n_used, settings.max_reject_share)
    ordered = table.sort_values(["query_id", "text", "rank", "article_id"], kind="stable", ignore_index=True)
    return TableRead(ordered, rejects.table(), rows.n_read, n_used, rows.checksum, rows.source, rows.notes + notes)


def _rows(source: Source) -> Rows:
    if isinstance(source, pd.DataFrame):
        return rows_of_frame(source, _KIND)
    content = read_content(source, _KIND)
    if is_trec_run(content.data):
        text, notes = decode(content, _KIND)
        return read_trec_run(text, content.name, content.checksum, notes)
    return rows_of_content(content, Reading(_KIND))


def _results(rows: Rows, references: QueryReferences, rejects: RejectList) -> tuple[list[Result], tuple[str, ...]]:
    """Return the usable rows; ranks that begin at 0 are moved up by one."""
    found: list[Result] = []
    ranks = plain_numbers(references.columns["rank"], whole=True)
    for place, line in enumerate(rows.lines):
        article_id = label(references.columns["article_id"][place], MAX_ID_CHARACTERS)
        written = ranks[place]
        rank = whole_number(written, MAX_COUNT)
        if not references.queries[place]:
            rejects.add(line, UNKNOWN_QUERY if references.is_named[place] else NO_QUERY)
        elif not article_id and written in ("", "0"):
            found.extend((query, "", 0, line) for query in references.queries[place])
        elif not article_id:
            rejects.add(line, NO_ARTICLE)
        elif rank < 0:
            rejects.add(line, BAD_RANK)
        else:
            found.extend((query, article_id, rank, line) for query in references.queries[place])
    if not any(article_id and rank == 0 for _, article_id, rank, _ in found):
        return found, ()
    moved = [(query, article_id, rank + bool(article_id), line) for query, article_id, rank, line in found]
    return moved, (f"{rows.source}: ranks begin at 0 and were moved up by one",)


def _best_ranks(found: list[Result], rejects: RejectList) -> list[Result]:
    """Keep the best rank of each article for each query; a query with results is none without."""
    with_results = {query for query, article_id, *_ in found if article_id}
    best: dict[tuple[QueryRef, str], Result] = {}
    spare: set[tuple[int, str]] = set()
    for result in sorted(found, key=lambda result: (result[2], result[3], result[0], result[1])):
        query, article_id, _, line = result
        if (query, article_id) in best or (not article_id and query in with_results):
            spare.add((line, BETTER_RANK if article_id else SAME_ROW))
        else:
            best[query, article_id] = result
    used = {line for *_, line in best.values()}
    for line, reason in sorted(spare):
        if line not in used:
            rejects.add(line, reason)
    return list(best.values())

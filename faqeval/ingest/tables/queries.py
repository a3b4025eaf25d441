"""Queries from any file: each row is folded into a query or refused with a reason."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ...config import IngestSettings
from ...records import Queries
from ...text import SUPPORTED
from ..cells.reject_list import RejectList
from ..files.reader import Source, read_rows
from ..files.reading import Reading
from .query_folding import fold_queries
from .query_rows import query_rows


@dataclass(frozen=True, slots=True)
class QueriesRead:
    """What came out of a queries file."""

    queries: Queries
    rejects: pd.DataFrame  # columns of REJECT_COLUMNS
    n_read: int  # rows
    n_used: int  # rows that were folded into a query
    checksum: str  # SHA-256 of the file, or of the table's rows
    source: str  # what the file is called in rejects
    notes: tuple[str, ...] = ()  # sentences for the user; nothing of the content


def read_queries(
    source: Source,
    settings: IngestSettings,
    *,
    languages: Sequence[str],
    prior: Mapping[str, float],
    public_phones: Collection[str] = (),
) -> QueriesRead:
    """Read customers' queries, mask personal data and fold equal ones.

    Parameters
    ----------
    source : path, ``-`` for standard input, or DataFrame
    settings : how files are read
    languages : languages among which an undeclared one is looked for; () takes all that are supported
    prior : weight per language, e.g. its share of the articles
    public_phones : phone numbers of the company, as ``public_phones`` finds them in its articles; they stay

    Raises
    ------
    FileUnreadable, ColumnMissing, NothingUsable, TooManyRejects, ConfigError
    """
    rows = read_rows(source, Reading("queries", mapping=settings.columns))
    rejects = RejectList(rows, "queries")
    cleaned = query_rows(rows, rejects, settings, public_phones)
    n_used = len(cleaned.ids)
    rejects.check(rows.n_read, n_used, settings.max_reject_share)
    folded = fold_queries(cleaned, tuple(languages) or SUPPORTED, prior)
    queries = replace(folded, public_phones=frozenset(public_phones))
    notes = rows.notes + cleaned.notes
    if cleaned.n_cut:
        notes += (f"{rows.source}: {cleaned.n_cut} queries were cut to {settings.max_text_characters} characters",)
    return QueriesRead(queries, rejects.table(), rows.n_read, n_used, rows.checksum, rows.source, notes)

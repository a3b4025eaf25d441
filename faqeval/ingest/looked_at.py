"""How a file is read: what it was taken for, and what becomes of its columns and rows."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pandas as pd

from ..config import IngestSettings, JourneySettings
from ..errors import ConfigError, FileUnreadable
from ..records import Article
from .cells.cells import cell_text
from .cells.clean_text import clean_text
from .cells.columns import match_columns
from .cells.moments import read_moments
from .cells.publication import publication_columns
from .engines import open_engine
from .files.content import STANDARD_INPUT
from .files.reader import read_rows
from .files.reading import Reading
from .files.rows import Rows
from .logs.contacts import read_contacts
from .logs.pseudonyms import new_key
from .logs.visits import read_visits
from .tables.articles import read_articles
from .tables.judgments import read_judgments
from .tables.queries import read_queries

KINDS: Final = ("articles", "queries", "visits", "contacts", "judgments")
_N_SHOWN: Final = 3
_MAX_CELL: Final = 80  # characters
_PEOPLE: Final = ("customer_id", "session_id", "browser_id")
_TELLING: Final = (  # a file that has all of these columns is probably of that kind; the first that fits is taken
    ("visits", ("session_id", "at", "event")),
    ("articles", ("title", "body")),
    ("judgments", ("article_id", "query_id")),
    ("contacts", ("customer_id", "at", "channel")),
    ("queries", ("text",)),
    ("contacts", ("customer_id", "at")),
    ("articles", ("title",)),
    ("articles", ("body",)),
)


@dataclass(frozen=True, slots=True)
class LookedAt:
    """How one file was read."""

    source: str
    kind: str  # one of KINDS
    form: str  # as "CSV, cells parted by commas"
    header: str  # where the names of the columns stand; "" where there is no choice
    columns: Mapping[str, str]  # our name, or "published" -> the file's own
    passed_over: tuple[str, ...]  # columns that nothing was taken from
    first_rows: tuple[Mapping[str, str], ...]  # as understood, personal data masked
    n_read: int
    n_used: int
    left_out: tuple[tuple[str, tuple[int, ...]], ...]  # reason, and lines; line 0 stands for rows that are not listed
    notes: tuple[str, ...]


def look_at_file(
    source: str, settings: IngestSettings, journeys: JourneySettings, kind: str = "", preset: str = ""
) -> LookedAt:
    """Read a file and say how it was read.

    Parameters
    ----------
    source : path.
    kind : one of ``KINDS``; "" finds it out by the file's name, else by its columns.
    preset : name of a CMS format; "" finds it out.

    Raises
    ------
    InputError, ConfigError
        Those that reading the file in an evaluation would raise.
    """
    if source == STANDARD_INPUT:
        raise FileUnreadable("faqeval doctor must be given a file. Got standard input. Save it to a file first.")
    if kind and kind not in KINDS:
        raise ConfigError(f"--as must be one of {', '.join(KINDS)}. Got {kind!r}. Leave it out to have it found out.")
    kind = kind or _kind(source, settings)
    chosen = (preset or settings.articles_format) if kind == "articles" else ""
    rows = read_rows(source, Reading(kind, chosen, kind == "articles" and not chosen, settings.columns))
    columns = match_columns(kind, rows.columns, settings.columns)
    if kind == "queries" and "text" not in columns and "count" in columns and next(iter(rows.columns)) == "":
        columns["text"] = ""
    says = publication_columns(rows.columns) if kind == "articles" else []
    used = {**columns, **({"published": ", ".join(says)} if says else {})}
    if kind in ("visits", "contacts"):
        read, first = _log(source, kind, settings, journeys), _log_rows(rows, columns, settings)
    else:
        read, first = _TABLES[kind](source, settings, preset)
    left_out: dict[str, list[int]] = {}
    for line, reason in zip(read.rejects["line"].tolist(), read.rejects["reason"].tolist(), strict=True):
        left_out.setdefault(reason, []).append(line)
    return LookedAt(
        source=rows.source,
        kind=kind,
        form=rows.form,
        header=rows.header,
        columns={ours: clean_text(written, "", settings)[0] for ours, written in used.items()},
        passed_over=tuple(
            clean_text(name, "", settings)[0] for name in rows.columns if name not in (*columns.values(), *says)
        ),
        first_rows=tuple(first),
        n_read=read.n_read,
        n_used=read.n_used,
        left_out=tuple((reason, tuple(lines)) for reason, lines in left_out.items()),
        notes=tuple(read.notes),
    )


def _kind(source: str, settings: IngestSettings) -> str:
    name = Path(source).name.lower()
    named = [kind for kind in KINDS if kind in name]
    if len(named) == 1:
        return named[0]
    rows = read_rows(source, Reading("articles", find_preset=True, mapping=settings.columns))
    found = {kind: match_columns(kind, rows.columns, settings.columns) for kind in KINDS}
    return next((kind for kind, needed in _TELLING if all(name in found[kind] for name in needed)), "queries")


def _articles(source: str, settings: IngestSettings, preset: str) -> tuple[Any, list[Mapping[str, str]]]:
    read = read_articles(source, settings, preset=preset)
    return read, [_article_row(article) for article in read.articles[:_N_SHOWN]]


def _article_row(article: Article) -> Mapping[str, str]:
    cells = {"id": article.article_id, "language": article.language, "title": article.title, "body": article.body}
    more = {"url": article.url, "category": article.category, "updated_at": article.updated_at}
    return _short({**cells, **more}.items())


def _queries(source: str, settings: IngestSettings, _preset: str) -> tuple[Any, list[Mapping[str, str]]]:
    read = read_queries(source, settings, languages=settings.languages, prior={})
    rows = dict.fromkeys(read.queries.row_query.tolist())
    return read, _table_rows(read.queries.table.iloc[list(rows)[:_N_SHOWN]])


def _judgments(source: str, settings: IngestSettings, _preset: str) -> tuple[Any, list[Mapping[str, str]]]:
    read = read_judgments(source, settings)
    return read, _table_rows(read.table.head(_N_SHOWN))


_TABLES: Final[Mapping[str, Callable[[str, IngestSettings, str], tuple[Any, list[Mapping[str, str]]]]]] = {
    "articles": _articles,
    "queries": _queries,
    "judgments": _judgments,
}


def _log(source: str, kind: str, settings: IngestSettings, journeys: JourneySettings) -> Any:
    reader = read_visits if kind == "visits" else read_contacts
    with closing(open_engine(journeys)) as engine:
        return reader(source, settings, engine, (), new_key(settings), prior={})


def _log_rows(rows: Rows, columns: Mapping[str, str], settings: IngestSettings) -> list[Mapping[str, str]]:
    """Return the first rows of a log; who it was is not shown, only whether it is said."""
    moments = read_moments(rows.columns[columns["at"]] if "at" in columns else ()).iso
    shown = []
    for place in range(min(_N_SHOWN, len(rows.lines))):
        cells = {ours: cell_text(rows.columns[written][place]) for ours, written in columns.items()}
        safe = {
            ours: ("(given)" if cell else "") if ours in _PEOPLE else clean_text(cell, "", settings)[0]
            for ours, cell in cells.items()
        }
        shown.append(_short({**safe, "at": moments[place] or "(cannot be read)"}.items()))
    return shown


def _table_rows(table: pd.DataFrame) -> list[Mapping[str, str]]:
    return [_short((str(name), str(cell)) for name, cell in row.items()) for row in table.to_dict(orient="records")]


def _short(cells: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    lines = ((name, " ".join(cell.split())) for name, cell in cells)
    return {name: cell if len(cell) <= _MAX_CELL else f"{cell[: _MAX_CELL - 1]}…" for name, cell in lines if cell}

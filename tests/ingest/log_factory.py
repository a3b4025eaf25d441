"""Small logs for tests: articles, settings, and frames as plain rows."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd

from faqeval.config import IngestSettings
from faqeval.ingest import read_contacts, read_visits
from faqeval.ingest.engines import Engine
from faqeval.records import Article, LogRead
from tests.factories import article

KEY: Final = b"a key for tests"
SETTINGS: Final = IngestSettings(max_reject_share=1)
ARTICLES: Final[tuple[Article, ...]] = tuple(
    article(name, name, "Text.", url=f"https://www.example.com/faq/{name}") for name in ("pin", "bill", "move")
)
DAY: Final = "2026-10-05"
VISIT_COLUMNS: Final = ("session_id", "at", "event", "customer_id", "article_id", "url", "query", "rank")


def at(clock: str) -> int:
    """Return a moment of the day of the tests in seconds UTC."""
    return int(pd.Timestamp(f"{DAY}T{clock}Z").timestamp())


def event(session: str, clock: str, name: str, **more: object) -> dict[str, object]:
    """Return one event of the day of the tests."""
    return {"session_id": session, "at": f"{DAY} {clock}", "event": name, **more}


def contact(customer: str, clock: str, **more: object) -> dict[str, object]:
    """Return one contact of the day of the tests."""
    return {"customer_id": customer, "at": f"{DAY} {clock}", **more}


def visits(
    source: pd.DataFrame | Path | list[dict[str, object]],
    engine: Engine,
    settings: IngestSettings = SETTINGS,
    key: bytes = KEY,
    callers: Any = None,
) -> LogRead:
    """Read visits from rows, a table or a file."""
    given = pd.DataFrame(source) if isinstance(source, list) else source
    return read_visits(given, settings, engine, ARTICLES, key, prior={"en": 1.0}, callers=callers)


def contacts(
    source: pd.DataFrame | Path | list[dict[str, object]],
    engine: Engine,
    settings: IngestSettings = SETTINGS,
    key: bytes = KEY,
) -> LogRead:
    """Read contacts from rows, a table or a file."""
    given = pd.DataFrame(source) if isinstance(source, list) else source
    return read_contacts(given, settings, engine, ARTICLES, key, prior={"en": 1.0})


def rows_of(read: LogRead, order: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """Return the rows of a frame, sorted by the given columns, else by all of them; None for null."""
    names = read.frame.collect_schema().names()
    records: list[dict[str, Any]] = read.frame.collect().to_arrow().to_pylist()

    def place(row: Mapping[str, Any]) -> tuple[tuple[bool, Any], ...]:
        return tuple((row[name] is not None, row[name] or 0) for name in (*order, *sorted(names)))

    return sorted(records, key=place)


def column(read: LogRead, name: str) -> list[Any]:
    """Return one column in the order of time."""
    return [row[name] for row in rows_of(read, ("at_s", "session") if "session" in read.frame.columns else ("at_s",))]

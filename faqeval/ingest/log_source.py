"""Opens a log: small or unusual files row by row, large CSV and Parquet files lazily on the engine."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from ..config import IngestSettings
from ..errors import FileUnreadable
from .cells import cell_text
from .columns import column_missing, match_columns
from .content import STANDARD_INPUT
from .delimited import sniff_delimiter
from .engines import LINE, Engine
from .moments import iso_moments
from .reader import Source, read_rows
from .reading import Reading

if TYPE_CHECKING:
    import narwhals as nw

LAZY_FROM_BYTES: Final = 16 * 2**20  # a smaller CSV is read row by row: any encoding, any date, exact lines
_HEAD_BYTES: Final = 65_536
_PARQUET: Final = b"PAR1"
_NOT_PLAIN: Final = (b"\xff\xfe", b"\xfe\xff", b"PK\x03\x04", b"\x1f\x8b", b"{", b"[", b"<")


@dataclass(frozen=True, slots=True)
class LogSource:
    """A log as text columns of our names, with the ``line`` of each row (0: the engine cannot tell)."""

    frame: "nw.LazyFrame[Any]"
    columns: frozenset[str]  # those that the file has
    source: str
    checksum: str
    unread: tuple[tuple[int, str], ...]  # line and reason of rows that could not be cut into cells
    notes: tuple[str, ...]


def open_log(
    source: Source, kind: str, required: Sequence[str], wanted: Sequence[str], settings: IngestSettings, engine: Engine
) -> LogSource:
    """Open a log file.

    Parameters
    ----------
    kind : ``visits`` or ``contacts``
    required : our columns of which the file must have each.
    wanted : our columns that the frame shall have; those that the file lacks are null.

    Raises
    ------
    FileUnreadable, ColumnMissing, ConfigError
    """
    lazily = None if isinstance(source, pd.DataFrame) else _lazily_read(source, kind)
    if lazily is None:
        return _read_row_by_row(source, kind, required, wanted, settings, engine)
    path, delimiter = lazily
    scanned = engine.scan(path, delimiter)
    names = [name for name in scanned.collect_schema().names() if name != LINE]
    found = _matched(kind, names, required, Path(path).name, settings)
    import narwhals as nw

    frame = scanned.select(
        *(
            nw.col(found[ours]).alias(ours) if ours in found else nw.lit(None, dtype=nw.String).alias(ours)
            for ours in wanted
        ),
        nw.col(LINE),
    )
    return LogSource(frame, frozenset(found), Path(path).name, _checksum(path), (), ())


def _matched(
    kind: str, names: Sequence[str], required: Sequence[str], source: str, settings: IngestSettings
) -> dict[str, str]:
    found = match_columns(kind, names, settings.columns)
    for column in required:
        if column not in found:
            raise column_missing(kind, f"'{column}'", names, source)
    return found


def _read_row_by_row(
    source: Source,
    kind: str,
    required: Sequence[str],
    wanted: Sequence[str],
    settings: IngestSettings,
    engine: Engine,
) -> LogSource:
    rows = read_rows(source, Reading(kind))
    found = _matched(kind, list(rows.columns), required, rows.source, settings)
    columns: dict[str, Sequence[str]] = {
        ours: [cell_text(cell) for cell in rows.columns[written]] for ours, written in found.items() if ours in wanted
    }
    if "at" in columns:
        columns["at"] = iso_moments(rows.columns[found["at"]])
    blank = [""] * len(rows.lines)
    table = pd.DataFrame({ours: pd.Series(columns.get(ours, blank), dtype="str") for ours in wanted})
    table[LINE] = pd.Series(list(rows.lines), dtype="int64")
    return LogSource(engine.table(table), frozenset(found), rows.source, rows.checksum, rows.unread, rows.notes)


def _lazily_read(source: str | Path, kind: str) -> tuple[str, str] | None:
    """Return path and delimiter of a file that the engine reads itself ("" for Parquet); None for all others."""
    written = str(source)
    if written == STANDARD_INPUT:
        return None
    if "://" in written:  # on a cluster's storage: nothing of it can be looked at here
        return written, "" if written.rstrip("/").endswith(".parquet") else ","
    path = Path(source)
    if path.is_dir() and any(path.glob("*.parquet")):
        return str(path / "*.parquet"), ""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return None  # the careful reader says what is wrong
    if head.startswith(_PARQUET):
        return str(path), ""
    if size < LAZY_FROM_BYTES or head.lstrip().startswith(_NOT_PLAIN):
        return None
    try:
        lines = head[: head.rfind(b"\n") + 1].decode("utf-8-sig").splitlines(keepends=True)
    except UnicodeDecodeError as exc:
        raise FileUnreadable(
            f"{kind} file of more than {LAZY_FROM_BYTES // 2**20} MiB must be UTF-8 CSV or Parquet. "
            f"Got another encoding in {path.name}. Save it as UTF-8 or Parquet, or split it."
        ) from exc
    return str(path), sniff_delimiter(lines, kind)


def _checksum(path: str) -> str:
    """Return the SHA-256 of the file, or of the names and sizes of the files that a folder of Parquet has."""
    if "://" in path:
        return ""
    file = Path(path)
    if file.name == "*.parquet":
        parts = sorted((part.name, part.stat().st_size) for part in file.parent.glob("*.parquet"))
        return hashlib.sha256(repr(parts).encode()).hexdigest()
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()

"""Opens a log: small or unusual files row by row, large CSV and Parquet files lazily on the engine."""

import codecs
import csv
import hashlib
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import narwhals as nw
import pandas as pd

from ...config import IngestSettings
from ...errors import FileUnreadable
from ..cells.cells import cell_text
from ..cells.columns import column_missing, match_columns, nested_columns
from ..cells.moments import Order, read_moments
from ..engines import BROKEN, LINE, CsvForm, Engine, EngineTrouble
from ..engines.engine import Scanned
from ..files.content import STANDARD_INPUT
from ..files.delimited import find_table
from ..files.reader import Source, read_rows
from ..files.reading import Reading
from .log_lines import look_at_lines, write_plain_copy
from .moment_layouts import with_iso_moments

LAZY_FROM_BYTES: Final = 16 * 2**20  # a smaller CSV is read row by row: any encoding, any date, exact lines
_HEAD_BYTES: Final = 65_536
_LINE_COLUMN: Final = "_line"
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
    left_out: Callable[[], dict[str, list[int]]]  # lines that the engine could not read; known once it is computed
    loaded: "nw.LazyFrame[Any] | None" = None  # what the engine holds of the file
    unread_form: str = ""  # form of a moment that cannot be read; "" when there is none


@dataclass(frozen=True, slots=True)
class _LazyFile:
    """A file that the engine reads itself; ``form`` None: Parquet."""

    paths: tuple[str, ...]
    form: CsvForm | None
    source: str
    checksum: str
    unread: tuple[tuple[int, str], ...] = ()

    @property
    def has_lines(self) -> bool:
        return self.form is not None and self.form.line_column != ""


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
    lazily = None if isinstance(source, pd.DataFrame) else _lazily_read(source, kind, engine, settings.columns)
    if lazily is None:
        return _read_row_by_row(source, kind, required, wanted, settings, engine)
    scanned = _scanned(lazily, engine, kind)
    names = [name for name in scanned.frame.collect_schema().names() if name not in (LINE, BROKEN, _LINE_COLUMN)]
    found = _matched(kind, names, required, lazily.source, settings)
    is_empty = nw.coalesce(*(nw.col(name) for name in names)).is_null()
    chosen = scanned.frame.select(
        *(
            nw.col(found[ours]).alias(ours) if ours in found else nw.lit(None, dtype=nw.String).alias(ours)
            for ours in wanted
        ),
        *(nw.col(name) for name in (LINE, BROKEN) if name == BROKEN or lazily.has_lines),
        is_empty=is_empty,
    )
    try:
        loaded = engine.load(chosen, scanned.first_line)
        rewritten = with_iso_moments(loaded.filter(~nw.col("is_empty")).drop("is_empty"), engine)
    except EngineTrouble as exc:
        raise _damaged(kind, lazily.source) from exc
    return LogSource(
        rewritten.frame, frozenset(found), lazily.source, lazily.checksum, lazily.unread,
        _order_notes(rewritten.order, lazily.source), scanned.left_out, loaded, rewritten.unread_form,
    )  # fmt: skip


def keep_log(frame: "nw.LazyFrame[Any]", engine: Engine, opened: LogSource, kind: str) -> "nw.LazyFrame[Any]":
    """Compute what was made of a log, and let go of the file's rows.

    Raises
    ------
    FileUnreadable
        If the file turns out to be damaged.
    """
    try:
        kept = engine.keep(frame)
    except EngineTrouble as exc:
        raise _damaged(kind, opened.source) from exc
    if opened.loaded is not None:
        engine.release(opened.loaded)
    return kept


def _scanned(file: _LazyFile, engine: Engine, kind: str) -> Scanned:
    try:
        return engine.scan(file.paths, file.form)
    except EngineTrouble as exc:
        raise _damaged(kind, file.source) from exc


def _damaged(kind: str, source: str) -> FileUnreadable:
    return FileUnreadable(
        f"{kind} file must be sound UTF-8 CSV or Parquet. Got a damaged one, or none: {source}. Write it again."
    )


def _matched(
    kind: str,
    names: Sequence[str],
    required: Sequence[str],
    source: str,
    settings: IngestSettings,
    header: str = "",
    nested: Sequence[str] = (),
) -> dict[str, str]:
    found = match_columns(kind, names, settings.columns)
    for column in required:
        if column not in found:
            raise column_missing(kind, f"'{column}'", names, source, header, nested)
    return found


def _read_row_by_row(
    source: Source,
    kind: str,
    required: Sequence[str],
    wanted: Sequence[str],
    settings: IngestSettings,
    engine: Engine,
) -> LogSource:
    rows = read_rows(source, Reading(kind, mapping=settings.columns))
    nested = nested_columns(rows.columns)
    found = _matched(kind, list(rows.columns), required, rows.source, settings, rows.header, nested)
    columns: dict[str, Sequence[str]] = {
        ours: [cell_text(cell) for cell in rows.columns[written]] for ours, written in found.items() if ours in wanted
    }
    moments = read_moments(rows.columns[found["at"]] if "at" in found else ())
    if "at" in columns:
        columns["at"] = moments.iso
    blank = [""] * len(rows.lines)
    table = pd.DataFrame({ours: pd.Series(columns.get(ours, blank), dtype="str") for ours in wanted})
    table[LINE] = pd.Series(list(rows.lines), dtype="int64")
    table[BROKEN] = False
    frame = engine.table(table)
    notes = rows.notes + _order_notes(moments.order, rows.source)
    return LogSource(
        frame, frozenset(found), rows.source, rows.checksum, rows.unread, notes, dict, unread_form=moments.unread_form
    )


def _order_notes(order: Order, source: str) -> tuple[str, ...]:
    return (order.in_words(source),) if order.is_guess else ()


def _lazily_read(source: str | Path, kind: str, engine: Engine, mapping: Mapping[str, str]) -> _LazyFile | None:
    """Return how the engine itself reads a file; None for files that are read row by row."""
    written = str(source)
    if written == STANDARD_INPUT:
        return None
    if "://" in written:
        return _on_a_cluster(written, kind, engine)
    path = Path(source)
    try:
        parts = sorted(path.glob("*.parquet")) if path.is_dir() else []
        if parts:
            return _LazyFile(tuple(map(str, parts)), None, path.name, _checksum_of_folder(parts))
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except (OSError, ValueError):
        return None  # the careful reader says what is wrong
    if head.startswith(_PARQUET):
        with path.open("rb") as file:
            return _LazyFile((str(path),), None, path.name, hashlib.file_digest(file, "sha256").hexdigest())
    if size < LAZY_FROM_BYTES or head.lstrip().startswith(_NOT_PLAIN):
        return None
    return _large_csv(path, head, kind, engine, mapping)


def _on_a_cluster(address: str, kind: str, engine: Engine) -> _LazyFile:
    """Return a file of which nothing can be looked at here."""
    if engine.name != "spark":
        raise FileUnreadable(
            f"{kind} file must be on this machine, or the engine Spark. Got an address: {address.rpartition('/')[2]}. "
            "Copy the file, or set journeys.engine to spark."
        )
    is_parquet = address.rstrip("/").endswith(".parquet")
    return _LazyFile((address,), None if is_parquet else CsvForm(",", ()), address.rstrip("/").rpartition("/")[2], "")


def _large_csv(path: Path, head: bytes, kind: str, engine: Engine, mapping: Mapping[str, str]) -> _LazyFile:
    """Return a CSV file of one record a line: the file itself, or a copy in which every record has its line."""
    text = codecs.getincrementaldecoder("utf-8-sig")(errors="replace").decode(head)
    lines = list(io.StringIO(text, newline=""))
    lines = lines[:-1] if len(head) == _HEAD_BYTES else lines  # the last one may be cut off
    n_above, delimiter = find_table(lines, kind, mapping)
    n_skipped = next((number for number, line in enumerate(lines, 1) if number > n_above and line.strip()), 0)
    looked = look_at_lines(path, delimiter)
    if not looked.is_utf8:
        raise FileUnreadable(
            f"{kind} file of more than {LAZY_FROM_BYTES // 2**20} MiB must be UTF-8 CSV or Parquet. "
            f"Got another encoding in {path.name}. Save it as UTF-8 or Parquet, or split it."
        )
    names = column_names(next(csv.reader([lines[n_skipped - 1]], delimiter=delimiter))) if n_skipped else ()
    if looked.is_plain:
        return _LazyFile((str(path),), CsvForm(delimiter, names, n_skipped), path.name, looked.checksum)
    copy = Path(engine.folder) / f"{kind}.csv"
    unread = write_plain_copy(path, delimiter, len(names), n_skipped, copy)
    form = CsvForm(delimiter, (*names, _LINE_COLUMN), 0, _LINE_COLUMN)
    return _LazyFile((str(copy),), form, path.name, looked.checksum, unread)


def column_names(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the names of a header's cells, each once as engines want it; of two alike the first keeps the name.

    Examples
    --------
    >>> column_names(["at", "At ", ""])
    ('at', 'At (2)', '(3)')
    """
    taken: set[str] = set()
    names = []
    for place, cell in enumerate(cells, 1):
        name = cell.strip()
        name = f"{name} ({place})".strip() if not name or name.casefold() in taken else name
        taken.add(name.casefold())
        names.append(name)
    return tuple(names)


def _checksum_of_folder(parts: Sequence[Path]) -> str:
    """Return the SHA-256 of the names and sizes of the files that a folder of Parquet has."""
    return hashlib.sha256(repr([(part.name, part.stat().st_size) for part in parts]).encode()).hexdigest()

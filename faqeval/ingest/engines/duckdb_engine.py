"""DuckDB: embedded, on all cores, and on disk for what does not fit its memory."""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from typing import Any, Final

import duckdb
import narwhals as nw
import pandas as pd

from ...errors import ConfigError
from ..files.delimited import TOO_MANY_CELLS
from .engine import BROKEN, HASH_DIGITS, LINE, NOT_CUT, CsvForm, EngineTrouble, Scanned, hmac_pads

_MORE: Final = "_more"  # cells behind the last column; a delimiter at the end of every row is common
_GLOB: Final = re.compile(r"([*?\[])")


class DuckDbEngine:
    """One connection of its own, with a private folder for what spills; both are gone after ``close``."""

    name = "duckdb"

    def __init__(self, memory_gb: float) -> None:
        self._memory_gb = memory_gb
        self.folder = tempfile.mkdtemp(prefix="faqeval-")  # mode 0700: nobody else reads what spills
        self._connection = duckdb.connect(
            config={
                "memory_limit": f"{memory_gb * 1000:.0f}MB",
                "temp_directory": self.folder,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            }
        )
        self._names: Iterator[str] = (f"kept_{number}" for number in count())
        self._kept: set[str] = set()

    def scan(self, paths: Sequence[str], form: CsvForm | None) -> Scanned:
        """Open a CSV file or Parquet files."""
        files = ", ".join(_literal(_GLOB.sub(r"[\1]", path)) for path in paths)
        if form is None:
            return self._scan_parquet(files)
        rejects = next(self._names)
        columns = ", ".join(f"{_literal(name)}: 'VARCHAR'" for name in (*form.names, _MORE))
        rows = self._connection.sql(
            f"select * from read_csv([{files}], columns={{{columns}}}, auto_detect=false, header=false, "
            f"skip={form.n_skipped}, delim={_literal(form.delimiter)}, quote='\"', escape='\"', null_padding=true, "
            f"ignore_errors=true, store_rejects=true, rejects_table='{rejects}', rejects_scan='{rejects}_files')"
        )
        more = f'"{_MORE}"'
        line = f', cast("{_quoted(form.line_column)}" as bigint) as {LINE}' if form.line_column else ""
        frame = nw.from_native(rows.project(f"* exclude ({more}), coalesce(trim({more}), '') <> '' as {BROKEN}{line}"))
        return Scanned(frame, form.n_skipped + 1, lambda: self._left_out(rejects))

    def _scan_parquet(self, files: str) -> Scanned:
        try:
            rows = self._connection.sql(f"select * from read_parquet([{files}])")
        except duckdb.Error as exc:
            raise EngineTrouble from exc
        columns = ", ".join(
            f'{_as_text(name, str(kind))} as "{_quoted(name)}"'
            for name, kind in zip(rows.columns, rows.types, strict=True)
        )
        return Scanned(nw.from_native(rows.project(f"{columns}, false as {BROKEN}")), 1, dict)

    def _left_out(self, rejects: str) -> dict[str, list[int]]:
        """Return the lines of the rows that the scan set aside, by reason."""
        is_more = "bool_or(error_type = 'TOO MANY COLUMNS')"
        # fetchone would leave the result open, and DuckDB 2 then refuses all other work on the connection
        found = self._connection.execute(
            f"select line, {is_more} from {rejects} group by line order by line"
        ).fetchall()
        lines: dict[str, list[int]] = {}
        for line, has_more in found:
            lines.setdefault(TOO_MANY_CELLS if has_more else NOT_CUT, []).append(int(line))
        return lines

    def load(self, frame: "nw.LazyFrame[Any]", first_line: int) -> "nw.LazyFrame[Any]":
        """Copy the rows in, in the order of the file, and count them.

        A window that numbers rows would bind all that is computed behind it to one core.
        """
        loaded = self._created(frame.to_native())
        if LINE in frame.collect_schema().names():
            return loaded
        rows = loaded.to_native()
        numbered: nw.LazyFrame[Any] = nw.from_native(
            rows.project(f"*, rowid + {first_line} as {LINE}").set_alias(rows.alias)
        )
        return numbered

    def table(self, rows: pd.DataFrame) -> "nw.LazyFrame[Any]":
        """Copy a small table in."""
        return self._created(self._connection.from_df(rows))

    def epoch_seconds(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace date-times by seconds."""
        return self._replaced(frame, column, f'cast(floor(epoch(try_cast("{column}" as timestamp))) as bigint)')

    def number(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace texts by numbers."""
        return self._replaced(frame, column, f'try_cast("{column}" as double)')

    def cut(
        self, frame: "nw.LazyFrame[Any]", column: str, pattern: str, groups: Mapping[str, int]
    ) -> "nw.LazyFrame[Any]":
        """Add a column per group of a pattern."""
        cells = ", ".join(
            f'coalesce(regexp_extract("{column}", {_literal(pattern)}, {group}), \'\') as "{name}"'
            for name, group in groups.items()
        )
        cut: nw.LazyFrame[Any] = nw.from_native(frame.to_native().project(f"*, {cells}"))
        return cut

    def look(self, frame: "nw.LazyFrame[Any]") -> pd.DataFrame:
        """Return the few rows of a small frame."""
        with self._trouble_named():
            rows: pd.DataFrame = frame.collect().to_pandas()
        return rows

    def keyed_hash(self, frame: "nw.LazyFrame[Any]", column: str, key: bytes) -> "nw.LazyFrame[Any]":
        """Replace texts by keyed hashes."""
        inner, outer = hmac_pads(key)
        message = f"unhex('{inner}') || encode(\"{column}\")"
        digest = f"sha256(unhex('{outer}') || unhex(sha256({message})))"
        hashed = f"cast('0x' || substr({digest}, 1, {HASH_DIGITS}) as bigint)"
        return self._replaced(frame, column, f'case when "{column}" is not null then {hashed} end')

    def keep(self, frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
        """Compute a frame into a table of its own."""
        return self._created(frame.to_native())

    def _created(self, rows: duckdb.DuckDBPyRelation) -> "nw.LazyFrame[Any]":
        name = next(self._names)
        with self._trouble_named():  # a damaged file shows only now
            rows.create(name)
        self._kept.add(name)
        created: nw.LazyFrame[Any] = nw.from_native(self._connection.table(name))
        return created

    @contextmanager
    def _trouble_named(self) -> Iterator[None]:
        try:
            yield
        except duckdb.OutOfMemoryException as exc:
            raise ConfigError(
                f"journeys.memory_gb must be enough for visits and contacts. Got {self._memory_gb:g}, which is not, "
                "in DuckDB. Raise it, or set journeys.engine to spark."
            ) from exc
        except duckdb.Error as exc:
            raise EngineTrouble from exc

    def release(self, frame: "nw.LazyFrame[Any]") -> None:
        """Drop the table of a frame that is needed no more."""
        name = frame.to_native().alias
        if name in self._kept:
            self._kept.remove(name)
            self._connection.execute(f"drop table {name}")

    def close(self) -> None:
        """Forget all tables and remove what was spilled."""
        self._connection.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _replaced(self, frame: "nw.LazyFrame[Any]", column: str, expression: str) -> "nw.LazyFrame[Any]":
        replaced: nw.LazyFrame[Any] = nw.from_native(
            frame.to_native().project(f'* replace ({expression} as "{column}")')
        )
        return replaced


def _quoted(name: str) -> str:
    return name.replace('"', '""')


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _as_text(name: str, kind: str) -> str:
    """Return a column as text; whole numbers without ".0", for ids become floats where some are missing."""
    column = f'"{_quoted(name)}"'
    if kind in ("FLOAT", "DOUBLE"):
        is_usual = f"isfinite({column}) and abs({column}) < 1e15"
        whole, part = (f"cast(cast({column} as {number}) as varchar)" for number in ("bigint", "decimal(24, 6)"))
        return f"case when not ({is_usual}) then null when {column} = floor({column}) then {whole} else {part} end"
    return f"cast({column} as varchar)"

"""DuckDB: embedded, on all cores, and on disk for what does not fit its memory."""

import shutil
import tempfile
from collections.abc import Iterator
from itertools import count
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd

from .engine import HASH_DIGITS, LINE, hmac_pads


class DuckDbEngine:
    """One connection of its own, with a private folder for what spills; both are gone after ``close``."""

    name = "duckdb"

    def __init__(self, memory_gb: float) -> None:
        self._folder = tempfile.mkdtemp(prefix="faqeval-")  # mode 0700: nobody else reads what spills
        self._connection = duckdb.connect(
            config={
                "memory_limit": f"{memory_gb * 1000:.0f}MB",
                "temp_directory": self._folder,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
            }
        )
        self._names: Iterator[str] = (f"kept_{number}" for number in count())

    def scan(self, path: str, delimiter: str) -> "nw.LazyFrame[Any]":
        """Open a CSV or Parquet file."""
        if delimiter:
            rows = self._connection.read_csv(
                path, delimiter=delimiter, header=True, all_varchar=True, ignore_errors=True, store_rejects=True,
                null_padding=False, quotechar='"',
            )  # fmt: skip
            first = 2
        else:
            rows = self._connection.read_parquet(path)
            first = 1
        columns = ", ".join(f'cast("{_quoted(name)}" as varchar) as "{_quoted(name)}"' for name in rows.columns)
        return nw.from_native(rows.project(f"{columns}, row_number() over () + {first - 1} as {LINE}"))

    def n_broken(self) -> int:
        """Return how many rows could not be cut into columns."""
        try:
            found = self._connection.execute("select count(*) from (select distinct scan_id, line from reject_errors)")
        except duckdb.CatalogException:  # nothing was scanned
            return 0
        # fetchone would leave the result open, and DuckDB 2 then refuses all other work on the connection
        return sum(int(n) for (n,) in found.fetchall())

    def table(self, rows: pd.DataFrame) -> "nw.LazyFrame[Any]":
        """Copy a small table in."""
        return self.keep(nw.from_native(self._connection.from_df(rows)))

    def epoch_seconds(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace date-times by seconds."""
        return self._replaced(frame, column, f'cast(floor(epoch(try_cast("{column}" as timestamp))) as bigint)')

    def number(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace texts by numbers."""
        return self._replaced(frame, column, f'try_cast("{column}" as double)')

    def keyed_hash(self, frame: "nw.LazyFrame[Any]", column: str, key: bytes) -> "nw.LazyFrame[Any]":
        """Replace texts by keyed hashes."""
        inner, outer = hmac_pads(key)
        message = f"unhex('{inner}') || encode(\"{column}\")"
        digest = f"sha256(unhex('{outer}') || unhex(sha256({message})))"
        hashed = f"cast('0x' || substr({digest}, 1, {HASH_DIGITS}) as bigint)"
        return self._replaced(frame, column, f'case when "{column}" is not null then {hashed} end')

    def keep(self, frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
        """Compute a frame into a table of its own."""
        name = next(self._names)
        frame.to_native().create(name)
        return nw.from_native(self._connection.table(name))

    def close(self) -> None:
        """Forget all tables and remove what was spilled."""
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _replaced(self, frame: "nw.LazyFrame[Any]", column: str, expression: str) -> "nw.LazyFrame[Any]":
        replaced: nw.LazyFrame[Any] = nw.from_native(
            frame.to_native().project(f'* replace ({expression} as "{column}")')
        )
        return replaced


def _quoted(name: str) -> str:
    return name.replace('"', '""')

"""What an engine must be able to do; all else is written once, in narwhals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

import pandas as pd

if TYPE_CHECKING:
    import narwhals as nw

LINE: Final = "line"  # of every loaded row: its number in the file, the header being 1; 0 where an engine cannot tell
BROKEN: Final = "is_broken"  # of every scanned row: it has more cells than the header has columns
NOT_CUT: Final = "cannot be cut into cells, or is no UTF-8"
HASH_DIGITS: Final = 15  # hexadecimal digits kept of a keyed hash: 60 bits, always a positive int64


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a CSV file is written: UTF-8, one record a line."""

    delimiter: str
    names: tuple[str, ...]  # of its columns, each once; () = what its first line says
    n_skipped: int = 1  # lines before the first row
    line_column: str = ""  # the column that holds the row's line; "" = the rows are counted


@dataclass(frozen=True, slots=True)
class Scanned:
    """Rows of a file: its columns as text, ``BROKEN``, and ``LINE`` where a column of the file holds it."""

    frame: "nw.LazyFrame[Any]"
    first_line: int  # of the first row
    left_out: Callable[[], dict[str, list[int]]]  # lines that could not be read, by reason; known once it is computed


class EngineTrouble(Exception):
    """A file turned out to be damaged, or no such file at all, while the engine read it."""


class Engine(Protocol):
    """Reads files lazily, keeps frames, and computes the few things that narwhals has no word for."""

    name: str
    folder: str  # private, for large files that are needed meanwhile; gone after ``close``

    def scan(self, paths: Sequence[str], form: CsvForm | None) -> Scanned:
        """Open a CSV file, or Parquet files (``form`` None). Rows that are too short are filled up with null."""

    def load(self, frame: "nw.LazyFrame[Any]", first_line: int) -> "nw.LazyFrame[Any]":
        """Return the rows of a scan, or of some of its columns, with ``LINE``; read once where the engine counts lines.

        Raises
        ------
        EngineTrouble
            If a file turns out to be damaged.
        """

    def table(self, rows: pd.DataFrame) -> "nw.LazyFrame[Any]":
        """Turn a small table into a frame of this engine."""

    def epoch_seconds(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace ``2026-11-30T12:05:00`` by seconds since 1970, as if it were UTC; null for no such moment."""

    def number(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace texts by the numbers (float64) that they write; null where they write none."""

    def cut(
        self, frame: "nw.LazyFrame[Any]", column: str, pattern: str, groups: Mapping[str, int]
    ) -> "nw.LazyFrame[Any]":
        """Add a text column per group of a pattern, by its number; "" where the pattern does not match."""

    def look(self, frame: "nw.LazyFrame[Any]") -> pd.DataFrame:
        """Return the few rows of a small frame.

        Raises
        ------
        EngineTrouble
            If a file turns out to be damaged.
        """

    def keyed_hash(self, frame: "nw.LazyFrame[Any]", column: str, key: bytes) -> "nw.LazyFrame[Any]":
        """Replace texts by the first 60 bits of their HMAC-SHA256 (int64); null stays null."""

    def keep(self, frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
        """Compute a frame once and return the result, so that what is built on it does not compute it again."""

    def release(self, frame: "nw.LazyFrame[Any]") -> None:
        """Give back what ``keep`` holds of a frame that is needed no more."""

    def close(self) -> None:
        """Give memory and files back."""


def hmac_pads(key: bytes) -> tuple[str, str]:
    """Return the inner and the outer pad of HMAC-SHA256 (RFC 2104) as hexadecimal digits."""
    from hashlib import sha256

    block = (sha256(key).digest() if len(key) > 64 else key).ljust(64, b"\0")
    return bytes(byte ^ 0x36 for byte in block).hex(), bytes(byte ^ 0x5C for byte in block).hex()

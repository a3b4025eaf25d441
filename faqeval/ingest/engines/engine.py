"""What an engine must be able to do; all else is written once, in narwhals."""

from typing import TYPE_CHECKING, Any, Final, Protocol

import pandas as pd

if TYPE_CHECKING:
    import narwhals as nw

LINE: Final = "line"  # of every scanned row: its number in the file, the header being 1; 0 where an engine cannot tell
HASH_DIGITS: Final = 15  # hexadecimal digits kept of a keyed hash: 60 bits, always a positive int64


class Engine(Protocol):
    """Reads files lazily, keeps frames, and computes the few things that narwhals has no word for."""

    name: str

    def scan(self, path: str, delimiter: str) -> "nw.LazyFrame[Any]":
        """Open a CSV file, or a Parquet file (``delimiter`` ""): all columns as text, and the row's ``line``.

        Rows that cannot be cut into the header's columns are left out; ``n_broken`` counts them.
        """

    def n_broken(self) -> int:
        """Return how many rows of the files scanned and read so far could not be cut into columns."""

    def table(self, rows: pd.DataFrame) -> "nw.LazyFrame[Any]":
        """Turn a small table into a frame of this engine."""

    def epoch_seconds(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace ISO date-times (text; a missing offset means UTC) by seconds since 1970 UTC; null for others."""

    def number(self, frame: "nw.LazyFrame[Any]", column: str) -> "nw.LazyFrame[Any]":
        """Replace texts by the numbers (float64) that they write; null where they write none."""

    def keyed_hash(self, frame: "nw.LazyFrame[Any]", column: str, key: bytes) -> "nw.LazyFrame[Any]":
        """Replace texts by the first 60 bits of their HMAC-SHA256 (int64); null stays null."""

    def keep(self, frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
        """Compute a frame once and return the result, so that what is built on it does not compute it again."""

    def close(self) -> None:
        """Give memory and files back."""


def hmac_pads(key: bytes) -> tuple[str, str]:
    """Return the inner and the outer pad of HMAC-SHA256 (RFC 2104) as hexadecimal digits."""
    from hashlib import sha256

    block = (sha256(key).digest() if len(key) > 64 else key).ljust(64, b"\0")
    return bytes(byte ^ 0x36 for byte in block).hex(), bytes(byte ^ 0x5C for byte in block).hex()

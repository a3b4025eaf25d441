"""What an engine must be able to do; all else is written once, in narwhals."""

from typing import TYPE_CHECKING, Any, Protocol

import pandas as pd

if TYPE_CHECKING:
    import narwhals as nw


class Engine(Protocol):
    """Reads files lazily, keeps frames, and computes the few things that narwhals has no word for.

    ``scan`` returns all columns as text, as written. ``epoch_seconds`` adds the int64 column ``name``: seconds since
    1970 UTC of an ISO date-time (an offset counts; without one the time is taken as UTC), null where it is none.
    ``keyed_hash`` replaces a text column by the first 60 bits of its HMAC-SHA256 as int64; null and blank stay null.
    ``keep`` computes a frame once, so that what is built on it does not compute it again. ``close`` gives everything
    back, files on disk included.
    """

    name: str

    def scan(self, path: str, delimiter: str) -> "nw.LazyFrame[Any]":
        """Open a CSV (``delimiter``) or Parquet (``delimiter`` is "") file."""

    def table(self, rows: pd.DataFrame) -> "nw.LazyFrame[Any]":
        """Turn a small table into a frame of this engine."""

    def epoch_seconds(self, frame: "nw.LazyFrame[Any]", column: str, name: str) -> "nw.LazyFrame[Any]":
        """Add the moment that a text column holds."""

    def keyed_hash(self, frame: "nw.LazyFrame[Any]", column: str, key: bytes) -> "nw.LazyFrame[Any]":
        """Replace ids or texts by pseudonyms."""

    def keep(self, frame: "nw.LazyFrame[Any]") -> "nw.LazyFrame[Any]":
        """Compute a frame once and return the result as a frame."""

    def close(self) -> None:
        """Give memory and files back."""

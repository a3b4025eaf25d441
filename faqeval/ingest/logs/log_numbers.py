"""Numbers of a log that people wrote: rewritten on the engine as ``numbers`` rewrites those of other files."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import narwhals as nw
import pandas as pd

from ..engines import Engine

if TYPE_CHECKING:
    Frame = nw.LazyFrame[Any]

_AS_PROGRAMS_WRITE: Final = r"^[0-9]*([.][0-9]{0,2}|[.][0-9]{4,})?$"  # read alike by RE2 (DuckDB) and Java (Spark)
_MOST: Final = 500_000  # different numbers; more are none that people write


def with_plain_numbers(
    frame: "Frame", engine: Engine, readers: Mapping[str, Callable[[Sequence[str]], Sequence[str]]]
) -> "Frame":
    """Return a log whose numbers have digits and a decimal point only.

    Parameters
    ----------
    frame : with text columns, trimmed.
    readers : for each column of numbers, what turns its different texts into plain numbers.

    Columns that are written as programs write them stay as they are; that takes one look at the file.
    """
    is_other = {name: ~nw.col(name).fill_null("").str.contains(_AS_PROGRAMS_WRITE) for name in readers}
    counts = frame.select(**{name: other.cast(nw.Int64).sum() for name, other in is_other.items()})
    n_other = engine.look(counts).fillna(0).iloc[0]
    for name, read in readers.items():
        if not n_other[name]:
            continue
        different = frame.select(name).filter(~nw.col(name).is_null()).unique([name]).head(_MOST)
        written = sorted(engine.look(different)[name].tolist())
        pairs = pd.DataFrame({name: written, "plain_": list(read(written))}, dtype="str")
        frame = frame.join(engine.table(pairs), on=name, how="left")
        frame = frame.with_columns(nw.coalesce(nw.col("plain_"), nw.col(name)).alias(name)).drop("plain_")
    return frame

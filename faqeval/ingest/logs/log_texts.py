"""The different texts of a log, masked and folded as queries are."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import narwhals as nw
import numpy as np
import pandas as pd

from ...config import IngestSettings
from ...records import QUERY_COLUMNS, WrittenTexts
from ...text import SUPPORTED
from ..cells.reject_list import RejectList
from ..files.rows import Rows
from ..tables.query_folding import fold_queries
from ..tables.query_rows import query_rows

MAX_TEXTS: Final = 50_000  # different texts read of one log, the commonest; matching them takes about half a minute


def read_log_texts(
    frame: "nw.LazyFrame[Any]",
    prefix: str,
    settings: IngestSettings,
    prior: Mapping[str, float],
    public_phones: Collection[str],
) -> tuple[WrittenTexts, int]:
    """Read the different texts of a log.

    Parameters
    ----------
    frame : columns ``key`` (int64), ``text``, ``language`` and ``n``, one row per different text.
    prefix : of the ids that the folded texts get.
    prior : weight per language, e.g. its share of the articles.
    public_phones : phone numbers of the company; they stay.

    Returns
    -------
    The texts, and how many times a text stands in the log that was not read because there are too many.
    """
    n_all = frame.select(nw.col("n").sum()).collect().to_pandas()["n"].fillna(0).iloc[0]
    commonest = frame.sort("n", "text", "language", descending=[True, False, False]).head(MAX_TEXTS)
    rows = commonest.collect().to_pandas().sort_values(["n", "text"], ascending=[False, True], kind="stable")
    n_left_out = int(n_all) - int(rows["n"].sum())
    columns: dict[str, Sequence[object]] = {
        "id": [str(place) for place in range(len(rows))],
        "text": rows["text"].fillna("").tolist(),
        "language": rows["language"].fillna("").tolist(),
        "count": [str(int(n)) for n in rows["n"]],
    }
    listed = Rows("log", "", columns, range(1, len(rows) + 1))
    cleaned = query_rows(listed, RejectList(listed, "queries"), settings, public_phones)
    folded = fold_queries(cleaned, settings.languages or SUPPORTED, prior)
    table = folded.table.assign(query_id=[f"{prefix}{number}" for number in range(1, len(folded.table) + 1)])
    keys = rows["key"].to_numpy(dtype=np.int64)[[int(row_id) for row_id in folded.row_ids]]
    return WrittenTexts(table.astype({"query_id": "str"}), keys, folded.row_query), n_left_out


def no_texts() -> WrittenTexts:
    """Return a table of texts without rows."""
    table = pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in QUERY_COLUMNS.items()})
    return WrittenTexts(table, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))

"""What customers wrote, folded: equal queries are one row with a count."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

QUERY_COLUMNS: Final = {
    "query_id": "str",  # smallest id of the folded rows (natural order)
    "text": "str",  # the commonest spelling, masked
    "language": "str",  # en sv nb da nl de, or "und"
    "count": "int64",  # how often it was asked, at least 1
    "channel": "str",  # search chat email form call, joined by "|" when several; "" unknown
    "first_asked_at": "str",  # ISO date-time or ""
    "last_asked_at": "str",  # ISO date-time or ""
}


@dataclass(frozen=True, slots=True)
class Queries:
    """Unique queries in canonical order, and which input row went where.

    ``table`` has the columns of ``QUERY_COLUMNS``, one row per unique query, ordered by folded text and language,
    so that the order of the input leaves no trace. ``row_ids[i]`` is the id of the i-th usable input row and
    ``row_query[i]`` the row of ``table`` it was folded into (int64, shape (n_rows,)). ``public_phones`` are the
    company's own phone numbers, which stand in ``text`` as they are.
    """

    table: pd.DataFrame
    row_ids: tuple[str, ...]
    row_query: NDArray[np.int64]
    public_phones: frozenset[str] = frozenset()

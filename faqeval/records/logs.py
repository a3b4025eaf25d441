"""Visits and contacts as checked frames: what every row holds, and the different texts that stand in them.

The frames are lazy, of whatever engine runs them; the same columns, types and meaning on each. Times are whole seconds
since 1970-01-01 UTC, ids are keyed hashes (int64, from 60 bits), so that nobody can be known again from them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

if TYPE_CHECKING:
    import narwhals as nw

EVENT_COLUMNS: Final = {
    "session": "int64",  # keyed hash of the session id
    "customer": "int64",  # keyed hash of the customer id known at that moment or later in the session; null: nobody
    "at_s": "int64",
    "event": "str",  # login logout page search click view
    "article": "int64",  # position in the articles; -1: none, or unknown
    "words": "int64",  # keyed hash of the folded search text; null: no search
    "rank": "int64",  # place of what was clicked or viewed among the results; 0: unknown
    "is_logged_in": "bool",  # a customer id was known at that moment, and no logout since
}
CONTACT_COLUMNS: Final = {
    "contact": "int64",  # number of the contact, in the order of time
    "customer": "int64",  # keyed hash; null: not known
    "at_s": "int64",
    "channel": "str",  # phone chat email, or "" when not known
    "reason": "int64",  # keyed hash of the reason as written; null: none
    "duration_s": "float64",  # null: not known
    "transfers": "int64",  # null: not known
    "is_resolved": "bool",  # null: not known
    "ces": "int64",  # 1..7; null: not asked
    "article": "int64",  # position of the article that the agent noted; -1: none
}
EVENTS: Final = ("login", "logout", "page", "search", "click", "view")
CONTACT_CHANNELS: Final = ("phone", "chat", "email")


@dataclass(frozen=True, slots=True)
class WrittenTexts:
    """The different texts of one column of a log, masked and folded like queries.

    ``table`` has the columns of ``QUERY_COLUMNS``. A text that stands in a frame as the hash ``keys[i]`` was folded
    into row ``rows[i]`` of the table (both int64, shape (n_texts,)).
    """

    table: pd.DataFrame
    keys: NDArray[np.int64]
    rows: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class LogRead:
    """What came out of one log file: a checked lazy frame, and what was not used."""

    frame: "nw.LazyFrame[Any]"  # EVENT_COLUMNS or CONTACT_COLUMNS
    texts: WrittenTexts  # searched words, or reasons
    rejects: pd.DataFrame  # columns of REJECT_COLUMNS; a row that stands for many has line 0 and its number in words
    n_read: int
    n_used: int
    checksum: str
    source: str
    notes: tuple[str, ...] = field(default=())
    reject_counts: Mapping[str, int] = field(default_factory=dict)  # how many rows were not used, by reason
    customers: "nw.LazyFrame[Any] | None" = None  # each customer once: ``customer``, and ``loose`` without its spelling

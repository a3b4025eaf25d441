"""Rows that are not used: each with its line and a reason that repeats nothing of the row."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import pandas as pd

from ...errors import NothingUsable, TooManyRejects
from ...records import EVENTS, REJECT_COLUMNS, empty_rejects
from ..files.rows import Rows

NOT_PUBLISHED: Final = "not published"
NOT_AN_ARTICLE: Final = "not an article"
UNKNOWN_QUERY: Final = "its query is not in the queries file, or its id stands for several"
BETTER_RANK: Final = "the same article stands at a better rank for the same query"
SAME_ROW: Final = "the same as another row, which was kept"
TOOLS_WORDS: Final = "a tool's own word, such as (not set), and no customer's"
TOTAL: Final = "a total of the other rows"
NOT_A_CUSTOMER: Final = "not written by a customer, as its column says"
UNKNOWN_EVENT: Final = f"no known event ({', '.join(EVENTS)})"
HEADER_AGAIN: Final = "the names of the columns once more"

_IN_ORDER: Final = frozenset(
    (NOT_PUBLISHED, NOT_AN_ARTICLE, UNKNOWN_QUERY, BETTER_RANK, SAME_ROW, TOOLS_WORDS, TOTAL, NOT_A_CUSTOMER,
     HEADER_AGAIN, UNKNOWN_EVENT)
)  # fmt: skip  # nothing is wrong with these rows


@dataclass(slots=True)
class RejectList:
    """Collects the rejects of one file while it is read."""

    rows: Rows
    kind: str  # articles, queries …
    found: list[tuple[int, str]] = field(default_factory=list)
    forms: dict[str, str] = field(default_factory=dict)  # by reason, the form of a cell that was refused for it

    def __post_init__(self) -> None:
        self.found.extend(self.rows.unread)

    def add(self, line: int, reason: str) -> None:
        """Take note that the row on ``line`` is not used."""
        self.found.append((line, reason))

    def check(self, n_read: int, n_used: int, max_reject_share: float) -> None:
        """Stop when nothing is left, or when more rows were refused than the settings allow.

        Drafts, entries that are no articles, rows about other queries and repeated rows do not count as refused.

        Raises
        ------
        NothingUsable, TooManyRejects
        """
        self.check_counts(Counter(reason for _, reason in self.found), n_read, n_used, max_reject_share)

    def check_counts(self, reasons: Mapping[str, int], n_read: int, n_used: int, max_reject_share: float) -> None:
        """Do the same where a listed row may stand for many: ``reasons`` says how many rows each reason refused."""
        commonest = min(reasons, key=lambda reason: (-reasons[reason], reason), default="there are no rows")
        if n_used == 0:
            raise NothingUsable(
                f"{self.kind} file must have at least one usable row. Got {n_read} rows, none usable, in "
                f"{self.rows.source}; most often: {self._worded(commonest)}. Mend the file, or map its columns in "
                "[ingest.columns]."
            )
        refused = {reason: n for reason, n in reasons.items() if reason not in _IN_ORDER}
        n_refused = sum(refused.values())
        if n_refused > max_reject_share * n_read:
            worst = min(refused, key=lambda reason: (-refused[reason], reason))
            raise TooManyRejects(
                f"{self.kind} file must have at most {max_reject_share:.0%} unusable rows. Got {n_refused} of {n_read} "
                f"in {self.rows.source}; most often: {self._worded(worst)}. Mend the file, or raise "
                "ingest.max_reject_share."
            )

    def _worded(self, reason: str) -> str:
        form = self.forms.get(reason)
        return f"{reason} (like {form}, 9 for a digit and a for a letter)" if form else reason

    def table(self) -> pd.DataFrame:
        """Return the rejects by line, then reason, with the columns of ``REJECT_COLUMNS``."""
        if not self.found:
            return empty_rejects()
        ordered = sorted(self.found)
        lines = pd.Series([line for line, _ in ordered], dtype="int64")
        reasons = [reason for _, reason in ordered]
        return pd.DataFrame({"file": [self.rows.source] * len(ordered), "line": lines, "reason": reasons})[
            list(REJECT_COLUMNS)
        ]

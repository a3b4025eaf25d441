"""What two report folders hold about contacts, week by week, and which weeks can be held against each other."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..errors import FileUnreadable
from .report_table import read_report_table

_NEEDS: Final = ("need_key", "need", "article_id", "article_checksum")
_COUNTS: Final = ("contacts", "views", "contacts_after_view")
_WEEK: Final = timedelta(days=7)
YEAR: Final = timedelta(weeks=52)  # the same weekdays, within a day or two of the same dates


@dataclass(frozen=True, slots=True)
class RunWeeks:
    """Contacts of one run: its needs (rows of ``needs.csv``) and its weeks (rows of ``weeks.csv``, week a date)."""

    needs: pd.DataFrame
    weeks: pd.DataFrame

    def checksums(self) -> dict[str, str]:
        """Return the checksum of each article's text."""
        rows = self.needs[self.needs["article_id"] != ""]
        return dict(zip(rows["need_key"], rows["article_checksum"], strict=True))

    def names(self) -> dict[str, str]:
        """Return what each need is called."""
        return dict(zip(self.needs["need_key"], self.needs["need"], strict=True))

    def with_contacts(self) -> set[date]:
        """Return the weeks, by their Mondays, in which anybody made contact about any need."""
        return set(self.weeks.loc[self.weeks["contacts"] > 0, "week"])

    def whole_weeks(self) -> list[date]:
        """Return the weeks with contacts whose neighbours have some too: the log surely covers all of such a week."""
        seen = self.with_contacts()
        return sorted(week for week in seen if week - _WEEK in seen and week + _WEEK in seen)

    def counts(self, column: str, keys: list[str], weeks: list[date]) -> NDArray[np.float64]:
        """Return one column of ``weeks.csv`` as an array of shape (n_keys, n_weeks); what has no row is 0."""
        table = self.weeks.pivot_table(index="need_key", columns="week", values=column, aggfunc="sum", fill_value=0)
        return table.reindex(index=keys, columns=weeks, fill_value=0).to_numpy(dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Periods:
    """Weeks before and after. ``is_one_yardstick``: the later run's numbers serve for both."""

    before: list[date]
    after: list[date]
    run_before: RunWeeks
    run_after: RunWeeks
    is_one_yardstick: bool

    def a_year_earlier(self) -> list[date]:
        """Return the weeks before that lie a year before the weeks after; empty unless every one is there."""
        wanted = [week - YEAR for week in self.after]
        return wanted if wanted and set(wanted) <= set(self.before) else []


def read_weeks(folder: Path) -> RunWeeks | None:
    """Return what a report folder says about contacts; None when the run had none.

    Raises
    ------
    FileUnreadable
        If ``needs.csv`` or ``weeks.csv`` is there and cannot be read, or one is there without the other.
    """
    paths = [folder / name for name in ("needs.csv", "weeks.csv")]
    if not any(path.exists() for path in paths):
        return None
    try:
        needs = read_report_table(paths[0])[list(_NEEDS)]
        weeks = read_report_table(paths[1])[["need_key", "week", *_COUNTS]]
        weeks = weeks.astype(dict.fromkeys(_COUNTS, "int64"))
        weeks["week"] = pd.Series([date.fromisoformat(week) for week in weeks["week"]], dtype=object)
    except (OSError, ValueError, KeyError) as exc:
        raise FileUnreadable(
            f"{folder} must hold a readable needs.csv and weeks.csv, or neither. Got: {exc}. "
            "Make the report again with: faqeval evaluate ARTICLES QUERIES --visits F --contacts F --out DIR"
        ) from exc
    return RunWeeks(needs, weeks)


def periods(before: RunWeeks, after: RunWeeks) -> Periods:
    """Choose the weeks to compare.

    Weeks that both runs hold count as before. The last week of the earlier run, in which the rewrite may have begun,
    counts as neither. Where the later run holds all weeks before, its numbers are taken for them too: then the same
    texts decided which contact is about which article.
    """
    old = before.whole_weeks()
    last = max(before.with_contacts(), default=date.min)
    later = after.whole_weeks()
    is_one = bool(old) and set(old) <= set(later)
    return Periods(old, [week for week in later if week > last], after if is_one else before, after, is_one)

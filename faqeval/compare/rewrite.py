"""What is said about one rewritten article, and about all of them.

Reasons for the constants: docs/method/compare.md.
"""

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from .view_shares import ViewShares

Verdict = Literal["worked", "got_worse", "no_difference", "cannot_tell"]

ERROR_RATE: Final = 0.05  # chance of one false "worked" or "got worse" among all rewritten articles
SPEAK_OF: Final = 0.2  # a change smaller than this is not worth a second rewrite, nor seen in most articles' volume
POWER: Final = 0.8  # chance of telling the effect after the weeks named
MIN_CONTACTS: Final = 10  # before and after together; below it nothing is said, as journeys.min_contacts has it
MIN_WEEKS: Final = 2  # whole ones, on each side: fewer have no spread
MIN_DRIFTING: Final = 5  # untouched articles from which it can be told how far articles drift apart by themselves
MAX_WEEKS: Final = 52


@dataclass(frozen=True, slots=True)
class Rewrite:
    """What became of the contacts about one article that was rewritten. Shares of change: -0.4 = 40 % fewer."""

    article_id: str
    title: str
    verdict: Verdict
    reason: str  # why it cannot be told: few_weeks few_contacts no_untouched not_sure; else ""
    weeks_before: int
    weeks_after: int
    contacts_before: int
    contacts_after: int
    per_week_before: float | None
    per_week_after: float | None
    change: float | None  # beyond the general trend; where nothing was left untouched, the trend is in it
    low: float | None
    high: float | None
    p_value: float | None  # of this article alone
    p_adjusted: float | None  # of all rewritten articles together
    dispersion: float | None
    more_weeks: int | None  # cannot_tell: at this volume; None there: more than a year
    is_same_season: bool  # held against the same weeks a year before
    views: ViewShares | None


@dataclass(frozen=True, slots=True)
class Rewrites:
    """All rewritten articles with contacts, and what they were held against."""

    rewrites: tuple[Rewrite, ...]  # most contacts first, then by article_id
    first_before: str  # Mondays, ISO; "" without whole weeks
    last_before: str
    n_before: int
    first_after: str
    last_after: str
    n_after: int
    n_untouched: int  # articles with contacts
    trend: float | None  # change of all untouched articles together
    drift: float | None  # standard deviation, on the log scale, of how untouched articles change; None: too few
    is_one_yardstick: bool
    n_silent: int  # rewritten articles that nobody made contact about in these weeks

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, ready for JSON."""
        return asdict(self)

"""What customers did before and after they contacted customer service.

A need is named here by its code: ``need < n_articles`` is the need that the article at that position answers, a larger
code an open need, -1 none. ``Evaluation.need_keys`` ties codes to needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from .figure import Figure

Viewed = Literal["answer", "other", "nothing"]


@dataclass(frozen=True, slots=True)
class Path:
    """How many contacts of logged-in customers came this way."""

    searched: bool
    viewed: Viewed  # the article of the contact's own need, only others, or none
    n_contacts: int


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a customer did before a contact; no id, no clock time."""

    event: str  # login logout page search click view
    minutes_before: float  # the contact
    words: int  # row of the searched texts; -1: none, or not read
    article: int  # position; -1 none


@dataclass(frozen=True, slots=True)
class Story:
    """One contact and what came before it, as an example."""

    channel: str
    reason: int  # row of the reasons; -1: none
    steps: tuple[Step, ...]  # in the order of time


@dataclass(frozen=True, slots=True)
class AfterView:
    """How often a contact about the same need followed the reading of its article.

    One reading is one article in one visit of a known customer, however often it was opened there. ``share`` is
    what was seen; ``shrunk`` the same pulled towards ``usual`` as far as few readings ask for; ``raised_surety`` the
    probability (0..1) that the true share is above the usual one by the stated factor.
    """

    n_views: int
    n_followed: int
    share: Figure
    shrunk: Figure
    usual: float  # of all articles together, 0..1
    raised_surety: float
    is_raised: bool  # sure enough, all articles taken together
    excess: tuple[float, float, float]  # share of the followed readings above the usual: value, low, high, each 0..1


@dataclass(frozen=True, slots=True)
class EffortMarks:
    """The marks of high effort, each a share of the contacts that could show it."""

    repeated: Figure  # the same customer contacted again about the same need within the window
    switched: Figure  # … in another channel
    transferred: Figure  # handed on at least once
    searched_again: Figure  # searched at least twice with different words before it
    logged_in: Figure  # was logged in on the site meanwhile
    viewed_in_vain: Figure  # had opened the article that answers


@dataclass(frozen=True, slots=True)
class Effort:
    """The effort index, 0 (none) to 1, and its two parts; None below the stated number of contacts."""

    index: float | None
    actual: float | None
    perceived: float | None
    n: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class NeedJourney:
    """What is known of the contacts about one need."""

    need: int
    n_contacts: int
    n_customers: int  # different known ones
    contacts_per_month: Figure
    logged_in_per_month: Figure  # contacts a month of customers who were logged in meanwhile
    paths: tuple[Path, ...]  # of the contacts whose customer was logged in; all six, zeros included
    after_view: AfterView | None  # None for open needs, and where nobody known viewed the article
    searches_found: Figure  # visits that searched for it and opened its article; for open needs nobody's
    marks: EffortMarks
    ces: Figure
    stories: tuple[Story, ...]
    effort: Effort | None = None


@dataclass(frozen=True, slots=True)
class NextIssue:
    """A need that follows another more often than chance has it."""

    first: int
    second: int
    n_followed: int  # customers for whom second came next after first, within the window
    n_first: int  # customers for whom anything came next after first
    lift: Figure  # over chance; 1 = chance
    contacts_per_month: Figure  # contacts about the second that so followed
    is_sure: bool  # above the stated lift, all pairs taken together


@dataclass(frozen=True, slots=True)
class JourneyCounts:
    """What the figures rest on, and what they leave out."""

    n_events: int = 0
    n_visits: int = 0
    n_known_visits: int = 0  # with a customer id
    n_contacts: int = 0
    n_without_customer: int = 0
    n_without_need: int = 0  # no reason text, or one that belongs to no need
    n_outside_visits: int = 0  # with a customer id, at a time that the visits do not cover
    n_linkable: int = 0  # the rest: contacts of which it can be said whether the customer was logged in
    n_logged_in: int = 0
    months: float = 0.0  # that the contacts cover, 30.44 days each
    contact_months: float = 0.0  # of them, covered by the visits too


@dataclass(frozen=True, slots=True)
class Journeys:
    """Everything that visits and contacts say. Tuples are in canonical order: most contacts first, then the code."""

    figures: Mapping[str, Figure]  # logged_in_contact_share contact_after_view_share repeat_contact_share ces
    logged_in_by_channel: Mapping[str, Figure]
    logged_in_by_hour: tuple[Figure, ...]  # 24, hour of the contact in ``time_zone``
    paths: tuple[Path, ...]
    marks: EffortMarks
    needs: tuple[NeedJourney, ...]
    next_issues: tuple[NextIssue, ...]
    any_visit_share: Figure  # known visits that a contact about anything followed within the window
    counts: JourneyCounts
    weeks: pd.DataFrame  # need, week (ISO date of its Monday), contacts, views, contacts_after_view
    time_zone: str
    effort: Effort | None = None  # of all contacts
    effort_and_ces: Figure | None = None  # rank correlation over needs, -1..1

"""Known customers in their visits, tied to the contacts they made. What it was about plays no part yet."""

from dataclasses import dataclass

import pandas as pd

from ..config import JourneySettings
from .frames import Frame, Keep, bounds, known
from .logged_in import link_contacts
from .paths import words_and_reasons
from .visits import events_in_visits, visits_of


@dataclass(frozen=True, slots=True)
class Followed:
    """Visits and contacts tied together; frames that are computed once.

    ``events`` are all that were given, ``covered`` their first and last moment; ``steps`` those of known customers as
    ``events_in_visits`` returns them, ``visits`` as ``visits_of`` does, and ``linked`` as ``link_contacts`` does.
    """

    events: Frame
    covered: tuple[int, int]
    steps: Frame
    visits: Frame
    linked: Frame


def follow_customers(events: Frame, contacts: Frame, settings: JourneySettings, keep: Keep) -> Followed | None:
    """Follow known customers through their visits to their contacts; None when there is no event.

    Parameters
    ----------
    events, contacts : EVENT_COLUMNS and CONTACT_COLUMNS.
    keep : computes a frame once.
    """
    covered = bounds(events)
    if covered is None:
        return None
    steps = keep(events_in_visits(known(events)))
    visits = keep(visits_of(steps))
    return Followed(
        events, covered, steps, visits, keep(link_contacts(contacts, visits, covered, settings.contact_window_s))
    )


def words_before_contacts(followed: Followed) -> pd.DataFrame:
    """Return which searched words came before contacts for which reason: words, reason (hashes), n_customers."""
    return words_and_reasons(followed.linked, followed.steps)

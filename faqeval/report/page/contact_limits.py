"""What the contacts figures rest on: assumptions, what is not proven, and what was left out."""

from collections.abc import Iterable
from dataclasses import dataclass

from ...config import JourneySettings, SavingsSettings
from ...records import GapKind, JourneyCounts
from ..wording.formats import counted, percent, plural
from ..wording.sentences import say


@dataclass(frozen=True, slots=True)
class ContactLimits:
    """What the reader must know before using the numbers."""

    assumptions: tuple[str, ...]
    won_back: tuple[tuple[str, str], ...]  # kind of gap and the share
    not_proven: tuple[str, ...]
    counts: tuple[tuple[str, str], ...]  # what was counted, and how many


def contact_limits(
    counts: JourneyCounts, journeys: JourneySettings, savings: SavingsSettings, kinds: Iterable[GapKind]
) -> ContactLimits:
    """Return the assumptions with this run's settings, and the counts."""
    window = f"{journeys.contact_window_minutes:g} minutes"
    return ContactLimits(
        assumptions=(
            f"A contact costs {savings.cost_per_contact:,.2f} {savings.currency}, the same on the site "
            f"{savings.cost_of_self_service:,.2f} {savings.currency}. Put in your own costs (savings.cost_per_contact, "
            "savings.cost_of_self_service, savings.currency).",
            f"A contact belongs to a visit or a reading when it comes within {window} of it.",
            "Only contacts of customers who were logged in count as avoidable: the others never tried the site, as far "
            "as is known.",
            "Of these, mending the FAQ wins back the share below. It was not measured on your data (savings.won_back).",
        ),
        won_back=tuple(
            (say(kind.message("name")), percent(kind.share_won_back(savings)))
            for kind in kinds
            if kind.won_back is not None
        ),
        not_proven=(
            "A contact after a reading is no proof that the article was at fault: it may have come anyway. That is why "
            "the usual share stands beside it.",
            "A visit without a contact is no proof that the customer was helped.",
            "What a contact was about is read from the agent’s note, and may be read wrongly.",
            "The ranges hold the chance in the number of contacts, not the doubt in the assumptions.",
        ),
        counts=_counts(counts),
    )


def _counts(counts: JourneyCounts) -> tuple[tuple[str, str], ...]:
    """Return what was used and left out, in the order in which it happens."""
    period = f" over {counts.months:.1f} months" if counts.months else ""
    rows = [
        (f"Contacts read{period}", counted(counts.n_contacts)),
        ("… left out of what follows customers: no customer id", counted(counts.n_without_customer)),
        ("… left out of it: at a time that the visits do not cover", counted(counts.n_outside_visits)),
        ("… that remain: contacts whose customer is known", counted(counts.n_linkable)),
        ("… of these: the customer was logged in meanwhile", counted(counts.n_logged_in)),
        ("Contacts that belong to no need: no reason, or an unclear one", counted(counts.n_without_need)),
    ]
    if counts.n_visits:
        known = f"{counted(counts.n_known_visits)} of {plural(counts.n_visits, 'visit')}"
        rows.append(("Visits by known customers", known))
    return tuple(rows)

"""The part of a need's contacts that a gap is about, and how much of it mending the gap wins back."""

from ..records import AfterView, Figure, NeedJourney

Range = tuple[float, float, float]  # value, low, high


def known_after_view(journey: NeedJourney) -> AfterView | None:
    """Return what followed the readings of a need's article; None where too few customers read it to say."""
    after = journey.after_view
    return None if after is None or after.share.value is None else after


def in_vain_share(journey: NeedJourney) -> tuple[int, float]:
    """Return how many logged-in contacts a need has, and the share that had searched and not seen its article."""
    n_contacts = sum(path.n_contacts for path in journey.paths)
    in_vain = sum(path.n_contacts for path in journey.paths if path.searched and path.viewed != "answer")
    return n_contacts, in_vain / n_contacts if n_contacts else 0.0


def saw_share(journey: NeedJourney) -> float:
    """Return the share of a need's logged-in contacts whose customer had seen its article."""
    n_contacts = sum(path.n_contacts for path in journey.paths)
    saw = sum(path.n_contacts for path in journey.paths if path.viewed == "answer")
    return saw / n_contacts if n_contacts else 0.0


def of_readers(journey: NeedJourney) -> Range:
    """Return the part that had seen the article, and of it, where that is known, the excess over what is usual."""
    share = saw_share(journey)
    after = known_after_view(journey)
    excess = after.excess if after is not None else (1.0, 1.0, 1.0)
    return share * excess[0], share * excess[1], share * excess[2]


def won_back_from(per_month: Figure, part: Range, won_back: float) -> Range | None:
    """Return value, low and high of the contacts a month that are won back; the ends multiply, which is cautious."""
    if per_month.value is None or per_month.low is None or per_month.high is None:
        return None
    return per_month.value * part[0] * won_back, per_month.low * part[1] * won_back, per_month.high * part[2] * won_back

"""Why do customers contact customer service about a need? One verdict each, from the text and from what they did."""

from collections.abc import Sequence
from typing import Final

from ..records import AfterView, Gap, NeedJourney, NeedVerdict
from .contact_evidence import ContactEvidence
from .evidence import Evidence

NOT_ENOUGH: Final = "not_enough_data"
_SUREST: Final = 0.99  # nothing that rests on a join is surer
_FEWEST: Final = 5  # logged-in contacts below which their paths say nothing
_LIKELIER: Final = 0.5  # surety that contacts after reading are raised, which confirms what the text already says


def judge_needs(evidence: Evidence, contacts: ContactEvidence, gaps: Sequence[Gap]) -> tuple[NeedVerdict, ...]:
    """Name for each need with contacts why customers contact about it, most contacts first.

    The first that holds, for a need that an article answers: the article sends its readers away and they do make
    contact; most logged-in customers looked for it and never saw it, nor one that competes with it; it is hard to read
    and its readers make contact; its readers make contact far more often than is usual. A need that no article answers
    is ``missing``. Else "". Where too few customers read an article, that its readers make contact is neither said nor
    denied. Source: ours, see docs/method/gaps.md#verdicts.

    Parameters
    ----------
    gaps : those found without contacts.
    """
    kinds: dict[int, set[str]] = {}
    position = {article.article_id: place for place, article in enumerate(evidence.articles)}
    for gap in gaps:
        twins = gap.other_article_ids if gap.kind == "duplicate" else ()
        for article_id in (gap.article_id, *twins):
            if article_id:
                kinds.setdefault(position[article_id], set()).add(gap.kind)
    return tuple(
        _verdict(journey, evidence, contacts, kinds.get(journey.need, set())) for journey in contacts.journeys.needs
    )


def _verdict(journey: NeedJourney, evidence: Evidence, contacts: ContactEvidence, text_kinds: set[str]) -> NeedVerdict:
    def verdict(kind: str, confidence: float) -> NeedVerdict:
        return NeedVerdict(journey.need, kind, journey.n_contacts, round(min(confidence, _SUREST), 6))

    if journey.n_contacts < contacts.settings.min_contacts:
        return verdict(NOT_ENOUGH, 0.0)
    if journey.need >= len(evidence.articles):
        number = contacts.need_of_code.get(journey.need, -1)
        near = evidence.needs[number].near if number >= 0 else ()
        return verdict("missing", 1.0 - (near[0].answer_probability if near else 0.0))
    after = known_after_view(journey)
    surety = after.raised_surety if after is not None else None
    if "sends_to_contact" in text_kinds and (surety is None or surety >= _LIKELIER):
        return verdict("sends_to_contact", 0.9)
    n_in, in_vain = in_vain_share(journey)
    found = journey.searches_found.value
    is_lost = found is None or found < contacts.settings.searches_found_share
    if "duplicate" not in text_kinds and n_in >= _FEWEST and in_vain >= contacts.settings.in_vain_share and is_lost:
        return verdict("not_found", in_vain)
    if evidence.is_hard(journey.need) and surety is not None and surety >= _LIKELIER:
        return verdict("not_understood", surety)
    if after is not None and after.is_raised:
        return verdict("not_resolving", after.raised_surety)
    return verdict("", 0.5 if surety is None else 1.0 - surety)


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

"""Why do customers contact customer service about a need? One verdict each, from the text and from what they did."""

from collections.abc import Sequence
from typing import Final

from ..records import NOT_ENOUGH, Gap, NeedVerdict, positions
from .at_stake import known_after_view
from .contact_evidence import ContactEvidence
from .evidence import Evidence
from .kind import NeedCase
from .kinds import KINDS

_RULES: Final = sorted(
    ((kind.id, kind.verdict) for kind in KINDS.values() if kind.verdict is not None), key=lambda pair: pair[1].order
)
_SUREST: Final = 0.99  # nothing that rests on a join is surer


def judge_needs(evidence: Evidence, contacts: ContactEvidence, gaps: Sequence[Gap]) -> tuple[NeedVerdict, ...]:
    """Name for each need with contacts why customers contact about it, most contacts first.

    The first that holds, for a need that an article answers: the article sends its readers away and they do make
    contact; most logged-in customers looked for it and never saw it, nor one that competes with it; it is hard to read
    and its readers make contact; its readers make contact far more often than is usual. A need that no article answers
    is ``missing``. Else "". Where too few customers read an article, that its readers make contact is neither said nor
    denied. Each kind holds its own rule. Source: ours, see docs/method/gaps.md#verdicts.

    Parameters
    ----------
    gaps : those found without contacts.
    """
    kinds: dict[int, set[str]] = {}
    position = positions(evidence.articles)
    for gap in gaps:
        for article_id in KINDS[gap.kind].articles_of(gap):
            if article_id:
                kinds.setdefault(position[article_id], set()).add(gap.kind)
    cases = (
        NeedCase(journey, evidence, contacts, frozenset(kinds.get(journey.need, ())), known_after_view(journey))
        for journey in contacts.journeys.needs
    )
    return tuple(_verdict(case) for case in cases)


def _verdict(case: NeedCase) -> NeedVerdict:
    kind, confidence = _reason(case)
    return NeedVerdict(case.journey.need, kind, case.journey.n_contacts, round(min(confidence, _SUREST), 6))


def _reason(case: NeedCase) -> tuple[str, float]:
    if case.journey.n_contacts < case.contacts.settings.min_contacts:
        return NOT_ENOUGH, 0.0
    for kind_id, rule in _RULES:
        surety = rule.surety(case)
        if surety is not None:
            return kind_id, surety
    return "", 0.5 if case.raised_surety is None else 1.0 - case.raised_surety

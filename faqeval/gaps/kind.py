"""What a kind of gap is: how it is found, and when it is why customers make contact."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from ..records import AfterView, Gap, GapKind, NeedJourney, NeedVerdict
from .at_stake import Range, of_readers
from .contact_evidence import ContactEvidence
from .evidence import Evidence

LIKELIER: Final = 0.5  # surety that contacts after reading are raised, which confirms what the text already says

Detector = Callable[[Evidence], list[Gap]]
# from the evidence, what contacts add to it, the needs' verdicts, and the gaps found so far
ContactDetector = Callable[[Evidence, ContactEvidence, Sequence[NeedVerdict], Sequence[Gap]], list[Gap]]


@dataclass(frozen=True, slots=True)
class NeedCase:
    """What is known of a need with enough contacts."""

    journey: NeedJourney
    evidence: Evidence
    contacts: ContactEvidence
    text_kinds: frozenset[str]  # the kinds of gap that its article has by its text
    after: AfterView | None  # what followed the readings of its article, where enough customers read it

    @property
    def has_article(self) -> bool:
        """Whether an article answers it."""
        return self.journey.need < len(self.evidence.articles)

    @property
    def raised_surety(self) -> float | None:
        """How sure it is that the article's readers make more contact than is usual, 0..1; None: not known."""
        return self.after.raised_surety if self.after is not None else None


@dataclass(frozen=True, slots=True)
class VerdictRule:
    """When a kind is why customers make contact; the rule of lowest ``order`` that holds is the verdict."""

    order: int
    surety: Callable[[NeedCase], float | None]  # 0..1; None: it is not why


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(GapKind):
    """A kind of gap.

    ``at_stake`` is the part of a need's logged-in contacts that it is about, 0..1.
    """

    detect: Detector | None = None
    detect_from_contacts: ContactDetector | None = None
    verdict: VerdictRule | None = None
    at_stake: Callable[[NeedJourney], Range] = of_readers

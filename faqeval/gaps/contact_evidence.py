"""What contacts add to the evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from ..config import JourneySettings, SavingsSettings
from ..records import Journeys, NeedJourney, WrittenTexts


@dataclass(frozen=True)
class ContactEvidence:
    """What is known of contacts, with the codes of needs tied to the needs of this run.

    ``need_of_code`` maps a need's code to its position in the needs; an article without a need of its own has none.
    ``words_of_code`` are the words (rows of ``searched``, most customers first) that were searched for before contacts
    whose note is about the need.
    """

    journeys: Journeys
    need_of_code: Mapping[int, int]
    searched: WrittenTexts
    reasons: WrittenTexts
    reasons_of_code: Mapping[int, tuple[int, ...]]  # rows of ``reasons``, most contacts first
    words_of_code: Mapping[int, tuple[int, ...]]
    settings: JourneySettings
    savings: SavingsSettings

    @cached_property
    def by_code(self) -> dict[int, NeedJourney]:
        """The journeys of each need that has contacts."""
        return {journey.need: journey for journey in self.journeys.needs}

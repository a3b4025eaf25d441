"""Needs and gaps: what customers want, and what to change first."""

from .contact_evidence import ContactEvidence
from .find import FoundNeeds, find_gaps, find_needs
from .kinds import KINDS
from .log_texts import REASON, SEARCH, LogTexts
from .shown_pairs import shown_pairs

__all__ = [
    "KINDS",
    "REASON",
    "SEARCH",
    "ContactEvidence",
    "FoundNeeds",
    "LogTexts",
    "find_gaps",
    "find_needs",
    "shown_pairs",
]

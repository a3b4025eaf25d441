"""Needs and gaps: what customers want, and what to change first."""

from .contact_evidence import ContactEvidence
from .find import FoundNeeds, find_gaps, find_needs
from .log_texts import LogTexts
from .verdicts import NOT_ENOUGH

__all__ = ["NOT_ENOUGH", "ContactEvidence", "FoundNeeds", "LogTexts", "find_gaps", "find_needs"]

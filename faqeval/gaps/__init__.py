"""Needs and gaps: what customers want, and what to change first."""

from .contact_evidence import ContactEvidence
from .find import FoundNeeds, find_gaps, find_needs
from .log_texts import LogTexts

__all__ = ["ContactEvidence", "FoundNeeds", "LogTexts", "find_gaps", "find_needs"]

"""Needs and gaps: what customers want, and what to change first."""

from .contact_evidence import ContactEvidence
from .find import FoundNeeds, find_gaps, find_needs
from .kinds import KINDS
from .log_texts import LogTexts

__all__ = ["KINDS", "ContactEvidence", "FoundNeeds", "LogTexts", "find_gaps", "find_needs"]

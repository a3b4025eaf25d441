"""Needs and gaps: what customers want, and what to change first."""

from .find import FoundNeeds, find_gaps, find_needs

__all__ = ["FoundNeeds", "find_gaps", "find_needs"]

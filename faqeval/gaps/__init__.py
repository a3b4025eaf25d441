"""Needs and gaps: what customers want, and what to change first."""

from .find import FoundGaps, find_gaps

__all__ = ["FoundGaps", "find_gaps"]

"""Visits and contacts: what customers did before and after they contacted customer service."""

from .measure import measure_journeys
from .visited import words_before_contacts

__all__ = ["measure_journeys", "words_before_contacts"]

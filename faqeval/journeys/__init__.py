"""Visits and contacts: what customers did before and after they contacted customer service."""

from .follow import Followed, follow_customers, words_before_contacts
from .measure import measure_journeys

__all__ = ["Followed", "follow_customers", "measure_journeys", "words_before_contacts"]

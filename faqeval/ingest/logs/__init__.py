"""Visits and contacts, small or too large for memory."""

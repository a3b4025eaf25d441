"""Visits and contacts: planted causes, statistics, speed."""

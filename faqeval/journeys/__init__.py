"""Visits and contacts: what customers did before and after they contacted customer service."""

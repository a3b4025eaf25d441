"""Understandability: one finding per file, one score per text."""

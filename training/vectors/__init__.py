"""The vectors of the quick model."""

"""Which column is which, and what one cell says."""

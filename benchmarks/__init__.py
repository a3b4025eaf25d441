"""How good and how fast: each module is a command whose result stands in ``RESULTS.md``."""

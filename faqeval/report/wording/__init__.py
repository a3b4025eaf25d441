"""How numbers, kinds and reasons are said."""

"""Opening a file: what it is, what it may hold, and its rows of cells."""

"""Articles, queries and labels: rows that are kept, or rejected with a reason."""

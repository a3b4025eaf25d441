"""Which of two texts is easier, and what is usual in each language."""

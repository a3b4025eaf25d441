"""A long body in passages: an answer often stands in one paragraph of many."""

from typing import Final

PASSAGE_WORDS: Final = 90  # about a paragraph; a vector of a whole page is about everything on it


def passages(body: str) -> tuple[str, ...]:
    """Cut a body into passages of at most about 90 words, at line breaks, and inside longer lines between words.

    Returns
    -------
    tuple of str, never empty; a short body is its own only passage.

    Examples
    --------
    >>> passages("Pay by card.\\nOr by invoice.")
    ('Pay by card. Or by invoice.',)
    >>> [len(passage.split()) for passage in passages("word " * 200)]
    [90, 90, 20]
    """
    found: list[str] = []
    held: list[str] = []
    for line in body.split("\n"):
        words = line.split()
        if held and len(held) + len(words) > PASSAGE_WORDS:
            found.append(" ".join(held))
            held = []
        held += words
        while len(held) > PASSAGE_WORDS:
            found.append(" ".join(held[:PASSAGE_WORDS]))
            held = held[PASSAGE_WORDS:]
    if held or not found:
        found.append(" ".join(held))
    return tuple(found)

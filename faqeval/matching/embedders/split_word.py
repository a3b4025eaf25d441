"""A word that the model does not know, put together from pieces that it knows."""

from collections.abc import Container

_SHORTEST = 2  # single letters carry no meaning of their own


def split_word(word: str, known: Container[str], longest: int) -> tuple[str, ...]:
    """Return the known pieces that cover most of the word with the fewest cuts.

    Parameters
    ----------
    word : one word, lower case.
    known : all entries of the model.
    longest : length of its longest entry; a longer stretch is not looked up.

    Returns
    -------
    tuple of str, in the word's order; letters that no piece covers are left out. A known word is its own only piece.
    Among splits that cover the same, fewer pieces win, then the split whose last piece is longest (in the Germanic
    languages the last part of a compound says what the thing is).

    Examples
    --------
    >>> split_word("elräkningen", {"el", "elr", "räkning", "räkningen", "en"}, 9)
    ('el', 'räkningen')
    >>> split_word("zq", {"el"}, 2)
    ()
    """
    if word in known:
        return (word,)
    word = word[:200]
    # best[i]: letters left out, pieces used and start of the last piece of the best split of word[:i].
    best: list[tuple[int, int, int, bool]] = [(0, 0, 0, False)]
    for end in range(1, len(word) + 1):
        missed, n_pieces, _, _ = best[end - 1]
        choice = (missed + 1, n_pieces, end - 1, False)
        for start in range(max(0, end - longest), end - _SHORTEST + 1):
            if word[start:end] in known:
                missed, n_pieces, _, _ = best[start]
                choice = min(choice, (missed, n_pieces + 1, start, True))
        best.append(choice)
    pieces: list[str] = []
    end = len(word)
    while end:
        _, _, start, is_piece = best[end]
        if is_piece:
            pieces.append(word[start:end])
        end = start
    return tuple(reversed(pieces))

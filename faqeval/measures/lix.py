"""LIX, the readability index of the Nordic languages."""


def lix(n_words: int, n_sentences: int, n_long_words: int) -> float:
    """LIX of a text; higher is harder. nan without a word or sentence.

    Parameters
    ----------
    n_words, n_sentences : counts
    n_long_words : words of more than 6 letters

    Notes
    -----
    words/sentences + 100·long words/words. Source: Björnsson 1968, "Läsbarhet". Compounds lift it: never compare
    languages by it.

    Examples
    --------
    >>> round(lix(28, 2, 8), 2)  # Universal Declaration of Human Rights, article 1, Swedish
    42.57
    """
    if n_words <= 0 or n_sentences <= 0:
        return float("nan")
    return n_words / n_sentences + 100 * n_long_words / n_words

"""Flesch reading ease, for English."""


def flesch(n_words: int, n_sentences: int, n_syllables: int) -> float:
    """Flesch reading ease of an English text; higher is easier. nan without a word or sentence.

    Notes
    -----
    206.835 − 1.015·words/sentences − 84.6·syllables/words. Source: Flesch 1948, "A new readability yardstick".

    Examples
    --------
    >>> round(flesch(100, 5, 150), 3)
    59.635
    """
    if n_words <= 0 or n_sentences <= 0:
        return float("nan")
    return 206.835 - 1.015 * n_words / n_sentences - 84.6 * n_syllables / n_words

"""Flesch-Douma, for Dutch."""


def flesch_douma(n_words: int, n_sentences: int, n_syllables: int) -> float:
    """Reading ease of a Dutch text; higher is easier. nan without a word or sentence.

    Notes
    -----
    206.835 − 0.93·words/sentences − 77·syllables/words. Source: Douma 1960.

    Examples
    --------
    >>> round(flesch_douma(30, 2, 53), 2)  # Universal Declaration of Human Rights, article 1, Dutch
    56.85
    """
    if n_words <= 0 or n_sentences <= 0:
        return float("nan")
    return 206.835 - 0.93 * n_words / n_sentences - 77 * n_syllables / n_words

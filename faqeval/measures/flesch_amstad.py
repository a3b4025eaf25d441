"""Flesch-Amstad, for German."""


def flesch_amstad(n_words: int, n_sentences: int, n_syllables: int) -> float:
    """Reading ease of a German text; higher is easier. nan without a word or sentence.

    Notes
    -----
    180 − words/sentences − 58.5·syllables/words. Source: Amstad 1978.

    Examples
    --------
    >>> flesch_amstad(100, 10, 200)
    53.0
    """
    if n_words <= 0 or n_sentences <= 0:
        return float("nan")
    return 180 - n_words / n_sentences - 58.5 * n_syllables / n_words

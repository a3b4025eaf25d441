"""First Wiener Sachtextformel, for German."""


def wiener(n_words: int, n_sentences: int, n_many_syllables: int, n_long_words: int, n_one_syllable: int) -> float:
    """School grade (4 to 15) from which a German factual text is understood; higher is harder.

    Parameters
    ----------
    n_words, n_sentences : counts; nan when one is 0
    n_many_syllables : words of 3 and more syllables
    n_long_words : words of more than 6 letters
    n_one_syllable : words of one syllable

    Notes
    -----
    0.1935·MS + 0.1672·SL + 0.1297·IW − 0.0327·ES − 0.875, MS, IW and ES in per cent of the words.
    Source: Bamberger & Vanecek 1984.

    Examples
    --------
    >>> round(wiener(100, 10, 20, 30, 40), 3)
    7.25
    """
    if n_words <= 0 or n_sentences <= 0:
        return float("nan")
    many, long, one = (100 * n / n_words for n in (n_many_syllables, n_long_words, n_one_syllable))
    return 0.1935 * many + 0.1672 * n_words / n_sentences + 0.1297 * long - 0.0327 * one - 0.875

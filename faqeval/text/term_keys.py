"""Term keys: forms of one word get one key, so that "fakturorna" finds "faktura"."""

from collections.abc import Callable
from functools import cache, lru_cache

from .compounds import parts
from .languages.registry import SUPPORTED, language
from .tokenizer import words

_CACHED_FORMS = 200_000  # word forms; about 30 MB when full
_APOSTROPHES = str.maketrans("’‐‑", "'--")


@lru_cache(maxsize=_CACHED_FORMS)
def key(word: str, language: str) -> str:
    """Term key of one word form: its lemma, then the lemma's stem.

    Hyphens inside a word are dropped ("e-post" and "epost" are one term) unless it is all digits, and an English or
    Dutch possessive ending too. In an unsupported language the key is the case-folded word.

    Parameters
    ----------
    word : one word, any letter case.
    language : language code, or "und".

    Notes
    -----
    simplemma, then Snowball (the C implementation when PyStemmer is installed): measured recall of forms .93–1.00 in
    six languages with at most one wrong merge each, against .41–.75 for Snowball alone.
    Source: docs/method/text.md#keys.

    Examples
    --------
    >>> key("Fakturorna", "sv") == key("faktura", "sv")
    True
    """
    word = word.translate(_APOSTROPHES).lower()
    if language not in SUPPORTED:
        return word.casefold()
    if "-" in word and any(map(str.isalpha, word)):
        word = word.replace("-", "")
    if "'" in word:
        word = word.removesuffix("'s").removesuffix("s'") or word
    if len(word) < 3 or not any(map(str.isalpha, word)):
        return word.casefold()
    lemma, stem = _lemmatizer(), _stemmer(language)
    return stem(lemma(word, language).casefold())


def stopwords(code: str) -> frozenset[str]:
    """Words that say nothing about the need, without negations; empty for an unsupported language."""
    return language(code).stopwords if code in SUPPORTED else frozenset()


def terms(text: str, language: str, *, compounds: bool = False, stopwords: bool = False) -> list[str]:
    """Keys of the text's words, in order.

    Parameters
    ----------
    compounds : follow a compound's key with the keys of its parts (the whole word always stays).
    stopwords : keep stop words.

    Examples
    --------
    >>> terms("Hur betalar jag fakturan?", "sv") == [key("betala", "sv"), key("faktura", "sv")]
    True
    """
    keys: list[str] = []
    keys_of = _keys_of_word
    for word in words(text):
        keys.extend(keys_of(word, language, compounds, stopwords))
    return keys


@lru_cache(maxsize=_CACHED_FORMS)
def _keys_of_word(word: str, code: str, compounds: bool, keep_stopwords: bool) -> tuple[str, ...]:
    if not keep_stopwords and word.translate(_APOSTROPHES) in stopwords(code):
        return ()
    whole = key(word, code)
    if not compounds:
        return (whole,)
    return (whole, *(key(part, code) for part in parts(word, code)))


@cache
def _lemmatizer() -> Callable[[str, str], str]:
    from simplemma import lemmatize

    return lemmatize


@cache
def _stemmer(code: str) -> Callable[[str], str]:
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(language(code).snowball).stemWord
    return stem

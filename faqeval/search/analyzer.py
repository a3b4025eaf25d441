"""Words as a site's search engine reads them: lower case, stop words dropped, endings cut off. Nothing cleverer."""

from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from ..text import SUPPORTED, language, stopwords, words

_CACHED_WORDS = 200_000
_WORDS_PER_TEXT = 10_000


@lru_cache(maxsize=_CACHED_WORDS)
def search_term(word: str, code: str) -> str:
    """Return the Snowball stem of one lower-case word; in an unsupported language the word itself.

    No lemma, no compound parts, no synonyms: this stands for the search that customers have, not for one they deserve.

    Examples
    --------
    >>> search_term("fakturorna", "sv")
    'faktur'
    """
    return _stemmer(code)(word) if code in SUPPORTED else word


def search_terms(text: str, codes: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """Return the different terms of a query, sorted, and whether they are stop words only.

    Parameters
    ----------
    text : the query.
    codes : languages of the articles searched; a word is looked up under each of their stemmers.

    Returns
    -------
    terms : stop words are left out, unless the query has nothing else.
    only_stop_words : True in that case.
    """
    found = set(words(text)[:_WORDS_PER_TEXT])
    stop = _stop_words(tuple(codes))
    kept = found - stop
    terms = {search_term(word, code) for word in (kept or found) for code in codes}
    return tuple(sorted(terms)), bool(found) and not kept


def article_terms(text: str, code: str) -> tuple[list[str], list[bool]]:
    """Return the terms of an article's text in order, and which of them are stop words."""
    found, stop = words(text), stopwords(code)
    return [search_term(word, code) for word in found], [word in stop for word in found]


@lru_cache(maxsize=64)
def _stop_words(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(stopwords(code) for code in codes))


@cache
def _stemmer(code: str) -> Callable[[str], str]:
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer(language(code).snowball).stemWord
    return stem

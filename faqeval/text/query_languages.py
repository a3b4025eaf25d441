"""The language of what customers write: a few words are not held for foreign without a reason, nor taken for sure."""

from collections.abc import Mapping, Sequence
from typing import Final

from .language_identity import KNOWN_ZIPF, UNDETERMINED, close_languages
from .languages.registry import SUPPORTED, language
from .tokenizer import words
from .word_frequency import small_list_zipf

_SHORT: Final = 3  # words
_CLOSE: Final = 1.0  # scores that differ by less leave a short text unsure among neighbours
_CLEAR_LEAD: Final = 1.5  # Zipf: a word is 30 times as usual
_LENDER: Final = "en"  # whose words for products are used in all languages


def identify_query_languages(
    texts: Sequence[str], candidates: Sequence[str] = SUPPORTED, prior: Mapping[str, float] | None = None
) -> list[str]:
    """Language code of each query, or "und".

    As ``identify_languages``, but for texts of up to three words and texts without a letter:

    - Where all articles are in one language, the text is in it too unless it is clearly not: one of its words is a stop
      word of the other language and far more usual there, or none of them is known here or in English.
    - Where articles are in several languages that look alike (nb, da, sv), a text whose scores in them differ by less
      than 1 is "und", so that it is held against the articles of all.

    Notes
    -----
    Source: ours, docs/method/text.md#language.

    Examples
    --------
    >>> identify_query_languages(["router", "4711", "where is it"], ["sv", "en"], {"sv": 1.0})
    ['sv', 'sv', 'en']
    """
    shares = {code: share for code, share in (prior or {}).items() if share > 0}
    close = close_languages(texts, candidates, prior, _CLOSE)
    if len(shares) == 1:
        (home,) = shares
        if home in candidates and home in SUPPORTED:
            return [
                _at_home(text, found[0] if found else UNDETERMINED, home)
                for text, found in zip(texts, close, strict=True)
            ]
    return [_if_sure(text, found, shares) for text, found in zip(texts, close, strict=True)]


def _at_home(text: str, found: str, home: str) -> str:
    written = _letter_words(text)
    if not written:
        return home
    if found in (home, UNDETERMINED) or len(written) > _SHORT:
        return found
    other_stopwords = language(found).stopwords - language(home).stopwords
    if any(word in other_stopwords and _zipf_lead(word, found, home) > _CLEAR_LEAD for word in written):
        return found
    is_elsewhere = (small_list_zipf(word, code) >= KNOWN_ZIPF for word in written for code in (home, _LENDER))
    return home if any(is_elsewhere) else found


def _zipf_lead(word: str, code: str, other: str) -> float:
    return small_list_zipf(word, code) - small_list_zipf(word, other)


def _if_sure(text: str, found: tuple[str, ...], shares: Mapping[str, float]) -> str:
    if not found:
        return UNDETERMINED
    alike = {code for code in found if code in shares} & {found[0], *language(found[0]).looks_like}
    return UNDETERMINED if len(alike) > 1 and len(_letter_words(text)) <= _SHORT else found[0]


def _letter_words(text: str) -> list[str]:
    return [word for word in words(text) if not any(map(str.isdigit, word))]

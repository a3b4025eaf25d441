"""Where the words of a query and of an article meet: the same word, one spelled alike, or none."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Self

from ..records import Article, SharedWord, WordPair
from ..records.explanations import Place
from ..text import key, nearest_slip, parts, stopwords, tokens, zipf

EVERYDAY: Final = 6.0  # Zipf frequency of words like "new" and "make", which belong to no topic
EVERYDAY_PART: Final = 5.5  # of a compound's part: the "tid" (time) of "bindningstid" says nothing, "kort" (card) does
OWN_WORD: Final = 3.5  # Zipf frequency from which a word is no slip of the pen ("contract" is not "contact")
_COMPARED: Final = 1_500  # characters of a body whose words are compared; the topic is said at the beginning
_READ: Final = 20_000  # characters of a body whose words count as shared
_WORDS: Final = 60  # different words of a query that are explained; a sentence names a dozen at most


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The words of one article by term key, title before text before keywords.

    ``of_key`` holds whole words, ``of_part`` the compounds that have a word as a part; ``compared`` are the different
    content words of title, beginning of the text and keywords, lower case, to the article's own spelling.
    """

    of_key: dict[str, SharedWord]
    of_part: dict[str, str]
    compared: dict[str, str]

    @classmethod
    def of(cls, article: Article) -> Self:
        """Read the words of an article."""
        of_key: dict[str, SharedWord] = {}
        of_part: dict[str, str] = {}
        compared: dict[str, str] = {}
        for text, place, n_compared in _fields(article):
            for written, start, _ in tokens(text):
                word = written.lower()
                of_key.setdefault(key(word, article.language), SharedWord(written, place))
                for part in parts(word, article.language):
                    of_part.setdefault(key(part, article.language), written)
                if start < n_compared and _can_be_missed(word) and not _is_everyday(word, article.language):
                    compared.setdefault(word, written)
        return cls(of_key, of_part, compared)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The words of one query at one article; ``left`` are those it has in no spelling, but for numbers."""

    shared: tuple[SharedWord, ...]
    spelled_alike: tuple[WordPair, ...]
    left: tuple[str, ...]


def query_words(text: str, languages: Iterable[str]) -> tuple[str, ...]:
    """Return the first different words that carry a query, as the customer wrote them, in reading order.

    Stop words and words of every sentence are left out, unless the query consists of nothing else.

    Examples
    --------
    >>> query_words("Where is MY invoice, invoice 12?", ["en"])
    ('invoice', '12')
    """
    codes = tuple(languages)
    spelled: dict[str, str] = {}
    for token in tokens(text):
        spelled.setdefault(token.text.lower(), token.text)
    carrying = [written for word, written in spelled.items() if not any(_is_everyday(word, code) for code in codes)]
    return tuple((carrying or list(spelled.values()))[:_WORDS])


def meet(words: Sequence[str], article: ArticleWords, language: str) -> Meeting:
    """Say for each word of a query whether the article has it, or one that is spelled alike.

    Parameters
    ----------
    words : the query's words as ``query_words`` returns them; the order is kept.
    language : the article's, whose word forms count as one.

    Notes
    -----
    Spelled alike are a compound and its part, and two words of which one is a slip of the other (``nearest_slip``),
    unless the customer's is a usual word of its own.
    """
    shared, alike, left = [], [], []
    for written in words:
        word = written.lower()
        found = article.of_key.get(key(word, language))
        if found is not None:
            shared.append(SharedWord(written, found.place))
            continue
        other = _compound(word, article, language) or _misspelt(word, article, language)
        if other is not None:
            alike.append(WordPair(written, other))
        elif _can_be_missed(word):
            left.append(written)
    return Meeting(tuple(shared), tuple(alike), tuple(left))


def _is_everyday(word: str, language: str) -> bool:
    """Whether a word belongs to no topic."""
    return word in stopwords(language) or zipf(word, language) >= EVERYDAY


def _can_be_missed(word: str) -> bool:
    """Whether a word is neither a number nor a single letter."""
    return len(word) > 1 and not word.isdigit()


def _fields(article: Article) -> Iterator[tuple[str, Place, int]]:
    yield article.title, "title", len(article.title)
    yield article.body[:_READ], "text", _COMPARED
    for keyword in article.keywords:
        yield keyword, "keywords", len(keyword)


def _compound(word: str, article: ArticleWords, language: str) -> str | None:
    """Return the article's compound that has the word as a part, or its word that is a part of the compound asked."""
    whole = article.of_part.get(key(word, language))
    if whole is not None:
        return whole
    telling = [part for part in parts(word, language) if zipf(part, language) < EVERYDAY_PART]
    for part in reversed(telling):  # the last part says what the thing is
        found = article.of_key.get(key(part, language))
        if found is not None:
            return found.word
    return None


def _misspelt(word: str, article: ArticleWords, language: str) -> str | None:
    if word.isdigit() or zipf(word, language) >= OWN_WORD:
        return None
    found = nearest_slip(word, article.compared.keys())
    return article.compared[found] if found is not None else None

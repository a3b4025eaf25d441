"""The content words of the question, as the company and its customers ask it."""

from collections.abc import Iterable, Sequence

from ...text import terms
from .reading import Sentence

MAX_QUERIES = 20  # the commonest of the article's queries; more only add noise


def question_terms(title: str, own_queries: Sequence[str], language: str) -> frozenset[str]:
    """Term keys of the title and of the commonest queries that the article answers, compounds with their parts."""
    texts = (title, *own_queries[:MAX_QUERIES])
    return frozenset(term for text in texts for term in terms(text, language, compounds=True))


def terms_of(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Term keys of sentences without stop words, compounds with their parts."""
    words = (word for sentence in sentences for word in sentence.words if not word.facts.is_stopword)
    return frozenset(term for word in words for term in word.facts.keys)

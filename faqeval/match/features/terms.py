"""Query and article words as term keys, so that forms of one word meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ...text import key, parts, stopwords
from ..bags import Bags, map_words


@dataclass(frozen=True, slots=True)
class TermQueries:
    """Queries in the terms of the articles.

    ``terms`` is a 0/1 float32 csr matrix of shape (n_queries, n_terms); ``n_unknown`` (float32, shape (n_queries,))
    counts a query's different words that no article has.
    """

    terms: csr_matrix
    n_unknown: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The words of all queries, looked up once: their terms, and which of them are stop words or in no article.

    ``to_terms`` is float32 csr of shape (n_words, n_terms); the two others are 0/1 float32 of shape (n_words,).
    """

    to_terms: csr_matrix
    says_something: NDArray[np.float32]
    is_unknown: NDArray[np.float32]

    @classmethod
    def of(cls, words: Sequence[str], languages: Sequence[str], columns: Mapping[str, int]) -> Self:
        """Look words up in the terms (``columns``) of articles written in ``languages``."""
        stop = frozenset().union(*(stopwords(language) for language in languages))
        found = [[columns[term] for term in term_keys(word, languages) if term in columns] for word in words]
        return cls(
            map_words(found, len(columns)),
            np.array([word not in stop for word in words], dtype=np.float32),
            np.array([not terms for terms in found], dtype=np.float32),
        )

    def queries(self, counts: csr_matrix) -> TermQueries:
        """Return queries, given as word counts of shape (n_queries, n_words), in the articles' terms.

        Stop words are left out, unless a query consists of nothing else: then they are all there is to go by.
        """
        present = csr_matrix((np.ones_like(counts.data), counts.indices, counts.indptr), shape=counts.shape)
        only_stop_words = present @ self.says_something == 0
        # Cell by cell: a word stays when it says something, or when nothing in its query does.
        keep = self.says_something[present.indices] + np.repeat(only_stop_words, np.diff(present.indptr))
        present.data = (keep > 0).astype(np.float32)
        present.eliminate_zeros()
        terms = csr_matrix(present @ self.to_terms, dtype=np.float32)
        terms.data = np.ones_like(terms.data)
        terms.sort_indices()
        return TermQueries(terms, np.asarray(present @ self.is_unknown, dtype=np.float32))


def term_keys(word: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the keys of one word and of its parts under each of the languages, sorted.

    The parts of a compound and the halves of a hyphenated word count as words of their own.
    """
    found: set[str] = set()
    for language in languages:
        pieces = [word, *parts(word, language)]
        if "-" in word:
            pieces += [half for half in word.split("-") if half]
        found.update(key(piece, language) for piece in pieces)
    found.discard("")
    return tuple(sorted(found))


def term_counts(bag: Bags, language: str, columns: Mapping[str, int]) -> csr_matrix:
    """Return the term counts of articles in one language, float32 csr of shape (n_articles, n_terms)."""
    of_word = [[columns[term] for term in term_keys(word, (language,))] for word in bag.words]
    return bag.counts @ map_words(of_word, len(columns))

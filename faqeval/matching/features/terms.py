"""Query and article words as term keys, so that forms of one word meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ...text import key, parts, stopwords
from ..bags import Bags, map_words

_USUAL_QUERIES: Final = 50  # queries without the word that are counted beside the site's own: a few say little


@dataclass(frozen=True, slots=True)
class TermQueries:
    """Queries in the terms of the articles.

    ``terms`` is a float32 csr matrix of shape (n_queries, n_terms): what each term of a query weighs, 1 at most, less
    when many queries have it. ``n_unknown`` (float32, shape (n_queries,)) counts a query's different words that no
    article has, with the same weights.
    """

    terms: csr_matrix
    n_unknown: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Rarity:
    """How rare each term is: in how many of ``n_articles`` it stands, float64 of shape (n_terms,)."""

    n_articles: int
    n_with: NDArray[np.float64]

    @classmethod
    def of(cls, counts: csr_matrix) -> Self:
        """Count the articles of term counts, shape (n_articles, n_terms)."""
        return cls(counts.shape[0], np.asarray((counts > 0).sum(axis=0), dtype=np.float64).ravel())

    def idf(self, n_with: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return ln(1 + (N - n + .5) / (n + .5)), Lucene's idf."""
        return np.log(1 + (self.n_articles - n_with + 0.5) / (n_with + 0.5))

    def left(self, n_with: NDArray[np.float64], n_asked: NDArray[np.float64], n_queries: int) -> NDArray[np.float32]:
        """Return which share of a term's idf is left, 0..1, once its share of the site's queries is known.

        A word that most queries of a site have ("corona") says as little as one that most articles have: the larger of
        the two shares counts. A share among few queries is drawn towards 0.
        """
        share = n_asked / (n_queries + _USUAL_QUERIES)
        return np.asarray(self.idf(np.maximum(n_with, share * self.n_articles)) / self.idf(n_with), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The words of all queries, looked up once: their terms, and which of them are stop words or in no article.

    ``to_terms`` is float32 csr of shape (n_words, n_terms), ``says_something`` 0/1 float32 of shape (n_words,).
    ``unknown`` (float32, shape (n_words,)) is 0 for a word that some article has, else what it weighs, and ``weights``
    (float32, shape (n_terms,)) what each term weighs: see ``rarity_left``.
    """

    to_terms: csr_matrix
    says_something: NDArray[np.float32]
    unknown: NDArray[np.float32]
    weights: NDArray[np.float32]

    @classmethod
    def of(
        cls,
        words: Sequence[str],
        counts: csr_matrix,
        languages: Sequence[str],
        columns: Mapping[str, int],
        of_articles: Rarity,
    ) -> Self:
        """Look words up in the terms (``columns``) of articles written in ``languages``.

        ``counts`` are the word counts of all different queries, shape (n_queries, n_words).
        """
        stop = frozenset().union(*(stopwords(language) for language in languages))
        found = [[columns[term] for term in term_keys(word, languages) if term in columns] for word in words]
        to_terms = map_words(found, len(columns))
        n_queries, present = counts.shape[0], (counts > 0).astype(np.float32)
        no_article = np.array([not terms for terms in found], dtype=np.float32)
        with_word = np.asarray(present.sum(axis=0)).ravel()
        with_term = np.asarray(((present @ to_terms) > 0).sum(axis=0)).ravel()
        return cls(
            to_terms,
            np.array([word not in stop for word in words], dtype=np.float32),
            no_article * of_articles.left(np.zeros(len(words)), with_word, n_queries),
            of_articles.left(of_articles.n_with, with_term, n_queries),
        )

    def queries(self, counts: csr_matrix) -> TermQueries:
        """Return queries, given as word counts of shape (n_queries, n_words), in the articles' terms.

        Stop words are left out, unless a query consists of nothing else: then they are all there is to go by.
        """
        # copied, since dropping cells below changes indices in place
        present = csr_matrix((np.ones_like(counts.data), counts.indices, counts.indptr), shape=counts.shape, copy=True)
        only_stop_words = present @ self.says_something == 0
        # Cell by cell: a word stays when it says something, or when nothing in its query does.
        keep = self.says_something[present.indices] + np.repeat(only_stop_words, np.diff(present.indptr))
        present.data = (keep > 0).astype(np.float32)
        present.eliminate_zeros()
        terms = csr_matrix(present @ self.to_terms, dtype=np.float32)
        terms.data = self.weights[terms.indices]
        terms.sort_indices()
        return TermQueries(terms, np.asarray(present @ self.unknown, dtype=np.float32))


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

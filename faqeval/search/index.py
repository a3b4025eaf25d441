"""The articles a site's search looks through, made ready once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from ..config import SearchSettings
from ..measures.bm25 import bm25_weights
from ..records import Article
from .analyzer import article_terms, search_terms


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Articles of one language in the order of their ids.

    ``places`` (int64) are their positions in the caller's sequence. ``weights`` are float32 csr of shape
    (n_terms, n_articles): first the index proper, without stop words, then the same with them, which only queries of
    nothing but stop words use.
    """

    places: NDArray[np.int64]
    codes: tuple[str, ...]
    columns: dict[str, int]
    weights: csr_matrix
    weights_with_stop_words: csr_matrix


def searched_places(articles: Sequence[Article], language: str) -> tuple[int, ...]:
    """Return the positions of the articles a customer of that language searches: those of the language, else all.

    A site searches in the language it is shown in. Articles of unknown language are searched by everyone.
    """
    if language != "und" and any(article.language == language for article in articles):
        return tuple(i for i, article in enumerate(articles) if article.language in (language, "und"))
    return tuple(range(len(articles)))


def make_index(articles: Sequence[Article], places: Sequence[int], settings: SearchSettings) -> SearchIndex:
    """Index title and body of the articles at ``places`` as one field."""
    ordered = sorted(places, key=lambda place: articles[place].article_id)
    texts = [article_terms(f"{articles[i].title}\n{articles[i].body}", articles[i].language) for i in ordered]
    columns = {term: i for i, term in enumerate(sorted({term for terms, _ in texts for term in terms}))}
    everything = _counts([terms for terms, _ in texts], columns)
    content = _counts([[t for t, stop in zip(*text, strict=True) if not stop] for text in texts], columns)
    return SearchIndex(
        places=np.array(ordered, dtype=np.int64),
        codes=tuple(sorted({articles[i].language for i in ordered})),
        columns=columns,
        weights=_by_term(bm25_weights(content, settings.k1, settings.b)),
        weights_with_stop_words=_by_term(bm25_weights(everything, settings.k1, settings.b)),
    )


def search_scores(index: SearchIndex, texts: Sequence[str]) -> NDArray[np.float32]:
    """Return BM25 of each query and article, float32 of shape (n_queries, n_articles); 0 where no word meets."""
    analysed = [search_terms(text, index.codes) for text in texts]
    scores = (_counts([() if stop else terms for terms, stop in analysed], index.columns) @ index.weights).toarray()
    rows = [row for row, (_, stop) in enumerate(analysed) if stop]
    if rows:
        counts = _counts([analysed[row][0] for row in rows], index.columns)
        scores[rows] = (counts @ index.weights_with_stop_words).toarray()
    return np.asarray(scores, dtype=np.float32)


def _counts(texts: Sequence[Sequence[str]], columns: dict[str, int]) -> csr_matrix:
    """Return term counts, float32 csr of shape (n_texts, n_terms); unknown terms count nowhere."""
    found = [[columns[term] for term in terms if term in columns] for terms in texts]
    ends = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in found], out=ends[1:])
    flat = np.fromiter((column for row in found for column in row), dtype=np.int32, count=int(ends[-1]))
    counts = csr_matrix((np.ones(len(flat), dtype=np.float32), flat, ends), shape=(len(texts), len(columns)))
    counts.sum_duplicates()
    return counts


def _by_term(weights: csr_matrix) -> csr_matrix:
    return csr_matrix(weights.T, dtype=np.float32)

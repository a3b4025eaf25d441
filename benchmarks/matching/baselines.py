"""The plain matchers that a fused one must beat: words alone, vectors alone, and both by reciprocal rank fusion."""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from benchmarks.matching.plays import Matcher
from benchmarks.matching.ranked import by_id, ranked
from faqeval.matching.embedders import Embedder
from faqeval.matching.features.terms import term_keys
from faqeval.matching.features.vectors import centred, middle_of_articles, middle_of_queries
from faqeval.matching.pool import title_of
from faqeval.measures.bm25 import bm25_weights
from faqeval.records import Article, Rankings
from faqeval.text import stopwords, words

RRF_K = 60  # as in the paper


def bm25(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
    """Rank by BM25 over title twice and body; an article without a word of the query is not returned."""
    return ranked(articles, queries, bm25_scores(articles, queries), above=0)


def bm25_scores(articles: Sequence[Article], queries: pd.DataFrame) -> NDArray[np.float64]:
    """Return BM25 (k1 1.2, b .75) in the term keys that faqeval's matcher uses, compound parts among them."""
    texts = [_keys(f"{a.title}\n{a.title}\n{a.body}", (a.language,)) for a in articles]
    codes = tuple(sorted({article.language for article in articles}))
    asked = [dict.fromkeys(_without_stop_words(text, codes)) for text in queries["text"]]
    columns = {term: i for i, term in enumerate(dict.fromkeys(term for text in texts for term in text))}
    weights = bm25_weights(_counts(texts, columns))
    return np.asarray((_counts(asked, columns) @ weights.T).toarray(), dtype=np.float64)


def vectors_alone(embedder: Embedder) -> Matcher:
    """Return the matcher that ranks by the larger cosine of title and body."""

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
        return ranked(articles, queries, cosines(embedder, articles, queries))

    return match


def cosines(embedder: Embedder, articles: Sequence[Article], queries: pd.DataFrame) -> NDArray[np.float64]:
    """Return the larger cosine of title and body; where one of them is missing the other stands for it."""
    titles, bodies, asked = _vectors(embedder, articles, queries)
    return _larger(asked @ titles.T, asked @ bodies.T)


def vectors_from_the_middle(embedder: Embedder) -> Matcher:
    """Return the matcher that ranks by the same cosines, seen from the middle of the site's queries and articles."""

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
        titles, bodies, asked = _vectors(embedder, articles, queries)
        order = by_id(articles)  # sums of floats depend on their order
        of_articles = middle_of_articles(np.concatenate([titles[order], bodies[order]]), embedder)
        asked = centred(asked, middle_of_queries(asked[np.argsort(queries["text"], kind="stable")], embedder))
        scores = _larger(asked @ centred(titles, of_articles).T, asked @ centred(bodies, of_articles).T)
        return ranked(articles, queries, scores)

    return match


def _vectors(
    embedder: Embedder, articles: Sequence[Article], queries: pd.DataFrame
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Return the unit vectors of titles, bodies and queries."""
    titles = embedder.embed_passages([title_of(article) for article in articles])
    bodies = embedder.embed_passages([article.body or article.title for article in articles])
    return titles, bodies, embedder.embed_queries(list(queries["text"]))


def _larger(titles: NDArray[np.float32], bodies: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return the larger score in six decimals: so equal texts are equal, not told apart by a sum's last bit."""
    return np.asarray(np.round(np.maximum(titles, bodies), 6), dtype=np.float64)


def reciprocal_rank_fusion(embedder: Embedder) -> Matcher:
    """Return the matcher that adds 1 / (60 + rank) of BM25 and of the cosines.

    Source: Cormack, Clarke & Buettcher, SIGIR 2009.
    """

    def match(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
        order = by_id(articles)  # equal scores get their ranks in this order
        ordered = [articles[place] for place in order]
        by_words = bm25_scores(ordered, queries)
        scores = np.empty_like(by_words)
        scores[:, order] = _reciprocal(np.where(by_words > 0, by_words, -np.inf))
        scores[:, order] += _reciprocal(cosines(embedder, ordered, queries))
        return ranked(articles, queries, scores)

    return match


def _reciprocal(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(1, scores.shape[1] + 1)[None, :].repeat(len(scores), axis=0), axis=1)
    return np.where(np.isfinite(scores), 1 / (RRF_K + ranks), 0)


def _keys(text: str, codes: tuple[str, ...]) -> list[str]:
    return [term for word in words(text) for term in _keys_of_word(word, codes)]


def _without_stop_words(text: str, codes: tuple[str, ...]) -> list[str]:
    found = words(text)
    stop = _stop_words(codes)
    kept = [word for word in found if word not in stop] or found
    return [term for word in kept for term in _keys_of_word(word, codes)]


@lru_cache(maxsize=200_000)
def _keys_of_word(word: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    return term_keys(word, codes)


@lru_cache
def _stop_words(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(stopwords(code) for code in codes))


def _counts(texts: Sequence[Sequence[str]] | Sequence[dict[str, None]], columns: dict[str, int]) -> csr_matrix:
    found = [[columns[term] for term in text if term in columns] for text in texts]
    ends = np.cumsum([0, *(len(row) for row in found)])
    flat = [column for row in found for column in row]
    counts = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(texts), len(columns)))
    counts.sum_duplicates()
    return counts

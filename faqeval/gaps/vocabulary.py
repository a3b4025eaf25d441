"""Whose words are whose: the terms of queries and articles, and how customers spell them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ..records import Article
from ..text import fold, key, nearest_slip, parts, stopwords, tokens


@dataclass(frozen=True, slots=True)
class AskedQuery:
    """One unique query: its text, how often it was asked, and its distinct content terms in reading order."""

    text: str
    language: str
    count: int
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Terms of queries and articles; a term is the key of a word's forms within one language.

    ``queries[i]`` is row i of the query table, ``article_terms[j]`` all terms of
    article j including the parts of its compounds, ``title_terms[j]`` those of its title. ``asked[language][term]``
    counts how often customers used a term (sum of ``count``); ``spelling[language][term]`` is the customers'
    commonest spelling, ``article_spelling[j][term]`` the article's first one.
    """

    queries: tuple[AskedQuery, ...]
    article_terms: tuple[frozenset[str], ...]
    title_terms: tuple[tuple[str, ...], ...]
    asked: dict[str, Counter[str]]
    spelling: dict[str, dict[str, str]]
    article_spelling: tuple[dict[str, str], ...]


def read_vocabulary(
    articles: Sequence[Article], texts: pd.DataFrame, is_query: NDArray[np.bool_] | None = None
) -> Vocabulary:
    """Collect the terms of all queries and articles.

    Parameters
    ----------
    articles : the articles, n_articles of them.
    texts : rows with ``text``, ``language`` and ``count``: queries, and texts of logs if there are any.
    is_query : which of them are queries, which alone say what customers say and how they spell it; None: all.
    """
    own = np.ones(len(texts), dtype=np.bool_) if is_query is None else is_query
    asked: dict[str, Counter[str]] = {}
    forms: dict[str, dict[str, Counter[str]]] = {}
    read = []
    rows = zip(texts["text"], texts["language"], texts["count"], own.tolist(), strict=True)
    for text, language, count, is_own in rows:
        pairs = _term_pairs(text, language)
        in_language = asked.setdefault(language, Counter())
        spelled = forms.setdefault(language, {})
        for term, form in pairs.items() if is_own else ():
            in_language[term] += int(count)
            spelled.setdefault(term, Counter())[form] += int(count)
        read.append(AskedQuery(text, language, int(count), tuple(pairs)))
    spelling = {code: {term: _commonest(seen) for term, seen in terms.items()} for code, terms in forms.items()}
    titles = [_term_pairs(article.title, article.language) for article in articles]
    bodies = [_term_pairs(article.body, article.language) for article in articles]
    return Vocabulary(
        queries=tuple(read),
        article_terms=tuple(
            frozenset(_with_parts({**body, **title}, article.language))
            for article, title, body in zip(articles, titles, bodies, strict=True)
        ),
        title_terms=tuple(tuple(title) for title in titles),
        asked=asked,
        spelling=spelling,
        article_spelling=tuple({**body, **title} for title, body in zip(titles, bodies, strict=True)),
    )


def lacking_terms(terms: Sequence[str], article_terms: frozenset[str], language: str) -> tuple[str, ...]:
    """Return the terms an article lacks.

    A compound it lacks counts as there when it has all the parts, and a misspelt word when it has the right one: a
    writer need not add "nuisence" to a text about nuisance calls.
    """
    lacking = []
    for term in terms:
        if term in article_terms or nearest_slip(term, article_terms) is not None:
            continue
        pieces = parts(term, language)
        if not (pieces and all(key(piece, language) in article_terms for piece in pieces)):
            lacking.append(term)
    return tuple(lacking)


def _term_pairs(text: str, language: str) -> dict[str, str]:
    """Map each content term of a text to the word it was first written as (lower case)."""
    stops = stopwords(language)
    pairs: dict[str, str] = {}
    for token in tokens(text):
        word = token.text.casefold()
        if word not in stops and not word.isdigit() and len(word) > 1 and fold(word):
            pairs.setdefault(key(word, language), word)
    return pairs


def _with_parts(pairs: dict[str, str], language: str) -> list[str]:
    """Return the terms and the terms of their compound parts."""
    found = list(pairs)
    for word in pairs.values():
        found.extend(key(piece, language) for piece in parts(word, language))
    return found


def _commonest(forms: Counter[str]) -> str:
    return min(forms, key=lambda form: (-forms[form], form))

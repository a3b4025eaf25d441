"""Every open set played as a site that has people's labels, the judge's probabilities, and a customer search."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

from faqeval.config import SearchSettings
from faqeval.matching.fitting.cases import Case, hash_share
from faqeval.records import Article, Rankings
from faqeval.search import search_articles
from faqeval.text import stopwords, words
from training.sites.sets import read_cases

MOST_QUERIES = 2_000  # per case: an article needs several queries of its own
MISSING_SHARE = 1 / 3  # of the articles are taken out of the FAQ
SEARCHES = ("BM25", "titles only", "all words")
DEPTH = SearchSettings().depth
TITLE_STAND_IN = 120  # characters of the first line that a search through titles reads where there is no title


@dataclass(frozen=True, slots=True, eq=False)
class PlayedSite:
    """One case with one customer search; ``gold`` holds 1 where people say that the article answers the query."""

    name: str
    group: str
    articles: tuple[Article, ...]
    queries: pd.DataFrame
    search_name: str
    is_whole: bool  # no article was taken out
    search: Rankings
    gold: Rankings


def played_sites(folder: Path) -> Iterator[PlayedSite]:
    """Yield each case whole and with a third of its articles missing, under each customer search that differs."""
    for case in read_cases(folder, most=MOST_QUERIES):
        for is_whole in (True, False):
            articles = case.articles if is_whole else _two_thirds(case)
            queries = _table(case)
            gold = _gold(case, articles, queries)
            searches = zip(SEARCHES, (_bm25, _titles_only, _all_words), strict=True)
            found = {name: search(articles, queries) for name, search in searches}
            for name, search in found.items():
                if name == "titles only" and not any(article.body for article in articles):
                    continue  # the same as BM25
                yield PlayedSite(case.name, case.group, articles, queries, name, is_whole, search, gold)


def _two_thirds(case: Case) -> tuple[Article, ...]:
    return tuple(
        article for article in case.articles if hash_share(f"missing{case.name}{article.article_id}") >= MISSING_SHARE
    )


def _table(case: Case) -> pd.DataFrame:
    ids = [f"q{number:05d}" for number in range(len(case.queries))]
    texts = [query.text for query in case.queries]
    return pd.DataFrame({"query_id": ids, "text": texts, "language": case.articles[0].language, "count": 1})


def _gold(case: Case, articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
    place_of = {article.article_id: place for place, article in enumerate(articles)}
    right = [sorted(place_of[name] for name in query.article_ids if name in place_of) for query in case.queries]
    places = np.full((len(right), max(map(len, right))), -1, dtype=np.int32)
    for row, found in enumerate(right):
        places[row, : len(found)] = found
    return Rankings(tuple(queries["query_id"]), tuple(place_of), places, (places >= 0).astype(np.float32))


def _bm25(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
    return search_articles(articles, queries, SearchSettings())


def _titles_only(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
    titles = [replace(article, title=article.title or _first_line(article.body), blocks=()) for article in articles]
    return search_articles(titles, queries, SearchSettings())


def _first_line(body: str) -> str:
    return body.strip().split("\n", 1)[0][:TITLE_STAND_IN]


def _all_words(articles: Sequence[Article], queries: pd.DataFrame) -> Rankings:
    """Find the articles that hold every word of the query somewhere, those with more of them in the title first."""
    texts = [f"{article.title}\n{article.body}".casefold() for article in articles]
    titles = [article.title.casefold() for article in articles]
    stop = stopwords(articles[0].language)
    places = np.full((len(queries), DEPTH), -1, dtype=np.int32)
    for row, text in enumerate(queries["text"]):
        asked = [word for word in words(text) if word not in stop] or words(text)
        found = [place for place, whole in enumerate(texts) if asked and all(word in whole for word in asked)]
        in_title = {place: sum(word in titles[place] for word in asked) for place in found}
        found.sort(key=lambda place: (-in_title[place], articles[place].article_id))
        places[row, : min(len(found), DEPTH)] = found[:DEPTH]
    scores = np.where(places >= 0, 1 / np.arange(1, DEPTH + 1), 0).astype(np.float32)
    ids = tuple(article.article_id for article in articles)
    return Rankings(tuple(queries["query_id"]), ids, places, scores)

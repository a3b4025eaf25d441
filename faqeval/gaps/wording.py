"""The words customers use and an article lacks, and the words the article has instead."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from ..text import fold, zipf
from .evidence import Evidence
from .vocabulary import lacking_terms

EVERYDAY_ZIPF: Final = 6.0  # words about as common as "have": they say nothing about the subject


def customer_words(evidence: Evidence, rows: Sequence[int], article: int) -> tuple[str, ...]:
    """Return the words customers use in these queries and the article lacks, most asked for first.

    A word counts with the times it was asked and with how far it belongs to these queries rather than to all. Words
    written in one query only are taken when too few others are left, so that misspellings come last.
    """
    vocabulary = evidence.vocabulary
    asked: Counter[str] = Counter()
    writers: Counter[str] = Counter()
    for row in rows:
        query = vocabulary.queries[row]
        for term in lacking_terms(query.terms, vocabulary.article_terms[article], query.language):
            asked[term] += query.count
            writers[term] += 1
    language = evidence.articles[article].language
    spelling = vocabulary.spelling.get(language, {})
    overall = vocabulary.asked.get(language, Counter())
    subject = [term for term in asked if zipf(spelling.get(term, term), language) < EVERYDAY_ZIPF]
    ordered = sorted(
        subject, key=lambda term: (writers[term] < 2, -asked[term] * asked[term] / max(overall[term], 1), term)
    )
    return tuple(spelling.get(term, term) for term in ordered[: evidence.settings.max_words])


def article_words(evidence: Evidence, rows: Sequence[int], article: int) -> tuple[str, ...]:
    """Return the words the article has instead: no customer uses them, and they mean something near the queries.

    Title words first. Among the words of the answer those are taken whose meaning vector lies nearest to the mean of
    the queries, and only words that the article writes more than once or the title holds.
    """
    vocabulary, chosen = evidence.vocabulary, evidence.articles[article]
    asked = vocabulary.asked.get(chosen.language, Counter())
    spelling = vocabulary.article_spelling[article]
    title = vocabulary.title_terms[article]
    written = Counter(fold(chosen.body).split())
    unsaid = [
        term
        for term, word in spelling.items()
        if not asked[term]
        and (term in title or written[word] > 1)
        and zipf(word, chosen.language) < EVERYDAY_ZIPF
        and not any(mark.isdigit() for mark in word)
    ]
    if not unsaid:
        return ()
    words = [spelling[term] for term in unsaid]
    wanted = evidence.embed([vocabulary.queries[row].text for row in rows]).mean(axis=0)
    near = np.round(evidence.embed(words) @ wanted, 6)
    in_title = set(title)
    order = sorted(range(len(words)), key=lambda i: (unsaid[i] not in in_title, -near[i], words[i]))
    return tuple(words[i] for i in order[: evidence.settings.max_words])


def rows_by_article(evidence: Evidence) -> dict[int, list[int]]:
    """Return the rows of the query table that each article answers, keyed by the article's position."""
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for row, article in enumerate(evidence.best):
        if article >= 0:
            rows[int(article)].append(row)
    return dict(rows)

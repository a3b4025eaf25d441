"""Which query and which words stand for a group of queries."""

from collections import Counter
from collections.abc import Sequence
from math import log, sqrt
from typing import Final

from .vocabulary import Vocabulary

READABLE_WORDS: Final = range(2, 13)  # a name of one word says too little, one of more than a line is not read


def most_typical_first(rows: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """Order a group's queries so that the most typical and readable one comes first.

    Typical is a query whose terms the group's other queries use: the sum of the terms' shares in the group, divided by
    the root of the number of terms, times the logarithm of how often it was asked. A query of 2 to 12 words goes before
    shorter and longer ones. Ties: the shorter text, then the alphabet.
    """
    used = _demand_of_terms(rows, vocabulary)
    total = max(sum(vocabulary.queries[row].count for row in rows), 1)

    def rank(row: int) -> tuple[bool, float, int, str]:
        query = vocabulary.queries[row]
        likeness = sum(used[term] / total for term in query.terms) / sqrt(max(len(query.terms), 1))
        weight = likeness * (1 + log(query.count))
        return (len(query.text.split()) not in READABLE_WORDS, -round(weight, 9), len(query.text), query.text)

    return sorted(rows, key=rank)


def typical_words(rows: Sequence[int], language: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the words this group uses more than customers in general do, in the customers' spelling, best first.

    Score of a term: its demand in the group times the share of its whole demand that falls into the group. Words seen
    in one query only come last, so that a misspelling does not name a need.
    """
    used = _demand_of_terms(rows, vocabulary)
    n_queries = Counter(term for row in rows for term in vocabulary.queries[row].terms)
    asked, spelling = vocabulary.asked.get(language, Counter()), vocabulary.spelling.get(language, {})

    def rank(term: str) -> tuple[bool, float, str]:
        return (n_queries[term] < min(2, len(rows)), -used[term] * used[term] / max(asked[term], 1), term)

    return tuple(spelling.get(term, term) for term in sorted(used, key=rank))


def _demand_of_terms(rows: Sequence[int], vocabulary: Vocabulary) -> Counter[str]:
    used: Counter[str] = Counter()
    for row in rows:
        for term in vocabulary.queries[row].terms:
            used[term] += vocabulary.queries[row].count
    return used

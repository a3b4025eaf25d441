"""A query that is an article's title asks for that article, whatever else is in the log."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from ..records import Rankings
from ..text import stopwords, words
from .features.terms import term_keys
from .pool import Pool

TITLE_PROBABILITY: Final = 0.95  # at least, of an article whose title is asked for: docs/method/match.md#titles
NEARLY: Final = 0.93  # likeness of query and title, letters in order, from which one is a slip of the other
_FEWEST_WORDS: Final = 2  # that say something: one word alone, in another form, is a topic more often than a title
_SHORTEST: Final = 8  # letters of a title that may be met nearly: of shorter ones, one letter makes another word


def put_titles_first(matches: Rankings, rows: NDArray[np.int64], texts: Sequence[str], pool: Pool) -> Rankings:
    """Return the rankings with articles whose title a query is, word for word or nearly, first and at .95 or above.

    Parameters
    ----------
    matches : rankings of all queries.
    rows, texts : those of one pool, and their texts.

    Notes
    -----
    Word for word: the very title, in any case and with any signs; or the same two words or more in any form and order,
    stop words left out. Nearly: a likeness of .93 (normalised Levenshtein distance of both in lower case, signs left
    out) with an article that is ranked already. How often each was right: docs/method/match.md#titles.
    """
    keys = _Keys(pool.languages)
    columns_of: dict[tuple[str, ...], list[int]] = {}
    plain_titles = [_plain(title) for title in pool.titles]
    for column, title in enumerate(pool.titles):
        if len(key := keys.of(title)) >= _FEWEST_WORDS:
            columns_of.setdefault(key, []).append(column)
        columns_of.setdefault((plain_titles[column],), []).append(column)
    column_at = {int(place): column for column, place in enumerate(pool.places)}
    places, scores = matches.places.copy(), matches.scores.copy()
    for row, text in zip(rows.tolist(), texts, strict=True):
        ranked = [column_at[place] for place in places[row].tolist() if place >= 0]
        if not ranked:
            continue
        plain, key = _plain(text), keys.of(text)
        asked = set(columns_of.get((plain,), ())) if plain else set()
        if len(key) >= _FEWEST_WORDS:
            asked |= set(columns_of.get(key, ()))
        if not asked and len(plain) >= _SHORTEST:
            asked = {column for column in ranked if fuzz.ratio(plain, plain_titles[column]) >= 100 * NEARLY}
        if asked:
            _put_first(places[row], scores[row], [int(pool.places[column]) for column in sorted(asked)])
    return replace(matches, places=places, scores=scores)


def _put_first(places: NDArray[np.int32], scores: NDArray[np.float32], first: Sequence[int]) -> None:
    """Change one row in place: the articles ``first``, by probability, then the others as they stand."""
    own = dict(zip(places.tolist(), scores.tolist(), strict=True))
    raised = sorted(((max(own.get(place, 0.0), TITLE_PROBABILITY), place) for place in first), key=lambda one: -one[0])
    others = [(score, place) for place, score in own.items() if place >= 0 and place not in set(first)]
    lowest = raised[-1][0]
    kept = [*raised, *((min(score, lowest), place) for score, place in others)][: len(places)]
    places[:], scores[:] = -1, 0.0
    for rank, (score, place) in enumerate(kept):
        places[rank], scores[rank] = place, score


class _Keys:
    """Turns a text into the sorted keys of its words, each word looked up once; () for a text of stop words."""

    def __init__(self, languages: Sequence[str]) -> None:
        self._languages = languages
        self._stop = frozenset().union(*(stopwords(language) for language in languages))
        self._key: dict[str, str] = {}

    def of(self, text: str) -> tuple[str, ...]:
        found = {self._of_word(word) for word in words(text) if word not in self._stop}
        return tuple(sorted(found))

    def _of_word(self, word: str) -> str:
        if word not in self._key:
            self._key[word] = min(term_keys(word, self._languages), key=lambda key: (-len(key), key), default=word)
        return self._key[word]


def _plain(text: str) -> str:
    return " ".join(words(text))

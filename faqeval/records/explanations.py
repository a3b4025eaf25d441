"""Why an article counts as an answer of a query, in the customer's and the article's own words."""

from dataclasses import dataclass
from typing import Literal

Place = Literal["title", "text", "keywords"]  # of the article
Carrier = Literal["", "words", "spelling", "meaning", "reader", "people"]


@dataclass(frozen=True, slots=True)
class SharedWord:
    """A word of the query that the article has too, in any of its forms."""

    word: str  # the customer's spelling
    place: Place  # the first of title, text and keywords that has it


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of the query and the article's word it was taken for."""

    word: str  # the customer's spelling
    article_word: str  # the article's spelling


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why one article counts as an answer of one query; each word that carries the query is in one of four tuples.

    Numbers that the article lacks are in none. Words that say most come first. ``carried_by`` is what set the article
    apart from the query's other candidates: shared words, similar spelling, nearness in meaning, a reader, or what
    people said; "" when nothing did, or when the article was no candidate of this query alone. ``is_first`` says
    whether it was the likeliest of them, before people and other queries were heard.
    """

    shared: tuple[SharedWord, ...] = ()
    spelled_alike: tuple[WordPair, ...] = ()
    near_in_meaning: tuple[WordPair, ...] = ()
    lacking: tuple[str, ...] = ()
    carried_by: Carrier = ""
    is_first: bool = False

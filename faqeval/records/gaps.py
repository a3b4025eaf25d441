"""Needs and gaps: what customers want, and why the FAQ as it stands sends them to customer service."""

from dataclasses import dataclass
from typing import Final

from .messages import Message

GAPS_SHOWN: Final = 20  # of a kind; docs/method/report.md#size
EXAMPLES_SHOWN: Final = 5  # questions of a gap
NOT_ENOUGH: Final = "not_enough_data"  # the verdict on a need with fewer contacts than stated


@dataclass(frozen=True, slots=True)
class NearArticle:
    """An article near a need: how sure are we that it answers the need as a whole?"""

    article_id: str
    answer_probability: float  # 0..1


@dataclass(frozen=True, slots=True)
class Need:
    """A group of queries that want the same answer."""

    need_id: str  # stable for equal content
    name: str  # its most typical query, in the customers' words; without queries, the most typical contact reason
    words: tuple[str, ...]  # the words most typical of it, customers' spelling
    language: str
    query_rows: tuple[int, ...]  # rows of the query table, most typical first; () when only contacts tell of it
    demand: int  # sum of count
    article_id: str  # the article that answers it; "" when none does
    near: tuple[NearArticle, ...] = ()  # articles near the queries that no article answers alone, surest first


@dataclass(frozen=True, slots=True)
class Gap:
    """One line of the work list."""

    gap_id: str  # stable for equal content
    kind: str
    cause: str  # of its kind, or ""
    article_id: str  # "" for missing
    other_article_ids: tuple[str, ...]  # duplicates, articles that outrank
    need_id: str
    need: str
    language: str
    demand: int  # how many times customers asked what this gap concerns
    demand_share: float  # of all queries, 0..1
    confidence: float  # how sure we are that the gap is real, 0..1
    priority: float  # demand x confidence x share lost; orders the list
    customer_words: tuple[str, ...]
    article_words: tuple[str, ...]
    advice: Message
    examples: tuple[str, ...]  # customers' own queries, masked
    query_rows: tuple[int, ...] = ()
    near: tuple[NearArticle, ...] = ()  # missing: the three nearest articles, then unasked ones
    quote: str = ""  # the sentence of the article at fault
    contacts: int | None = None  # about it, in the files given; None: no contacts were given
    avoidable: tuple[float, float, float] | None = None  # contacts a month: value, low, high
    saved: tuple[float, float, float] | None = None  # money a month, in the currency of the settings
    numbers: tuple[tuple[str, float], ...] = ()  # what the gap's verdict rests on, by name; for what is shown


@dataclass(frozen=True, slots=True)
class NeedVerdict:
    """Why customers contact customer service about one need."""

    need: int  # code, see records/journeys.py
    kind: str  # a kind of gap; "" when nothing speaks against the FAQ, NOT_ENOUGH below the stated number
    n_contacts: int
    confidence: float  # 0..1

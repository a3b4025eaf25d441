"""What was measured on articles: how well they are found and how easily they are understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .figure import Figure
from .messages import Message


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that makes an article hard to understand, with the sentence it points at."""

    kind: str
    message: Message
    in_short: Message  # what it is, as the end of "What makes it hard: …"
    sentence: str  # the sentence (or the beginning of the text) it points at
    block: int  # position in the article's blocks; -1 = title
    words: tuple[str, ...] = ()  # the words at fault, as written
    weight: float = 0.0  # share of the lost score this finding stands for, 0..1


@dataclass(frozen=True, slots=True)
class Understandability:
    """How easily a text is understood. Higher is easier.

    ``score`` (0..1) is None only for unsupported languages or a text without a sentence; ``band`` (very_easy, easy,
    medium, hard, very_hard) is None below the stated number of words. ``formula_value`` is the raw value of the
    language's own formula (named in ``formula``).
    """

    score: float | None
    band: str | None
    findings: tuple[Finding, ...]
    language: str
    formula: str = ""
    formula_value: float | None = None
    n_words: int = 0
    n_sentences: int = 0


@dataclass(frozen=True, slots=True)
class ArticleFindability:
    """How well customers' own words lead to one article through the customer search.

    ``findability`` is None below the stated number of queries; ``demand`` is the expected number of times
    the article was asked for; ``shown_share`` the share of that demand for which the search showed it within the depth;
    ``top_share`` the share for which it stood in the first places.
    """

    article_id: str
    demand: float
    n_queries: int  # unique queries that this article counts as an answer of
    findability: float | None
    low: float | None
    high: float | None
    shown_share: float | None
    top_share: float | None


@dataclass(frozen=True, slots=True)
class Findability:
    """Findability of all articles, in the order of the articles given, and of the FAQ as a whole.

    ``figures`` holds, by their names in ``summary.json``: findability, found_share (found in the first places),
    findability_gini, answerable_share and missing_share. ``believed`` is the findability if the judge were simply
    believed, before it was corrected; ``widened_by`` is how far an end of its interval moved for what is left.
    """

    articles: tuple[ArticleFindability, ...]
    figures: Mapping[str, Figure] = field(default_factory=dict)
    believed: float | None = None
    widened_by: float = 0.0

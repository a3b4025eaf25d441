"""One FAQ played four times: whole, and three times with a third of its articles missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from ...records import Article
from .cases import Case, hash_share

WHOLE = -1
THIRDS = 3


@dataclass(frozen=True, slots=True, eq=False)
class Play:
    """The articles a matcher gets, and for each query of the case those of them that answer it; none: unanswerable.

    ``third`` is the third of the case's articles that is missing, or ``WHOLE``.
    """

    third: int
    articles: tuple[Article, ...]
    gold: tuple[frozenset[str], ...]


def plays(case: Case) -> Iterator[Play]:
    """Yield the case whole, then without each third of its articles; a third is chosen by the hash of the article's id.

    A play that would have no article is left out.
    """
    for third in (WHOLE, *range(THIRDS)):
        articles = tuple(article for article in case.articles if third_of(article.article_id) != third)
        there = {article.article_id for article in articles}
        if articles:
            yield Play(third, articles, tuple(query.article_ids & there for query in case.queries))


def third_of(article_id: str) -> int:
    """Return 0, 1 or 2: the same for the same id, wherever it stands."""
    return int(hash_share("third" + article_id) * THIRDS)

"""One article per id, whichever row comes first."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...records import Article
from ..cells.reject_list import SAME_ROW

OTHER_CONTENT: Final = (
    "another row has the same id and other content; kept was the one updated last, else the longer, "
    "else the first by alphabet"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article that may still share its id with others."""

    line: int
    article: Article
    declares_language: bool


def one_article_per_id(drafts: Sequence[Draft]) -> tuple[tuple[Article, ...], list[tuple[int, str]]]:
    """Return articles with ids of their own, by id, and the lines of the others with the reason.

    Rows of one id that declare different languages are translations: each gets its language behind the id, as in
    ``17:sv``. Other rows of one id: equal ones are one; of different ones the last updated is kept, else the longer,
    else the first by alphabet. None of that looks at the order of the rows.
    """
    by_id: dict[str, list[Draft]] = defaultdict(list)
    for draft in _apart_by_language(drafts):
        by_id[draft.article.article_id].append(draft)
    kept: list[Article] = []
    rejected: list[tuple[int, str]] = []
    for _, group in sorted(by_id.items()):
        best = _best([draft.article for draft in group])
        kept.append(best)
        is_kept = False
        for draft in group:
            if draft.article == best and not is_kept:
                is_kept = True
            else:
                rejected.append((draft.line, SAME_ROW if draft.article == best else OTHER_CONTENT))
    return tuple(kept), rejected


def _apart_by_language(drafts: Sequence[Draft]) -> list[Draft]:
    languages: dict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.declares_language:
            languages[draft.article.article_id].add(draft.article.language)
    return [_with_language(draft) if len(languages[draft.article.article_id]) > 1 else draft for draft in drafts]


def _with_language(draft: Draft) -> Draft:
    if not draft.declares_language:
        return draft
    article = draft.article
    return replace(draft, article=replace(article, article_id=f"{article.article_id}:{article.language}"))


def _best(articles: Sequence[Article]) -> Article:
    newest = max(article.updated_at for article in articles)
    longest = max(len(article.body) for article in articles if article.updated_at == newest)
    last = [article for article in articles if article.updated_at == newest and len(article.body) == longest]
    return min(last, key=lambda article: (article.title, article.body, repr(article)))

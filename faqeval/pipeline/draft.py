"""What a draft would be worth among the published articles."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ..config import Settings
from ..ingest import Source, public_phones, queries_from_texts, read_articles, read_draft, read_queries
from ..matching import match_site
from ..records import Article, ArticleFindability, Gap, Queries, Understandability
from ..score import score_text
from .evaluate import evaluate_articles, language_shares
from .match import say_matches

_DRAFT_ID: Final = "(draft)"
_MAX_QUESTIONS: Final = 20


@dataclass(frozen=True, slots=True)
class Published:
    """The articles that are public, and what customers wrote; ``queries`` is None when that is not known."""

    articles: tuple[Article, ...]
    queries: Queries | None


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """A customers' query that the draft would answer, and the place at which the search would show it (0 = not)."""

    text: str
    count: int
    answer_probability: float
    customer_search_rank: int
    missing_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DraftEvaluation:
    """A draft's scores; ``findability`` is None when no queries are known."""

    article: Article
    understandability: Understandability
    findability: ArticleFindability | None
    demand: int
    questions: tuple[DraftQuestion, ...]
    gaps: tuple[Gap, ...]
    not_judged: tuple[tuple[str, str], ...]


def read_published(articles: Source, queries: Source | None, settings: Settings) -> Published:
    """Read the published FAQ and, when given, what customers wrote."""
    read = read_articles(articles, settings.ingest).articles
    if queries is None:
        return Published(read, None)
    asked = read_queries(
        queries,
        settings.ingest,
        languages=settings.ingest.languages,
        prior=language_shares(read),
        public_phones=public_phones(read),
    ).queries
    return Published(read, asked)


def evaluate_draft_file(draft: Source, articles: Source, queries: Source | None, settings: Settings) -> DraftEvaluation:
    """Read one draft and the published FAQ, and evaluate the draft among it."""
    return evaluate_draft(read_draft(draft, settings.ingest), read_published(articles, queries, settings), settings)


def evaluate_draft(draft: Article, published: Published, settings: Settings) -> DraftEvaluation:
    """Evaluate a draft as if it were published; with the id of a published article it takes that article's place."""
    if not draft.article_id:
        draft = replace(draft, article_id=_DRAFT_ID)
    if published.queries is None:
        understood = score_text(draft.title, draft.blocks, draft.language, settings.score)
        return DraftEvaluation(
            draft, understood, None, 0, (), (), (("findability", "needs queries, which were not given"),)
        )
    others = [article for article in published.articles if article.article_id != draft.article_id]
    together = sorted([*others, draft], key=lambda article: article.article_id)
    evaluation = evaluate_articles(together, published.queries, settings)
    place = together.index(draft)
    rows = [row for row, answer in enumerate(evaluation.answer_of_query) if answer == place]
    texts, counts = published.queries.table["text"].tolist(), published.queries.table["count"].tolist()
    questions = [
        DraftQuestion(
            texts[row],
            counts[row],
            round(float(evaluation.matches.scores[row][evaluation.matches.places[row] == place].sum()), 6),
            _rank_of(evaluation.search.places[row].tolist(), place),
            evaluation.missing_words[row],
        )
        for row in rows
    ]
    questions.sort(key=lambda question: (-question.count, question.text))
    return DraftEvaluation(
        article=draft,
        understandability=evaluation.understandability[place],
        findability=evaluation.findability.articles[place],
        demand=sum(question.count for question in questions),
        questions=tuple(questions[:_MAX_QUESTIONS]),
        gaps=tuple(gap for gap in evaluation.gaps if draft.article_id in (gap.article_id, *gap.other_article_ids)),
        not_judged=evaluation.not_judged,
    )


def match_texts(
    texts: Sequence[str], k: int, published: Published, settings: Settings, *, explain: bool = False
) -> list[list[tuple[str, float, str]]]:
    """Return (article id, answer probability, why) of the ``k`` most probable articles for each text, best first.

    ``why`` is "" unless ``explain`` asks for it.
    """
    prior, phones = language_shares(published.articles), public_phones(published.articles)
    asked = queries_from_texts(texts, settings.ingest, prior, phones)
    chosen = settings.match.model_copy(update={"depth": k})
    matched = match_site(published.articles, asked.table, chosen)
    matches, ids = matched.rankings, matched.rankings.article_ids
    said = say_matches(published.articles, asked.table, matched, settings) if explain else None
    per_query = [
        [
            (ids[place], round(float(matches.scores[row, rank]), 6), said[row][rank] if said else "")
            for rank, place in enumerate(places.tolist())
            if place >= 0
        ]
        for row, places in enumerate(matches.places)
    ]
    answers: list[list[tuple[str, float, str]]] = [[] for _ in texts]
    for row_id, row in zip(asked.row_ids, asked.row_query, strict=True):
        answers[int(row_id)] = per_query[int(row)]
    return answers


def _rank_of(places: list[int], place: int) -> int:
    return places.index(place) + 1 if place in places else 0

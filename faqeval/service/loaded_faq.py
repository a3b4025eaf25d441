"""A published FAQ and its queries held in memory, to answer many small questions quickly."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..config import Settings
from ..ingest import Source, text_article
from ..pipeline import Published, evaluate_draft, match_texts, read_published
from .draft import DraftScore


@dataclass(frozen=True, slots=True)
class MatchedArticle:
    """One place of a ranking; ``answer_probability`` is 0..1, ``why`` None unless it was asked for."""

    article_id: str
    title: str
    rank: int
    answer_probability: float
    why: str | None = None


class LoadedFaq:
    """Scores drafts and matches questions against one published FAQ; nothing is stored."""

    def __init__(self, published: Published, settings: Settings) -> None:
        self._published = published
        self._settings = settings

    @classmethod
    def open(cls, articles: Source, queries: Source | None = None, settings: Settings | None = None) -> "LoadedFaq":
        """Read the FAQ, and what customers wrote when it is given.

        Raises
        ------
        InputError
            If a file cannot be used.
        """
        chosen = settings or Settings()
        return cls(read_published(articles, queries, chosen), chosen)

    def score_draft(self, article_id: str, title: str, body: str, language: str | None = None) -> DraftScore:
        """Score one article as if it were published; with the id of a published article it takes its place."""
        draft = text_article(article_id, title, body, language, self._settings.ingest)
        return DraftScore(evaluate_draft(draft, self._published, self._settings))

    def match(self, texts: Sequence[str], k: int = 5, *, explain: bool = False) -> list[list[MatchedArticle]]:
        """Return the ``k`` articles that most probably answer each text, best first; ``explain`` says why."""
        titles = {article.article_id: article.title for article in self._published.articles}
        return [
            [
                MatchedArticle(article_id, titles[article_id], rank, probability, why if explain else None)
                for rank, (article_id, probability, why) in enumerate(answers, start=1)
            ]
            for answers in match_texts(texts, k, self._published, self._settings, explain=explain)
        ]

"""The tables that tell two runs apart: what each need costs, and its contacts week by week."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Final

import pandas as pd

from ...records import Article, Effort, Evaluation, Figure, Journeys, NeedJourney
from .columns import floats, texts

_CHECKSUM_DIGITS: Final = 16
_NONE: Final = Figure(None, None, None, 0)
_FIGURES: Final[tuple[tuple[str, Callable[[NeedJourney], Figure]], ...]] = (
    ("contacts_per_month", lambda need: need.contacts_per_month),
    ("logged_in_per_month", lambda need: need.logged_in_per_month),
    ("contact_after_view", lambda need: need.after_view.share if need.after_view else _NONE),
    ("repeated", lambda need: need.marks.repeated),
    ("ces", lambda need: need.ces),
)


def need_table(evaluation: Evaluation, journeys: Journeys) -> pd.DataFrame:
    """Return one row per need with contacts, most contacts first, then the articles that nobody made contact about.

    Articles without contacts have a row so that a rewrite after which nobody calls any more is seen as one.
    """
    needs = {need.need: need for need in journeys.needs}
    codes = [*needs, *(code for code in range(len(evaluation.articles)) if code not in needs)]
    verdicts = {verdict.need: verdict.kind for verdict in evaluation.verdicts}
    names, found = NeedKeys(evaluation), [needs.get(code) for code in codes]
    articles = [evaluation.articles[code] if code < len(evaluation.articles) else None for code in codes]
    efforts = [need.effort if need else None for need in found]
    return pd.DataFrame(
        {
            "need_key": texts([names.key(code) for code in codes]),
            "need": texts([names.name(code) for code in codes]),
            "article_id": texts([article.article_id if article else "" for article in articles]),
            "article_checksum": texts([article_checksum(article) if article else "" for article in articles]),
            "verdict": texts([verdicts.get(code, "") for code in codes]),
            "contacts": pd.array([need.n_contacts if need else 0 for need in found], dtype="int64"),
            **_figure_columns(found),
            "effort_index": floats([_part(effort, "index") for effort in efforts]),
            "actual_effort": floats([_part(effort, "actual") for effort in efforts]),
            "perceived_effort": floats([_part(effort, "perceived") for effort in efforts]),
        }
    )


def week_table(evaluation: Evaluation, journeys: Journeys) -> pd.DataFrame:
    """Return contacts, readings and contacts after reading per need and week, named like the rows of ``need_table``."""
    keys = NeedKeys(evaluation)
    weeks = journeys.weeks
    return pd.DataFrame(
        {
            "need_key": texts([keys.key(code) for code in weeks["need"].tolist()]),
            "week": texts(weeks["week"].tolist()),
            **{name: weeks[name].astype("int64").to_numpy() for name in ("contacts", "views", "contacts_after_view")},
        }
    )


def article_checksum(article: Article) -> str:
    """Return 16 hex digits of the SHA-256 of title and body as read: equal when and only when the text is."""
    return sha256(f"{article.title}\n{article.body}".encode("utf-8", "replace")).hexdigest()[:_CHECKSUM_DIGITS]


class NeedKeys:
    """Names needs by their code; see records/journeys.py."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._articles = evaluation.articles
        self._needs = dict(zip(evaluation.need_keys, evaluation.needs, strict=False))

    def key(self, code: int) -> str:
        """Return the article's id, or the need's id where no article answers."""
        if code < len(self._articles):
            return self._articles[code].article_id
        return self._needs[code].need_id if code in self._needs else f"need-{code}"

    def name(self, code: int) -> str:
        """Return the article's title, or the need's most typical words where no article answers."""
        if code < len(self._articles):
            return self._articles[code].name
        return self._needs[code].name if code in self._needs else ""


def _figure_columns(needs: Sequence[NeedJourney | None]) -> dict[str, pd.Series]:
    columns = {}
    for name, figure_of in _FIGURES:
        figures = [figure_of(need) if need else _NONE for need in needs]
        columns[name] = floats([figure.value for figure in figures])
        columns[f"{name}_low"] = floats([figure.low for figure in figures])
        columns[f"{name}_high"] = floats([figure.high for figure in figures])
    return columns


def _part(effort: Effort | None, name: str) -> float | None:
    value: float | None = getattr(effort, name) if effort else None
    return value

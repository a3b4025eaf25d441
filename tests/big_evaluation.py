"""An evaluation of any size with made-up words."""

import random

import numpy as np
import pandas as pd

from faqeval.records import (
    Article,
    ArticleFindability,
    Evaluation,
    Explanation,
    Findability,
    Finding,
    Gap,
    Rankings,
    SharedWord,
    Understandability,
    WordPair,
)
from faqeval.records.gaps import NearArticle

from .factories import article, in_short, message, queries, tiny_evaluation

_SYLLABLES = ("ba", "der", "fi", "kon", "la", "mun", "ot", "pel", "ris", "tas", "vi", "zo")


def big_evaluation(n_articles: int, n_queries: int, seed: int = 1) -> Evaluation:
    """An evaluation of any size with made-up words, for size and speed."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(3_000)]

    def text(n_words: int) -> str:
        return " ".join(chance.choices(words, k=n_words))

    articles = tuple(
        article(f"a{number:05}", text(7).capitalize() + "?", *(text(60).capitalize() + "." for _ in range(5)))
        for number in range(n_articles)
    )
    asked = queries([(text(chance.randint(2, 12)), "en", chance.randint(1, 9)) for _ in range(n_queries)])
    draw = np.random.default_rng(seed)
    ids, query_ids = [entry.article_id for entry in articles], asked.table["query_id"].tolist()
    depth = min(10, n_articles)
    places = (draw.integers(0, n_articles, size=(n_queries, 1)) + np.arange(depth)) % n_articles
    scores = np.sort(draw.random((n_queries, depth)), axis=1)[:, ::-1]
    shown = (places + draw.integers(0, 3, size=(n_queries, 1))) % n_articles
    answer = np.where(scores[:, 0] > 0.5, places[:, 0], -1)
    texts = asked.table["text"].tolist()
    rows_of: dict[int, list[int]] = {}
    for row, place in enumerate(answer.tolist()):
        rows_of.setdefault(place, []).append(row)
    kinds = ("not_found", "not_understood", "missing", "duplicate", "sends_to_contact", "unneeded")
    gaps = tuple(
        _big_gap(number, articles[number], tuple(rows_of.get(number, [])[:200]), texts, kinds[number % len(kinds)])
        for number in range(n_articles)
    )
    tiny = tiny_evaluation()
    return Evaluation(
        articles=articles,
        queries=asked,
        matches=Rankings(tuple(query_ids), tuple(ids), places.astype(np.int32), scores.astype(np.float32)),
        search=Rankings(tuple(query_ids), tuple(ids), shown.astype(np.int32), scores.astype(np.float32)),
        needs=(),
        need_of_query=(-1,) * n_queries,
        answer_of_query=tuple(answer.tolist()),
        has_answer=scores[:, 0].astype(np.float32),
        missing_words=tuple(tuple(one.split()[:2]) for one in texts),
        findability=Findability(
            tuple(
                ArticleFindability(
                    entry.article_id,
                    float(draw.integers(0, 900)),
                    20,
                    (f := float(draw.random())),
                    f / 2,
                    (f + 1) / 2,
                    f,
                    f,
                )
                for entry in articles
            ),
            {},
        ),
        understandability=tuple(_big_understandability(entry) for entry in articles),
        gaps=tuple(sorted(gaps, key=lambda gap: (-gap.priority, gap.gap_id))),
        figures=tiny.figures,
        not_judged=tiny.not_judged,
        rejects=pd.DataFrame({"file": ["q.csv"] * 500, "line": range(500), "reason": ["text is empty"] * 500}),
        manifest=tiny.manifest,
        glossary=tiny.glossary,
        explanations=_Everywhere(_LONG_EXPLANATION),
    )


_LONG_EXPLANATION = Explanation(
    tuple(SharedWord("omkostningsberegning", "text") for _ in range(5)),
    tuple(WordPair("omkostningsberegning", "omkostningsberegninger") for _ in range(5)),
    tuple(WordPair("omkostningsberegning", "prisudregning") for _ in range(5)),
    ("omkostningsberegning",) * 3,
    "meaning",
    is_first=True,
)


class _Everywhere(dict[tuple[int, int], Explanation]):
    """The same explanation for every pair that the page asks for."""

    def __init__(self, explanation: Explanation) -> None:
        super().__init__()
        self._explanation = explanation

    def get(self, key: object, default: object = None) -> Explanation:  # type: ignore[override]
        return self._explanation


def _big_gap(number: int, entry: Article, rows: tuple[int, ...], texts: list[str], kind: str) -> Gap:
    words = tuple(entry.body.split()[:5])
    advice = {
        "not_found": message("advice.not_found.instead", title=entry.title, words=words, instead=words),
        "not_understood": message("advice.not_understood", title=entry.title, findings=(in_short("passive"),)),
        "missing": message("advice.missing", need=entry.title, words=words),
        "duplicate": message("advice.duplicate", title=entry.title, other=entry.title),
        "sends_to_contact": message("advice.sends_to_contact", title=entry.title, sentence=entry.title),
        "unneeded": message("advice.unneeded", title=entry.title, n=50000),
    }[kind]
    return Gap(
        gap_id=f"g{number}{kind}",
        kind=kind,
        cause="vocabulary" if kind == "not_found" else "",
        article_id="" if kind == "missing" else entry.article_id,
        other_article_ids=(entry.article_id,) if kind == "duplicate" else (),
        need_id="",
        need=entry.title,
        language="en",
        demand=10 * len(rows),
        demand_share=0.01,
        confidence=0.7,
        priority=float(len(rows)),
        customer_words=words,
        article_words=words,
        advice=advice,
        examples=tuple(texts[row] for row in rows[:5]),
        query_rows=rows,
        near=(NearArticle(entry.article_id, 0.3),) * 3 if kind == "missing" else (),
        quote=entry.body[:200] if kind in ("sends_to_contact", "not_understood") else "",
    )


def _big_understandability(entry: Article) -> Understandability:
    findings = tuple(
        Finding(
            "long_sentence",
            message("finding.long_sentence", n_words=60, limit=20),
            in_short("long_sentence"),
            block.text,
            place,
            tuple(block.text.split()[:2]),
            0.1,
        )
        for place, block in enumerate(entry.blocks)
        for _ in range(3)
    )
    return Understandability(0.4, "hard", findings, "en", "flesch", 40.0, 300, 5)

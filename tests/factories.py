"""Small values for tests, made by hand; everything deterministic."""

import numpy as np
import pandas as pd

from faqeval.config import MatchSettings, Settings
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.records import (
    Article,
    ArticleFindability,
    Block,
    Evaluation,
    Explanation,
    Figure,
    Findability,
    Finding,
    Gap,
    Message,
    Need,
    Queries,
    Rankings,
    SharedWord,
    Understandability,
    Value,
    WordPair,
)
from faqeval.records.gaps import NearArticle

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    "=cmd()",
    '"><svg onload=alert(3)>',
    "{{ 7*7 }} {% raw %}",
    "&lt;b&gt; %(title)s %s",
    "</style><script>alert(4)</script>",
    "-5 mb/s +46 @home",
)
_NEEDS = "needs visits and contacts, which were not given"


def message(text_id: str, **values: Value) -> Message:
    """A text of the product with its values."""
    return GLOSSARY.texts[text_id](**values)


def in_short(finding: str) -> Message:
    """What a finding is, in a sentence about all that makes a text hard."""
    return message(f"{finding}.in_short")


def article(article_id: str, title: str, *texts: str, language: str = "en", **more: object) -> Article:
    """An article with one paragraph per text."""
    blocks = tuple(Block("paragraph", text) for text in texts)
    return Article(article_id, title, blocks, language, **more)  # type: ignore[arg-type]


def queries(rows: list[tuple[str, str, int]], asked_at: str = "2026-10-{day:02}T09:00") -> Queries:
    """Queries from text, language and count."""
    days = [asked_at.format(day=1 + (7 * number) % 28) if asked_at else "" for number in range(len(rows))]
    table = pd.DataFrame(
        {
            "query_id": pd.Series([f"q{number + 1}" for number in range(len(rows))], dtype=object),
            "text": pd.Series([text for text, _, _ in rows], dtype=object),
            "language": pd.Series([language for _, language, _ in rows], dtype=object),
            "count": pd.Series([count for _, _, count in rows], dtype="int64"),
            "channel": pd.Series(["search"] * len(rows), dtype=object),
            "first_asked_at": pd.Series(days, dtype=object),
            "last_asked_at": pd.Series(days, dtype=object),
        }
    )
    return Queries(table, tuple(table["query_id"]), np.arange(len(rows), dtype=np.int64))


def rankings(
    query_ids: list[str], article_ids: list[str], places: list[list[int]], scores: list[list[float]]
) -> Rankings:
    """Rankings from rows of places and scores."""
    return Rankings(
        tuple(query_ids), tuple(article_ids), np.array(places, dtype=np.int32), np.array(scores, dtype=np.float32)
    )


def tiny_evaluation() -> Evaluation:
    """Four articles and eight queries, with texts that try to become markup, formulas or templates."""
    articles = (
        article(
            "bill",
            "Why is my bill higher?",
            "Pursuant to the terms, invoices are issued monthly. Open My Telvira and look at the bill.",
            "The invoice shows every charge.",
            url="https://example.com/bill",
            updated_at="2026-09-30",
        ),
        article(
            "evil",
            "<b>Bold</b> & =SUM(A1) title",
            "</div><script>alert(9)</script> Call us.",
            url="javascript:alert(5)",
        ),
        article(
            "sim", "Aktivera ditt SIM-kort", "Öppna appen. Fakturabetalningsöverenskommelsen gäller.", language="sv"
        ),
        article("spare", "Phone book", "", updated_at="2025-01-01"),
    )
    asked = queries(
        [
            ("why is my invoice so high", "en", 12),
            ("bill too high " + PAYLOADS[0], "en", 5),
            (PAYLOADS[1], "en", 1),
            (PAYLOADS[2], "en", 2),
            ("aktivera simkortet", "sv", 7),
            ("can i use esim on my watch", "en", 9),
            ("esim watch " + PAYLOADS[3], "en", 3),
            ("does the watch work " + PAYLOADS[5], "en", 1),
        ]
    )
    ids, query_ids = [entry.article_id for entry in articles], asked.table["query_id"].tolist()
    matches = rankings(
        query_ids,
        ids,
        [[0, 1], [0, 2], [1, 0], [1, -1], [2, 0], [2, 0], [2, 1], [1, 2]],
        [[0.9, 0.1], [0.8, 0.2], [0.6, 0.1], [0.55, 0.0], [0.95, 0.05], [0.3, 0.1], [0.2, 0.1], [0.1, 0.1]],
    )
    search = rankings(
        query_ids,
        ids,
        [[3, 1, 2, 0], [0, -1, -1, -1], [-1] * 4, [3, 0, 2, -1], [2, -1, -1, -1], [2, 0, -1, -1], [-1] * 4, [-1] * 4],
        [[4, 3, 2, 1], [1, 0, 0, 0], [0] * 4, [3, 2, 1, 0], [1, 0, 0, 0], [2, 1, 0, 0], [0] * 4, [0] * 4],
    )
    return Evaluation(
        articles=articles,
        queries=asked,
        matches=matches,
        search=search,
        needs=_tiny_needs(),
        need_of_query=(0, 0, 3, 3, 2, 1, 1, 1),
        answer_of_query=(0, 0, 1, 1, 2, -1, -1, -1),
        has_answer=np.maximum(matches.scores[:, 0], np.float32(0.3)),
        missing_words=(("invoice", "so"), (), ("img",), (), (), (), (), ()),
        findability=Findability(
            (
                ArticleFindability("bill", 14.8, 3, 0.42, 0.30, 0.55, 0.9, 0.3),
                ArticleFindability("evil", 2.0, 2, None, None, None, None, None),
                ArticleFindability("sim", 6.65, 3, 1.0, 0.9, 1.0, 1.0, 1.0),
                ArticleFindability("spare", 0.0, 0, None, None, None, None, None),
            ),
            {},
            believed=0.6549,
            widened_by=0.0823,
        ),
        understandability=_tiny_understandability(),
        gaps=_tiny_gaps(),
        figures={
            "findability": Figure(0.5512, 0.4, 0.70001, 8),
            "found_share": Figure(0.61, 0.5, 0.7, 8),
            "answerable_share": Figure(0.72, 0.6, 0.8, 8),
            "missing_share": Figure(0.28, 0.2, 0.4, 8),
            "findability_gini": Figure(None, None, None, 1, "too_few_articles"),
            "understandability": Figure(0.61, 0.55, 0.66, 3),
            **{spec.id: Figure(None, None, None, 0, _NEEDS) for spec in GLOSSARY.figures.values() if spec.needs},
        },
        not_judged=(("not_resolving", _NEEDS), ("next_issue", _NEEDS)),
        rejects=pd.DataFrame({"file": ["queries.csv"], "line": [9], "reason": ["text is empty"]}),
        manifest={
            "schema": 1,
            "finished_at": "2026-11-01T10:00:00+00:00",
            "model": "static",
            "seed": 20260101,
            "settings": {"match": {"answer_threshold": 0.5}, "score": {"found_depth": 3, "bootstrap_rounds": 1000}},
            "versions": {"faqeval": "0.0.0"},
            "inputs": {
                "queries": {"name": "queries.csv", "sha256": "0", "rows_read": 9, "rows_used": 8, "rows_rejected": 1}
            },
            "stages": [],
        },
        glossary=GLOSSARY,
        settings=Settings(match=MatchSettings(answer_threshold=0.5)),
        explanations=_tiny_explanations(),
    )


def _tiny_explanations() -> dict[tuple[int, int], Explanation]:
    return {
        (0, 0): Explanation((SharedWord("high", "title"),), near_in_meaning=(WordPair("invoice", "bill"),),
                            carried_by="words", is_first=True),
        (1, 0): Explanation((SharedWord("bill", "title"), SharedWord(PAYLOADS[0], "text")), carried_by="people"),
        (5, 2): Explanation(lacking=("esim", "watch"), carried_by="meaning"),
        (5, 1): Explanation(spelled_alike=(WordPair(PAYLOADS[3], PAYLOADS[5]),), lacking=(PAYLOADS[1],)),
    }  # fmt: skip


def _tiny_needs() -> tuple[Need, ...]:
    return (
        Need("n1", "why is my invoice so high", ("invoice",), "en", (0, 1), 17, "bill"),
        Need("n2", "can i use esim on my watch", ("esim", "watch"), "en", (5, 6, 7), 13, ""),
        Need("n3", "aktivera simkortet", ("aktivera",), "sv", (4,), 7, "sim"),
        Need("n4", PAYLOADS[2], ("cmd",), "en", (3, 2), 3, "evil"),
    )


def _tiny_understandability() -> tuple[Understandability, ...]:
    official = Finding(
        "official_word",
        message("finding.official_word", word="Pursuant to", plain="under", n_found=1),
        in_short("official_word"),
        "Pursuant to the terms, invoices are issued monthly.",
        0,
        ("Pursuant to",),
        0.4,
    )
    passive = Finding(
        "passive",
        message("finding.passive", words="are … issued"),
        in_short("passive"),
        "Pursuant to the terms, invoices are issued monthly.",
        0,
        ("are", "issued"),
        0.2,
    )
    long_word = Finding(
        "long_word",
        message(
            "finding.long_word",
            word="Fakturabetalningsöverenskommelsen",
            parts=("faktura", "betalning"),
            n_letters=33,
            n_found=1,
        ),
        in_short("long_word"),
        "Fakturabetalningsöverenskommelsen gäller.",
        0,
        ("Fakturabetalningsöverenskommelsen",),
        0.3,
    )
    return (
        Understandability(0.35, "hard", (official, passive), "en", "flesch", 41.0, 120, 6),
        Understandability(0.8, None, (), "en", "flesch", 80.0, 4, 1),
        Understandability(0.55, None, (long_word,), "sv", "lix", 44.0, 4, 2),
        Understandability(None, None, (), "en"),
    )


def _tiny_gaps() -> tuple[Gap, ...]:
    def gap(gap_id: str, kind: str, advice: Message, **more: object) -> Gap:
        common: dict[str, object] = {
            "cause": "", "article_id": "", "other_article_ids": (), "need_id": "", "need": "", "language": "en",
            "demand": 0, "demand_share": 0.0, "confidence": 0.8, "priority": 0.0, "customer_words": (),
            "article_words": (), "examples": (),
        }  # fmt: skip
        return Gap(gap_id=gap_id, kind=kind, advice=advice, **{**common, **more})  # type: ignore[arg-type]

    evil = "<b>Bold</b> & =SUM(A1) title"
    return (
        gap(
            "g1",
            "not_found",
            message("advice.not_found.instead", title="Why is my bill higher?", words=("invoice",), instead=("bill",)),
            cause="vocabulary",
            article_id="bill",
            need="why is my invoice so high",
            demand=12,
            demand_share=0.3,
            priority=9.6,
            customer_words=("invoice",),
            article_words=("bill",),
            examples=("why is my invoice so high",),
            query_rows=(0, 1),
        ),
        gap(
            "g2",
            "missing",
            message("advice.missing", need="can i use esim on my watch", words=("esim", "watch")),
            need_id="n2",
            need="can i use esim on my watch",
            demand=13,
            demand_share=0.325,
            confidence=0.7,
            priority=9.1,
            customer_words=("esim", "watch"),
            examples=("can i use esim on my watch", "esim watch " + PAYLOADS[3]),
            query_rows=(5, 6, 7),
            near=(NearArticle("sim", 0.28), NearArticle("evil", 0.1)),
        ),
        gap(
            "g3",
            "not_understood",
            message(
                "advice.not_understood",
                title="Why is my bill higher?",
                findings=(in_short("official_word"), in_short("passive")),
            ),
            article_id="bill",
            need="bill too high",
            demand=5,
            demand_share=0.125,
            priority=3.0,
            examples=("bill too high " + PAYLOADS[0],),
            query_rows=(1,),
            quote="Pursuant to the terms, invoices are issued monthly.",
        ),
        gap(
            "g4",
            "sends_to_contact",
            message("advice.sends_to_contact", title=evil, sentence="Call us."),
            article_id="evil",
            need=PAYLOADS[2],
            demand=3,
            demand_share=0.075,
            priority=2.4,
            examples=(PAYLOADS[2], PAYLOADS[1]),
            query_rows=(3, 2),
            quote="</div><script>alert(9)</script> Call us.",
        ),
        gap(
            "g5",
            "duplicate",
            message("advice.duplicate", title=evil, other="Phone book"),
            article_id="evil",
            other_article_ids=("spare",),
            demand=3,
            demand_share=0.075,
            priority=0.5,
            examples=(PAYLOADS[2],),
            query_rows=(3,),
        ),
        gap(
            "g6",
            "unneeded",
            message("advice.unneeded", title="Phone book", n=8),
            article_id="spare",
            need="Phone book",
        ),
    )

"""``not_understood``: customers are led to the answer, and it is hard to understand."""

from collections.abc import Sequence

from ...records import Gap, Message, NeedVerdict
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..wording import rows_by_article


def detect_not_understood(evidence: Evidence) -> list[Gap]:
    """Return one gap per article that customers reach and whose text is hard.

    Only texts long enough for a band are judged. Demand is the askings for which the search shows the article among the
    first places; the share lost is what the understandability score lacks to 1.
    """
    gaps = []
    for article, rows in sorted(rows_by_article(evidence).items()):
        reached = [row for row in rows if 1 <= evidence.shown_rank[row] <= evidence.found_depth]
        if not evidence.is_hard(article) or len(reached) < evidence.settings.min_need_queries:
            continue
        score = evidence.understandability[article].score or 0.0
        confidence = min(1.0, 0.5 + (evidence.settings.hard_score - score))
        gaps.append(_gap(evidence, article, reached, confidence))
    return gaps


def detect_not_understood_from_contacts(
    evidence: Evidence, contacts: ContactEvidence, verdicts: Sequence[NeedVerdict], found: Sequence[Gap]
) -> list[Gap]:
    """Return one gap per hard article whose readers make contact about it, where too few queries lead to it."""
    known = {gap.article_id for gap in found if gap.kind == "not_understood"}
    rows = rows_by_article(evidence)
    return [
        _gap(evidence, verdict.need, rows.get(verdict.need, ()), verdict.confidence)
        for verdict in verdicts
        if verdict.kind == "not_understood" and evidence.articles[verdict.need].article_id not in known
    ]


def _gap(evidence: Evidence, article: int, rows: Sequence[int], confidence: float) -> Gap:
    understood, title = evidence.understandability[article], evidence.articles[article].title
    worst = sorted(understood.findings, key=lambda finding: (-finding.weight, finding.kind, finding.sentence))
    kinds = tuple(dict.fromkeys(finding.kind for finding in worst))[:3]
    words = tuple(dict.fromkeys(word for finding in worst for word in finding.words))
    return make_gap(
        evidence,
        "not_understood",
        article=article,
        rows=rows,
        confidence=confidence,
        share_lost=1.0 - (understood.score or 0.0),
        need="" if len(rows) else title,
        article_words=words[: evidence.settings.max_words],
        quote=worst[0].sentence if worst else "",
        advice=Message("advice.not_understood", (("title", title), ("findings", kinds))),
    )

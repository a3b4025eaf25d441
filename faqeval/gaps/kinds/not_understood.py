"""``not_understood``: customers are led to the answer, and it is hard to understand."""

from collections.abc import Sequence

from ...records import Gap, NeedVerdict, Text
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import LIKELIER, Kind, NeedCase, VerdictRule
from ..wording import rows_by_article

ADVICE = Text(
    "advice.not_understood",
    "Rewrite “%(title)s” in plain words. What makes it hard: %(findings)s.",
    by="findings",
    forms={
        "0": "Rewrite “%(title)s” in plain words and short sentences.",
    },
)


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
    understood, title = evidence.understandability[article], evidence.articles[article].name
    worst = sorted(understood.findings, key=lambda finding: (-finding.weight, finding.kind, finding.sentence))
    in_short = tuple(dict.fromkeys(finding.in_short for finding in worst))[:3]
    words = tuple(dict.fromkeys(word for finding in worst for word in finding.words))
    return make_gap(
        evidence,
        KIND,
        article=article,
        rows=rows,
        confidence=confidence,
        share_lost=1.0 - (understood.score or 0.0),
        need="" if len(rows) else title,
        article_words=words[: evidence.settings.max_words],
        quote=worst[0].sentence if worst else "",
        advice=ADVICE(title=title, findings=in_short),
    )


def _surety(case: NeedCase) -> float | None:
    """It is why when the article is hard to read and its readers more likely than not make more contact than usual."""
    surety = case.raised_surety
    hard = case.has_article and case.evidence.is_hard(case.journey.need)
    return surety if hard and surety is not None and surety >= LIKELIER else None


KIND = Kind(
    id="not_understood",
    order=30,
    name="Found, but hard to understand",
    meaning="Customers reach the article, and its text is hard to read.",
    how_measured=(
        "The understandability score of the text (sentence length, word length, how common the words are, and what "
        "was found in it), for articles that the search does show for their questions. Short texts are not judged."
    ),
    what_to_do="Rewrite it: the answer first, short sentences, everyday words, one step per line.",
    advice=(ADVICE,),
    work="M",
    won_back=0.4,
    verdict=VerdictRule(40, _surety),
    detect=detect_not_understood,
    detect_from_contacts=detect_not_understood_from_contacts,
)

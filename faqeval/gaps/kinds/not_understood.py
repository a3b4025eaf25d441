"""``not_understood``: customers are led to the answer, and it is hard to understand."""

from ...records import Gap, Message
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
        understood = evidence.understandability[article]
        reached = [row for row in rows if 1 <= evidence.shown_rank[row] <= evidence.found_depth]
        if (
            understood.band is None
            or understood.score is None
            or understood.score >= evidence.settings.hard_score
            or len(reached) < evidence.settings.min_need_queries
        ):
            continue
        worst = sorted(understood.findings, key=lambda finding: (-finding.weight, finding.kind, finding.sentence))
        kinds = tuple(dict.fromkeys(finding.kind for finding in worst))[:3]
        gaps.append(
            make_gap(
                evidence,
                "not_understood",
                article=article,
                rows=reached,
                confidence=min(1.0, 0.5 + (evidence.settings.hard_score - understood.score)),
                share_lost=1.0 - understood.score,
                article_words=tuple(dict.fromkeys(word for finding in worst for word in finding.words))[
                    : evidence.settings.max_words
                ],
                quote=worst[0].sentence if worst else "",
                advice=Message(
                    "advice.not_understood",
                    (("title", evidence.articles[article].title), ("findings", kinds)),
                ),
            )
        )
    return gaps

"""``not_resolving``: customers find the answer, it is readable, and they make contact about it all the same."""

from collections.abc import Sequence

from ...records import Gap, Message, NeedVerdict
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..wording import rows_by_article


def detect_not_resolving(
    evidence: Evidence, contacts: ContactEvidence, verdicts: Sequence[NeedVerdict], found: Sequence[Gap]
) -> list[Gap]:
    """Return one gap per article whose readers make contact about the same need far more often than is usual.

    How sure that is, and which other reasons go before this one, the need's verdict says.
    """
    gaps = []
    rows = rows_by_article(evidence)
    for verdict in verdicts:
        journey = contacts.by_code[verdict.need]
        after = journey.after_view
        if verdict.kind != "not_resolving" or after is None or after.share.value is None:
            continue
        article = evidence.articles[verdict.need]
        gaps.append(
            make_gap(
                evidence,
                "not_resolving",
                article=verdict.need,
                rows=rows.get(verdict.need, ()),
                confidence=verdict.confidence,
                share_lost=after.share.value,
                need=article.title,
                numbers=(("share", after.share.value), ("usual", after.usual), ("n_views", after.n_views)),
                advice=Message(
                    "advice.not_resolving",
                    (("title", article.title), ("share", after.share.value), ("usual", after.usual)),
                ),
            )
        )
    return gaps

"""``missing``: customers want something that no article answers."""

from collections.abc import Sequence

from ...records import Gap, Message, NeedVerdict
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence


def detect_missing(evidence: Evidence) -> list[Gap]:
    """Return one gap per need that no article answers and that enough different queries ask for.

    Confidence is one minus the need's answer probability for its nearest article: a need with a near article is a
    question to a person, not a verdict.
    """
    gaps = []
    for need in evidence.needs:
        if need.article_id or len(need.query_rows) < evidence.settings.min_need_queries:
            continue
        confidence = 1.0 - (need.near[0].answer_probability if need.near else 0.0)
        gaps.append(
            make_gap(
                evidence,
                "missing",
                rows=need.query_rows,
                confidence=confidence,
                share_lost=1.0,
                need_id=need.need_id,
                need=need.name,
                customer_words=need.words,
                near=need.near,
                advice=Message("advice.missing", (("need", need.name), ("words", need.words))),
            )
        )
    return gaps


def detect_missing_from_contacts(
    evidence: Evidence, contacts: ContactEvidence, verdicts: Sequence[NeedVerdict], found: Sequence[Gap]
) -> list[Gap]:
    """Return one gap per need that no article answers, enough contacts are about, and too few queries ask for.

    The contacts must give enough different reasons: one note that is used again and again is a template, not a need.
    """
    known = {gap.need_id for gap in found if gap.kind == "missing"}
    gaps = []
    for verdict in verdicts:
        number = contacts.need_of_code.get(verdict.need, -1)
        if verdict.kind != "missing" or number < 0 or evidence.needs[number].need_id in known:
            continue
        need = evidence.needs[number]
        reasons = contacts.reasons_of_code.get(verdict.need, ())
        if len(reasons) < evidence.settings.min_need_queries:
            continue
        gaps.append(
            make_gap(
                evidence,
                "missing",
                rows=need.query_rows,
                confidence=verdict.confidence,
                share_lost=1.0,
                need_id=need.need_id,
                need=need.name,
                language=need.language,
                examples=tuple(contacts.reasons.table["text"].iloc[list(reasons)]),
                customer_words=need.words,
                near=need.near,
                advice=Message("advice.missing", (("need", need.name), ("words", need.words))),
            )
        )
    return gaps

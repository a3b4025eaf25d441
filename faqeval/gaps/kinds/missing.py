"""``missing``: customers want something that no article answers."""

from collections.abc import Sequence

from ...records import Gap, NeedVerdict, Text
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import Kind, NeedCase, VerdictRule

ADVICE = Text(
    "advice.missing",
    "Answer “%(need)s”: look at the nearest articles, write one if none of them does. Customers say: %(words)s.",
    by="words",
    forms={
        "0": "Answer “%(need)s”: look at the nearest articles, write one if none of them does.",
    },
)


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
                KIND,
                rows=need.query_rows,
                confidence=confidence,
                share_lost=1.0,
                need_id=need.need_id,
                need=need.name,
                customer_words=need.words,
                near=need.near,
                advice=ADVICE(need=need.name, words=need.words),
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
                KIND,
                rows=need.query_rows,
                confidence=verdict.confidence,
                share_lost=1.0,
                need_id=need.need_id,
                need=need.name,
                language=need.language,
                examples=tuple(contacts.reasons.table["text"].iloc[list(reasons)]),
                customer_words=need.words,
                near=need.near,
                advice=ADVICE(need=need.name, words=need.words),
            )
        )
    return gaps


def _surety(case: NeedCase) -> float | None:
    """It is why wherever no article answers the need."""
    if case.has_article:
        return None
    number = case.contacts.need_of_code.get(case.journey.need, -1)
    near = case.evidence.needs[number].near if number >= 0 else ()
    return 1.0 - (near[0].answer_probability if near else 0.0)


KIND = Kind(
    id="missing",
    order=10,
    name="No article answers",
    meaning="Several customers ask for the same thing, and no article answers it.",
    how_measured=(
        "Every question is matched with every article. Questions whose likeliest article stays below the answer "
        "threshold are grouped by likeness, and a group is reported when enough different questions are in it and "
        "the group as a whole points at no article either. The nearest three articles are shown with how sure we "
        "are, and up to two that no question surely asks for. With contacts, a need that enough of them are about is "
        "reported as well."
    ),
    what_to_do=(
        "Look at the nearest articles first: if one does answer, give it the customers’ words. Otherwise write a new "
        "article, with the question as customers ask it as its title."
    ),
    advice=(ADVICE,),
    work="L",
    won_back=0.4,
    verdict=VerdictRule(10, _surety),
    at_stake=lambda journey: (1.0, 1.0, 1.0),
    detect=detect_missing,
    detect_from_contacts=detect_missing_from_contacts,
)

"""``not_resolving``: customers find the answer, it is readable, and they make contact about it all the same."""

from collections.abc import Sequence

from ...records import Gap, NeedVerdict, Text
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import Kind, NeedCase, VerdictRule
from ..wording import rows_by_article

ADVICE = Text(
    "advice.not_resolving",
    (
        "Complete “%(title)s”: after %(share)s of its readings the customer contacted you about the same thing "
        "(usual: %(usual)s)."
    ),
)


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
                KIND,
                article=verdict.need,
                rows=rows.get(verdict.need, ()),
                confidence=verdict.confidence,
                share_lost=after.share.value,
                need=article.name,
                numbers=(("share", after.share.value), ("usual", after.usual), ("n_views", after.n_views)),
                advice=ADVICE(title=article.name, share=after.share.value, usual=after.usual),
            )
        )
    return gaps


def _surety(case: NeedCase) -> float | None:
    """It is why when its readers surely make contact far more often than is usual."""
    return case.after.raised_surety if case.has_article and case.after is not None and case.after.is_raised else None


KIND = Kind(
    id="not_resolving",
    order=40,
    name="Read, and contacted us all the same",
    meaning=(
        "Customers find the article, it is not hard to read, and they contact customer service about the same thing."
    ),
    how_measured=(
        "The share of the article’s readings that a contact about the same need followed within "
        "%(journeys.contact_window_minutes)s minutes (journeys.contact_window_minutes), against the usual of all "
        "articles. Few readings are pulled towards the usual. It is reported when the share is surely above "
        "%(journeys.raised_lift)s times the usual (journeys.raised_lift), with a chance of at most "
        "%(journeys.error_rate)s of one false alarm over all articles together (journeys.error_rate), and nothing "
        "else explains it first: the article does not send customers away, was found, and is readable. A contact "
        "after a reading may have come anyway, which is why only what lies above the usual counts as avoidable. It "
        "needs visits and contacts."
    ),
    what_to_do="Read the contacts: what did the customer still have to ask? Put that into the article.",
    advice=(ADVICE,),
    work="M",
    won_back=0.4,
    needs=("visits", "contacts"),
    verdict=VerdictRule(50, _surety),
    detect_from_contacts=detect_not_resolving,
)

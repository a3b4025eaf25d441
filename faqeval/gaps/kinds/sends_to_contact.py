"""``sends_to_contact``: the article itself tells the customer to call."""

from dataclasses import dataclass

from ...records import Article, Gap, Text
from ...text import begins_with_instruction, sends_to_contact, sentences
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import LIKELIER, Kind, NeedCase, VerdictRule
from ..wording import rows_by_article

EARLY = 2  # first sentences of an answer: what stands there is the answer

ADVICE = Text(
    "advice.sends_to_contact",
    "Answer the question in “%(title)s”. It now sends customers to customer service.",
)


def detect_sends_to_contact(evidence: Evidence) -> list[Gap]:
    """Return one gap per asked-for article whose answer is to contact customer service.

    A closing line such as "call us if this does not help" is no gap. It is one when one of the first two sentences
    of the answer sends the customer away, when such sentences make up the stated share of the answer, or when the
    answer tells the customer to do nothing else before it and goes on after it.
    """
    gaps = []
    for article, rows in sorted(rows_by_article(evidence).items()):
        if len(rows) < evidence.settings.min_need_queries:
            continue
        sending = _sending(evidence.articles[article])
        if sending is None or not (
            sending.is_early or sending.share >= evidence.settings.contact_share or sending.is_the_only_step
        ):
            continue
        gaps.append(
            make_gap(
                evidence,
                KIND,
                article=article,
                rows=rows,
                confidence=min(1.0, 0.6 + sending.share),
                share_lost=1.0,
                quote=sending.sentence,
                advice=ADVICE(title=evidence.articles[article].name, sentence=sending.sentence),
            )
        )
    return gaps


@dataclass(frozen=True, slots=True)
class _Sending:
    """The first sentence that sends the customer away, and how much of the answer such sentences are."""

    sentence: str
    share: float
    is_early: bool
    is_the_only_step: bool


def _sending(article: Article) -> _Sending | None:
    spoken = [
        (block.kind, block.text[start:end])
        for block in article.blocks
        if block.kind != "heading"
        for start, end in sentences(block.text, article.language)
    ]
    places = [n for n, (_, sentence) in enumerate(spoken) if sends_to_contact(sentence, article.language)]
    if not places:
        return None
    first = places[0]
    does_something = any(
        kind == "step" or begins_with_instruction(sentence, article.language) for kind, sentence in spoken[:first]
    )
    return _Sending(
        sentence=spoken[first][1],
        share=len(places) / len(spoken),
        is_early=first < EARLY,
        is_the_only_step=not does_something and first < len(spoken) - 1,
    )


def _surety(case: NeedCase) -> float | None:
    """It is why unless its readers more likely than not make no more contact than is usual."""
    sends = KIND.id in case.text_kinds and (case.raised_surety is None or case.raised_surety >= LIKELIER)
    return 0.9 if case.has_article and sends else None


KIND = Kind(
    id="sends_to_contact",
    order=50,
    name="Sends customers away",
    meaning="The article’s own answer is to call or write to customer service.",
    how_measured=(
        "Sentences that tell the reader to contact you: one of the first two of the answer, or a large share of it. "
        "A last line such as “call us if this does not help” does not count. With visits and contacts it is also "
        "seen what it does: its contacts are those of customers who had read the article, and it is the verdict on "
        "its need unless its readers more likely than not make no more contact than is usual."
    ),
    what_to_do="Write the answer, or let the customer do it on the page. Keep the contact line for the end.",
    advice=(ADVICE,),
    work="M",
    won_back=0.4,
    verdict=VerdictRule(20, _surety),
    detect=detect_sends_to_contact,
)

"""``sends_to_contact``: the article itself tells the customer to call."""

from ...records import Article, Gap, Message
from ...text import sends_to_contact, sentences
from ..draft import make_gap
from ..evidence import Evidence
from ..wording import rows_by_article


def detect_sends_to_contact(evidence: Evidence) -> list[Gap]:
    """Return one gap per asked-for article whose answer is to contact customer service.

    A closing line such as "call us if this does not help" is no gap. It is one when the first or second sentence of
    the answer sends the customer away, or when such sentences make up the stated share of the answer.
    """
    gaps = []
    for article, rows in sorted(rows_by_article(evidence).items()):
        if len(rows) < evidence.settings.min_need_queries:
            continue
        sending, early, n_sentences = _sending_sentences(evidence.articles[article])
        share = len(sending) / max(n_sentences, 1)
        if not sending or not (early or share >= evidence.settings.contact_share):
            continue
        gaps.append(
            make_gap(
                evidence,
                "sends_to_contact",
                article=article,
                rows=rows,
                confidence=min(1.0, 0.6 + share),
                share_lost=1.0,
                quote=sending[0],
                advice=Message(
                    "advice.sends_to_contact",
                    (("title", evidence.articles[article].title), ("sentence", sending[0])),
                ),
            )
        )
    return gaps


def _sending_sentences(article: Article) -> tuple[list[str], bool, int]:
    """Return the sentences that send the customer away, whether one of the first two does, and how many there are."""
    spoken = [
        block.text[start:end]
        for block in article.blocks
        if block.kind != "heading"
        for start, end in sentences(block.text, article.language)
    ]
    sending = [sentence for sentence in spoken if sends_to_contact(sentence, article.language)]
    return sending, any(sentence in sending for sentence in spoken[:2]), len(spoken)

"""Customers' words made safe before anything keeps them: normalised, personal data masked, not too long."""

from collections.abc import Collection, Iterable
from typing import Final

from ...config import IngestSettings
from ...records import Article, Block, Link
from ...text import mask, normalise, phones_in

_MARGIN: Final = 256  # longer than any single piece of personal data that masking knows


def public_phones(articles: Iterable[Article]) -> frozenset[str]:
    """Return the phone numbers that stand in articles: the company's own, which are no customer's."""
    texts = ((f"{article.title}\n{article.body}", article.language) for article in articles)
    return frozenset(form for text, language in texts for form in phones_in(text, language))


def clean_text(
    text: str, language: str, settings: IngestSettings, public_phones: Collection[str] = ()
) -> tuple[str, bool]:
    """Return a customer's text as it may be kept, and whether it was cut to ``max_text_characters``.

    Notes
    -----
    A number that lies across the cut would lose its end and be masked no more, so masking looks a little beyond the
    limit, and whatever may be half of something there is dropped.
    """
    limit = settings.max_text_characters
    normal = normalise(text, limit + _MARGIN)
    if not settings.mask_personal_data:
        return normalise(normal, limit), len(normal) > limit
    masked = mask(normal, language or "und", public_phones)
    if len(normal) <= limit:
        return masked, False
    return normalise(masked[:-_MARGIN], limit), True


def clean_line(text: str, language: str, settings: IngestSettings) -> str:
    """Return a line of an article with personal data masked; a phone number that is published is the company's own."""
    line = " ".join(normalise(text).split())
    if not settings.mask_personal_data:
        return line
    return mask(line, language or "und", phones_in(line, language or "und"))


def clean_block(block: Block, language: str, settings: IngestSettings) -> Block:
    """Return a block of an article with personal data masked in its text and its links."""
    if not settings.mask_personal_data:
        return block
    links = tuple(Link(clean_line(link.text, language, settings), _clean_href(link.href)) for link in block.links)
    return Block(block.kind, clean_line(block.text, language, settings), links)


def _clean_href(href: str) -> str:
    if href.lower().startswith("mailto:"):
        return "mailto:[EMAIL]"
    return mask(href) if "@" in href else href

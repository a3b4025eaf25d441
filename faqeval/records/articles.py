"""One FAQ entry: the question as the company asks it, and the answer in blocks."""

from dataclasses import dataclass
from typing import Literal

BlockKind = Literal["paragraph", "heading", "bullet", "step", "table_row"]


@dataclass(frozen=True, slots=True)
class Link:
    """A link in an answer: its visible text and where it leads."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Block:
    """One visible block of an answer. A sentence never crosses two blocks."""

    kind: BlockKind  # step = item of a numbered list, bullet = item of an unnumbered one
    text: str  # visible text on one line, no markup
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One FAQ entry as faqeval reads it; personal data already masked."""

    article_id: str
    title: str
    blocks: tuple[Block, ...]
    body: str  # the texts of ``blocks``, joined by line breaks
    language: str  # en sv nb da nl de, another code as given, or "und"
    url: str = ""
    category: str = ""
    keywords: tuple[str, ...] = ()
    updated_at: str = ""  # ISO date or ""
    audience: str = ""

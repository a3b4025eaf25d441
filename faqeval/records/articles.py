"""One FAQ entry: the question as the company asks it, and the answer in blocks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal, Self

_OPENING: Final = 120  # characters

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


def positions(articles: "Sequence[Article]") -> dict[str, int]:
    """Return where each article stands, by its id."""
    return {article.article_id: position for position, article in enumerate(articles)}


@dataclass(frozen=True, slots=True)
class Article:
    """One FAQ entry as faqeval reads it; personal data already masked."""

    article_id: str
    title: str
    blocks: tuple[Block, ...]
    language: str  # en sv nb da nl de, another code as given, or "und"
    url: str = ""
    category: str = ""
    keywords: tuple[str, ...] = ()
    updated_at: str = ""  # ISO date or ""
    audience: str = ""

    @property
    def body(self) -> str:
        """The texts of the blocks, joined by line breaks."""
        return "\n".join(block.text for block in self.blocks)

    @property
    def opening(self) -> str:
        """The first line of the text, cut between two words where it is long."""
        line = self.body.strip().split("\n", 1)[0]
        return line if len(line) <= _OPENING else line[:_OPENING].rsplit(" ", 1)[0]

    @property
    def name(self) -> str:
        """What a person is shown for it: its title, else how its text begins, else its id."""
        return self.title or self.opening or self.article_id

    @classmethod
    def plain(cls, article_id: str, title: str, body: str, language: str, **more: Any) -> Self:
        """Return an article whose text has no markup: each line is a paragraph, as it stands.

        Examples
        --------
        >>> Article.plain("pay", "How do I pay?", "By card.", "en").blocks
        (Block(kind='paragraph', text='By card.', links=()),)
        """
        blocks = tuple(Block("paragraph", line) for line in body.split("\n")) if body else ()
        return cls(article_id, title, blocks, language, **more)

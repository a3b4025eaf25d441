"""From HTML to blocks: one visible block each, its links, and what kind it is. No visible word is lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ...records import Block, Link
from ...records.articles import BlockKind
from ...text import normalise
from .links import safe_href

_DROPPED: Final = frozenset((
    "script", "style", "noscript", "template", "iframe", "svg", "math", "head", "title", "object", "audio", "video",
    "canvas", "ac:parameter", "ac:task-id", "ac:task-status", "ac:emoticon",
))  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "summary"))
_BLOCKS: Final = _HEADINGS | frozenset((
    "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "ul", "ol", "menu", "li", "dl",
    "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "blockquote", "figure",
    "figcaption", "details", "address", "form", "fieldset", "legend", "hr", "body", "center", "option", "ac:task",
    "ac:task-body", "ac:layout-cell", "ac:structured-macro", "ac:rich-text-body", "ac:plain-text-body",
))  # fmt: skip
_CELLS: Final = frozenset(("td", "th"))
_INSIDE_LAYOUT: Final = "ul, ol, table, h1, h2, h3, h4, h5, h6"  # a cell that holds one of these only lays out a page
_CELL_BREAK: Final = " | "
_SENTENCE_END: Final = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


@dataclass(slots=True)
class _Writer:
    """Gathers visible text and cuts it into blocks."""

    blocks: list[Block] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    kind: BlockKind = "paragraph"
    href: str | None = None  # of the link that is open
    link_start: int = 0  # piece at which it began
    has_text: bool = False  # whether a piece is more than blanks
    after_break: bool = False  # a line break came before the pieces

    def write(self, text: str) -> None:
        """Take in visible text."""
        self.pieces.append(text)
        self.has_text = self.has_text or not text.isspace()

    def end_link(self) -> None:
        """Keep the open link's visible text so far."""
        if self.href is not None:
            text = _one_line("".join(self.pieces[self.link_start :]))
            if text and self.href:
                self.links.append(Link(text, self.href))
            self.link_start = len(self.pieces)

    def end_block(self, *, by_line_break: bool = False) -> None:
        """Close the block that is open; blocks without text are none."""
        self.end_link()
        text = _one_line("".join(self.pieces))
        if text and self.after_break and self._goes_on(text):
            last = self.blocks[-1]
            self.blocks[-1] = Block(last.kind, f"{last.text} {text}", (*last.links, *self.links))
        elif text:
            self.blocks.append(Block(self.kind, text, tuple(self.links)))
            if self.kind in ("bullet", "step"):
                self.kind = "paragraph"  # what follows in the same list item is no second item
        self.pieces, self.links, self.link_start, self.has_text = [], [], 0, False
        self.after_break = by_line_break and bool(text)

    def _goes_on(self, text: str) -> bool:
        """Say whether a text after a line break carries on the sentence before it."""
        return bool(self.blocks) and text[0].islower() and not _SENTENCE_END.search(self.blocks[-1].text)


def html_blocks(html: str) -> tuple[Block, ...]:
    """Return the visible blocks of HTML in reading order.

    Scripts, styles, frames, drawings and comments are left out. A line break ends a block, unless the text carries on
    in lower case without an end of sentence before it. A table row is one block, its cells divided by ``|``, unless
    the table only lays out the page. The caller has made sure that the HTML is not tangled (``html_guard``).

    Examples
    --------
    >>> [(block.kind, block.text) for block in html_blocks("<p>Hej &amp; hå</p><ol><li>Ett<li>Två</ol>")]
    [('paragraph', 'Hej & hå'), ('step', 'Ett'), ('step', 'Två')]
    """
    root = LexborHTMLParser(html).body
    if root is None:
        return ()
    writer = _Writer()
    list_kinds: list[BlockKind] = []
    rows = 0  # open table rows that are rows of data
    for node, enters in _walk(root):
        tag = node.tag or ""
        if tag == "-text":
            if enters:
                writer.write(node.text_content or "")
        elif tag in ("ul", "ol", "menu"):
            writer.end_block()
            if enters:
                list_kinds.append("step" if tag == "ol" else "bullet")
            else:
                list_kinds.pop()
            writer.kind = "paragraph"
        elif tag == "a":
            writer.end_link()
            writer.href = safe_href(node.attributes.get("href") or "") if enters else None
            writer.link_start = len(writer.pieces)
        elif tag == "tr" and (rows or not node.css_first(_INSIDE_LAYOUT)):
            rows += 1 if enters else -1
            writer.end_block()
            writer.kind = "table_row" if enters else "paragraph"
        elif rows:
            _inside_row(writer, tag, enters=enters)
        elif tag == "br":
            if enters:
                writer.end_block(by_line_break=True)
        elif tag in _BLOCKS:
            writer.end_block()
            _set_kind(writer, tag, list_kinds, enters=enters)
    writer.end_block()
    return tuple(writer.blocks)


def _inside_row(writer: _Writer, tag: str, *, enters: bool) -> None:
    """Keep one row on one line: cells are divided, and blocks in cells only end words."""
    if tag in _CELLS and enters and writer.has_text:
        writer.pieces.append(_CELL_BREAK)
    elif tag in _BLOCKS or tag == "br":
        writer.pieces.append(" ")


def _set_kind(writer: _Writer, tag: str, list_kinds: list[BlockKind], *, enters: bool) -> None:
    if tag == "li":
        writer.kind = (list_kinds[-1] if list_kinds else "bullet") if enters else "paragraph"
    elif tag in _HEADINGS:
        writer.kind = "heading" if enters else "paragraph"


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield every node when it begins and, for elements, when it ends; without recursion."""
    node: LexborNode | None = root.child
    while node is not None:
        tag = node.tag or ""
        yield node, True
        inner = node.child if tag not in _DROPPED and not tag.startswith(("-", "_")) else None
        if inner is not None:
            node = inner
            continue
        while node is not None:
            yield node, False
            if node.next is not None:
                node = node.next
                break
            node = node.parent
            if node is None or node.mem_id == root.mem_id:
                return


def _one_line(text: str) -> str:
    return " ".join(normalise(text).split())

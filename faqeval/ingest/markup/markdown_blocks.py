"""From Markdown to blocks, by way of HTML, so that raw HTML in it is read too."""

from functools import cache

from markdown_it import MarkdownIt

from ...records import Block
from .html_blocks import html_blocks
from .html_guard import is_tangled
from .list_marks import DATE, NUMBER
from .plain_blocks import plain_blocks

_MAX_BRACKETS = 5_000  # beyond it no text is written by people, and the parser gets slow


def markdown_blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of CommonMark with tables.

    Examples
    --------
    >>> [(block.kind, block.text) for block in markdown_blocks("# Hej\\n\\n* en\\n* [två](/b)")]
    [('heading', 'Hej'), ('bullet', 'en'), ('bullet', 'två')]
    """
    if text.count("[") > _MAX_BRACKETS:
        return plain_blocks(text)
    html = _parser().render("\n".join(map(_without_false_number, text.split("\n"))))
    return plain_blocks(text) if is_tangled(html) else html_blocks(html)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable("table")


def _without_false_number(line: str) -> str:
    """Keep the number of a date: Markdown would take "2. juni" for a list and drop it."""
    if not DATE.match(line):
        return line
    mark = NUMBER.match(line)
    return line if mark is None else line[: mark.end(1)] + "\\" + line[mark.end(1) :]

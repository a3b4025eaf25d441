"""From an answer in any markup to blocks."""

import html
import re
from typing import Final, Literal

from ...records import Block
from .front_matter import split_front_matter
from .html_blocks import html_blocks
from .html_guard import is_tangled
from .markdown_blocks import markdown_blocks
from .plain_blocks import plain_blocks

Markup = Literal["html", "markdown", "plain"]

_HTML_TAG: Final = re.compile(
    r"</?(?:p|div|span|br|hr|ul|ol|li|dl|dt|dd|h[1-6]|a|b|i|u|em|strong|small|sub|sup|font|table|thead|tbody|tr|td|th|"
    r"blockquote|pre|code|img|section|article|header|footer|figure|figcaption|details|summary|script|style|iframe|"
    r"noscript|template|svg|body|html|center|main|nav|aside|label|button|form|input|mark|video|audio|"
    r"(?:ac|ri):[a-z-]{1,30})(?:[\s/][^<>]*)?>",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_COMMENT: Final = re.compile(r"<!--")
_MARKDOWN: Final = re.compile(
    r"^ {0,3}#{1,6} +\S|^ {0,3}(?:```|~~~)|^ {0,3}\|?(?: *:?-{3,}:? *\|)+|"  # heading, fence, line under a table's head
    r"\*\*[^\s*][^*\n]{0,300}\*\*|\[[^\[\]\n]{1,300}\]\([^()\s]{1,500}(?: [^()\n]{0,300})?\)",  # bold, link
    re.MULTILINE,
)


_WHOLLY_ESCAPED: Final = re.compile(r"\s*&lt;(?:p|div|h[1-6]|ul|ol|table|section|article|span)\b.*&gt;\s*", re.DOTALL)
_ESCAPED_TWICE: Final = re.compile(
    r"&amp;((?:amp|nbsp|quot|apos|[aeiouy](?:uml|acute|grave|circ)|aring|oslash|aelig|szlig|[nm]dash|hellip|"
    r"[lr][sd]quo|bull|euro|#\d{2,6}|#x[0-9a-f]{2,6});)",
    re.IGNORECASE,
)
_TEMPLATE: Final = re.compile(r"\{%[^{}%]{1,500}%\}|\{\{[<%][^{}]{1,500}[>%]\}\}")  # Liquid, Hugo


def markup_of(text: str) -> Markup:
    """Say how an answer is marked up, by counting what only one kind of markup has.

    Examples
    --------
    >>> markup_of("<p>Hej</p>"), markup_of("# Hej"), markup_of("x < 5 och 2 * 3")
    ('html', 'markdown', 'plain')
    """
    n_tags = sum(1 for _ in _HTML_TAG.finditer(text)) + bool(_COMMENT.search(text))
    n_markdown = sum(1 for _ in _MARKDOWN.finditer(text))
    if n_markdown > n_tags:
        return "markdown"
    if n_tags or _ENTITY.search(text):
        return "html"
    return "plain"


def body_blocks(text: str) -> tuple[Block, ...] | None:
    """Return the blocks of an answer; None when its HTML is nested too deeply to read safely."""
    text = _once_escaped(split_front_matter(text)[1])
    if _TEMPLATE.search(text):
        text = _TEMPLATE.sub("", text)
    markup = markup_of(text)
    if markup == "plain":
        return plain_blocks(text)
    if markup == "markdown":
        return markdown_blocks(text)
    if is_tangled(text):
        return None
    if not _HTML_TAG.search(text):  # only entities: its line ends still mean something
        return plain_blocks(html.unescape(text))
    return html_blocks(text)


def _once_escaped(text: str) -> str:
    """Undo escaping that was done twice: readers would see "&nbsp;" and tags."""
    if "&lt;" in text and _WHOLLY_ESCAPED.fullmatch(text):
        text = html.unescape(text)
    return _ESCAPED_TWICE.sub(r"&\1", text) if "&amp;" in text else text


def visible_line(text: str) -> str:
    """Return a title or label as it is seen: on one line, without tags, entities decoded."""
    text = _once_escaped(text)
    if _HTML_TAG.search(text) and not is_tangled(text):
        return " ".join(block.text for block in html_blocks(text))
    if _ENTITY.search(text):
        text = html.unescape(text)
    return " ".join(text.split())

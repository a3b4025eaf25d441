"""One article or a few questions that come as text, not as a table."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import pandas as pd

from ...config import IngestSettings
from ...errors import FileUnreadable
from ...records import Article, Block, Queries
from ...text import SUPPORTED, fold, identify_languages
from ..cells.clean_text import clean_block, clean_line
from ..cells.language_codes import language_code
from ..files.content import Content, read_content
from ..files.encoding import decode
from ..files.json_file import parse_json
from ..files.reader import Source
from ..markup.bodies import body_blocks, visible_line
from ..markup.front_matter import split_front_matter
from .articles import read_articles
from .queries import read_queries

_TEXT_SUFFIXES: Final = (".txt", ".md", ".markdown", ".html", ".htm")
_JSON_SUFFIXES: Final = (".json", "")  # standard input has no suffix
_DRAFT_ID: Final = "(draft)"


def text_article(article_id: str, title: str, body: str, language: str | None, settings: IngestSettings) -> Article:
    """Return an article made from a title and a body in HTML, Markdown or plain text; both may be empty.

    Parameters
    ----------
    language : code; None finds out among ``settings.languages``, or all that are supported.

    Raises
    ------
    InputError
        If the body is HTML nested too deeply to read safely.
    """
    raw = _blocks(body[: settings.max_body_characters])
    line = visible_line(title)
    whole = "\n".join([line, *(block.text for block in raw)])
    language = language_code(language or "") or _language(whole, settings)
    blocks = tuple(clean_block(block, language, settings) for block in raw)
    return Article(
        article_id=article_id or _DRAFT_ID,
        title=clean_line(line, language, settings),
        blocks=blocks,
        language=language,
    )


def read_draft(source: Source, settings: IngestSettings) -> Article:
    """Read one article before it is published.

    A text, Markdown or HTML file holds its title in the first line or heading. A JSON file may be one object with
    ``title`` and ``body``, the ``id`` left out. Any other file is read as articles are, and must hold exactly one.

    Raises
    ------
    InputError
        If the file cannot be read, or holds no article, or several.
    """
    if not isinstance(source, pd.DataFrame):
        content = read_content(source, "draft")
        if content.suffix in _TEXT_SUFFIXES:
            return _titled_text(content, settings)
        if content.suffix in _JSON_SUFFIXES:
            value = parse_json(decode(content, "draft")[0], "draft", content.name)
            if not isinstance(value, dict) or not ("title" in value or "body" in value):
                raise FileUnreadable(
                    f"a draft in JSON must be an object with 'title' and 'body'. Got another: {content.name}. Add them."
                )
            source = pd.DataFrame([{"id": _DRAFT_ID, **value}])
    articles = read_articles(source, settings, unpublished_too=True).articles
    if len(articles) != 1:
        raise FileUnreadable(
            f"a draft must be one article. Got {len(articles)}. Give a file that holds only the draft."
        )
    return articles[0]


def _titled_text(content: Content, settings: IngestSettings) -> Article:
    fields, text = split_front_matter(decode(content, "draft")[0].removeprefix("\ufeff").strip())
    blocks, heading = _blocks(text), visible_line(fields.get("title", ""))
    if heading and not (blocks and blocks[0].kind == "heading" and fold(blocks[0].text) == fold(heading)):
        blocks = (Block("heading", heading, ()), *blocks)
    if not blocks:
        raise FileUnreadable(
            f"a draft must hold a title and an answer. Got no text in {content.name}. Write the title."
        )
    language = _language("\n".join(block.text for block in blocks), settings)
    title, *answer = (clean_block(block, language, settings) for block in blocks)
    return Article(_DRAFT_ID, title.text, tuple(answer), language)


def _blocks(text: str) -> tuple[Block, ...]:
    blocks = body_blocks(text)
    if blocks is None:
        raise FileUnreadable("an answer in HTML must be nested as deep as a page is. Got deeper. Paste it as text.")
    return blocks


def _language(text: str, settings: IngestSettings) -> str:
    return identify_languages([text], settings.languages or SUPPORTED)[0]


def queries_from_texts(
    texts: Sequence[str], settings: IngestSettings, prior: Mapping[str, float], public_phones: Collection[str] = ()
) -> Queries:
    """Return the queries of a list of texts; row ids are positions in it, texts without a word are left out."""
    kept = [(str(place), text) for place, text in enumerate(texts) if fold(text)]
    frame = pd.DataFrame(kept or [("0", "-")], columns=["id", "text"])
    read = read_queries(frame, settings, languages=settings.languages, prior=prior, public_phones=public_phones)
    return read.queries

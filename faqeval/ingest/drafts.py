"""One article or a few questions that come as text, not as a table."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from ..config import SUPPORTED_LANGUAGES, IngestSettings
from ..errors import FileUnreadable
from ..records import Article, Queries
from ..text import fold, identify_languages
from .articles import read_articles
from .bodies import body_blocks, visible_line
from .clean_text import clean_block, clean_line
from .content import Content, read_content
from .encoding import decode
from .json_file import parse_json
from .queries import read_queries
from .reader import Source

_TEXT_SUFFIXES: Final = (".txt", ".md", ".markdown", ".html", ".htm")
_DRAFT_ID: Final = "(draft)"


def text_article(article_id: str, title: str, body: str, language: str | None, settings: IngestSettings) -> Article:
    """Return an article made from a title and a body in HTML, Markdown or plain text; both may be empty.

    Parameters
    ----------
    language : code; None finds out among ``settings.languages``, or all that are supported.
    """
    found = body_blocks(body[: settings.max_body_characters])
    raw = found if found is not None else ()
    line = visible_line(title)
    if language is None:
        whole = "\n".join([line, *(block.text for block in raw)])
        language = identify_languages([whole], settings.languages or SUPPORTED_LANGUAGES)[0]
    blocks = tuple(clean_block(block, language, settings) for block in raw)
    return Article(
        article_id=article_id or _DRAFT_ID,
        title=clean_line(line, language, settings),
        blocks=blocks,
        body="\n".join(block.text for block in blocks),
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
        if content.suffix == ".json":
            value = parse_json(decode(content, "draft")[0], "draft", content.name)
            if isinstance(value, dict) and ("title" in value or "body" in value):
                source = pd.DataFrame([{"id": _DRAFT_ID, **value}])
    articles = read_articles(source, settings).articles
    if len(articles) != 1:
        raise FileUnreadable(
            f"a draft must be one article. Got {len(articles)}. Give a file that holds only the draft."
        )
    return articles[0]


def _titled_text(content: Content, settings: IngestSettings) -> Article:
    blocks = body_blocks(decode(content, "draft")[0].removeprefix("\ufeff").strip()) or ()
    if not blocks:
        raise FileUnreadable(
            f"a draft must hold a title and an answer. Got no text in {content.name}. Write the title."
        )
    whole = "\n".join(block.text for block in blocks)
    language = identify_languages([whole], settings.languages or SUPPORTED_LANGUAGES)[0]
    title, *answer = (clean_block(block, language, settings) for block in blocks)
    body = "\n".join(block.text for block in answer)
    return Article(_DRAFT_ID, title.text, tuple(answer), body, language)


def queries_from_texts(texts: Sequence[str], settings: IngestSettings, prior: Mapping[str, float]) -> Queries:
    """Return the queries of a list of texts; row ids are positions in it, texts without a word are left out."""
    kept = [(str(place), text) for place, text in enumerate(texts) if fold(text)]
    frame = pd.DataFrame(kept or [("0", "-")], columns=["id", "text"])
    return read_queries(frame, settings, languages=settings.languages, prior=prior).queries

"""From the cells of one row to an article, or to the reason why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ...config import IngestSettings
from ...records import Article
from ...text import SUPPORTED, identify_languages
from ..cells.cells import cell_parts, cell_text, label
from ..cells.clean_text import clean_block, clean_line
from ..cells.language_codes import language_code
from ..files.limits import MAX_ID_CHARACTERS, MAX_LABEL_CHARACTERS, MAX_TITLE_CHARACTERS, RAW_BODY_FACTOR
from ..markup.bodies import body_blocks, visible_line
from ..markup.document_tree import is_document_tree, tree_to_html
from ..markup.links import safe_href
from .article_ids import Draft

NO_ID: Final = "no id"
LONG_ID: Final = f"id longer than {MAX_ID_CHARACTERS} characters"
NO_TEXT: Final = "neither title nor body"
LONG_TITLE: Final = f"title longer than {MAX_TITLE_CHARACTERS} characters"
TANGLED: Final = "HTML nested too deeply to read safely"


def draft_of_cells(line: int, cells: Mapping[str, object], updated_at: str, settings: IngestSettings) -> Draft | str:
    """Return the article of one row, its language as declared; or the reason why there is none.

    Parameters
    ----------
    line : where the row stands
    cells : by our column names; those that are not there are empty
    updated_at : ISO date or ""
    """
    article_id = label(cells.get("id"), MAX_ID_CHARACTERS + 1)
    if not article_id or len(article_id) > MAX_ID_CHARACTERS:
        return LONG_ID if article_id else NO_ID
    language = language_code(label(cells.get("language"), MAX_LABEL_CHARACTERS))
    title = visible_line(cell_text(cells.get("title"))[: RAW_BODY_FACTOR * MAX_TITLE_CHARACTERS])
    if len(title) > MAX_TITLE_CHARACTERS:
        return LONG_TITLE
    body = cells.get("body")
    raw = tree_to_html(body) if is_document_tree(body) else cell_text(body)
    limit = settings.max_body_characters
    found = body_blocks(raw) if len(raw) <= RAW_BODY_FACTOR * limit else ()
    if found is None:
        return TANGLED
    if len(raw) > RAW_BODY_FACTOR * limit or sum(len(block.text) for block in found) > limit:
        return f"body longer than {limit} characters"
    blocks = tuple(clean_block(block, language, settings) for block in found)
    title = clean_line(title, language, settings)
    if not title and not blocks:
        return NO_TEXT
    article = Article(
        article_id=article_id,
        title=title,
        blocks=blocks,
        language=language,
        url=_url(cells.get("url")),
        category=visible_line(label(cells.get("category"), MAX_LABEL_CHARACTERS)),
        keywords=_keywords(cells.get("keywords")),
        updated_at=updated_at,
        audience=visible_line(label(cells.get("audience"), MAX_LABEL_CHARACTERS)),
    )
    return Draft(line, article, declares_language=bool(language))


def _url(cell: object) -> str:
    address = safe_href(cell_text(cell))
    return "" if address.lower().startswith(("mailto:", "tel:", "sms:")) else address


def _keywords(cell: object) -> tuple[str, ...]:
    parts = cell_parts(cell)
    words: Sequence[object] = cell_text(cell).replace(";", ",").split(",") if parts is None else parts
    named = (visible_line(label(word, MAX_LABEL_CHARACTERS)) for word in words)
    return tuple(dict.fromkeys(word for word in named if word))


def with_languages(drafts: list[Draft], settings: IngestSettings) -> list[Draft]:
    """Find out the languages that are not declared, from title and body together."""
    unknown = [draft.article for draft in drafts if not draft.declares_language]
    texts = [f"{article.title}\n{article.body}" for article in unknown]
    found = iter(identify_languages(texts, settings.languages or SUPPORTED) if texts else ())
    return [
        draft if draft.declares_language else replace(draft, article=replace(draft.article, language=next(found)))
        for draft in drafts
    ]

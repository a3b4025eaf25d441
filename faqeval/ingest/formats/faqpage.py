"""Web pages with schema.org FAQPage markup: JSON-LD first, then microdata, then RDFa."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from ..markup.html_guard import is_tangled
from ..tables.made_ids import with_made_ids
from .format import Entry, Format, Found, UnreadableMarkup
from .json_ld import json_ld_questions, json_ld_values, speaks_of_questions

BROKEN_BLOCK: Final = "a block of FAQPage markup that is no JSON"

_MUST_BE: Final = "an HTML page with schema.org FAQPage markup"
_MEDIA_TYPE: Final = "application/ld+json"


@dataclass(frozen=True, slots=True)
class _Attributes:
    """How one kind of markup names questions and their parts."""

    question: str  # CSS of a question
    property: str  # the attribute that names a part


_MICRODATA: Final = _Attributes('[itemtype*="schema.org/Question"]', "itemprop")
_RDFA: Final = _Attributes('[typeof$="Question"]', "property")


def _recognises(_text: str) -> bool:
    return True  # last of the markup formats: whatever begins with "<" and is nothing else is a page


def _objects(text: str) -> list[dict[str, Any]]:
    if is_tangled(text):
        raise UnreadableMarkup(_MUST_BE, "HTML nested too deeply to read safely")
    page = LexborHTMLParser(text)
    language = (page.root.attributes.get("lang") if page.root else None) or ""
    canonical = page.css_first("link[rel=canonical]")
    address = (canonical.attributes.get("href") if canonical else None) or ""
    blocks = [script.text(deep=True) for script in page.css("script") if _is_json_ld(script)]
    values = [json_ld_values(block) for block in blocks]
    broken = [block for block, read in zip(blocks, values, strict=True) if read is None and speaks_of_questions(block)]
    questions = json_ld_questions([value for read in values for value in read or ()])
    questions = questions or list(_marked(page, _MICRODATA)) or list(_marked(page, _RDFA))
    if not questions and not broken:
        raise UnreadableMarkup(_MUST_BE, "a page without it")
    found = [
        {**question, "language": question.get("language") or language, "url": question.get("url") or address}
        for question in with_made_ids(questions)
    ]
    return found + [{"_broken": True}] * len(broken)


def _is_json_ld(script: LexborNode) -> bool:
    return (script.attributes.get("type") or "").partition(";")[0].strip().lower() == _MEDIA_TYPE


def _marked(page: LexborHTMLParser, markup: _Attributes) -> Iterator[dict[str, Any]]:
    for question in page.css(markup.question):
        name = question.css_first(_part(markup, "name"))
        answers = question.css(f"{_part(markup, 'acceptedAnswer')}, {_part(markup, 'suggestedAnswer')}")
        texts = [text for answer in answers for text in answer.css(_part(markup, "text")) or [answer]]
        yield {
            "id": question.attributes.get("id") or "",
            "title": _shown(name).strip() if name else "",
            "body": "\n".join(text.attributes.get("content") or text.html or "" for text in texts),
        }


def _part(markup: _Attributes, name: str) -> str:
    return f'[{markup.property}~="{name}"], [{markup.property}$=":{name}"]'


def _shown(node: LexborNode) -> str:
    return node.attributes.get("content") or node.text(deep=True)


def _articles(entry: Entry) -> Iterable[Found]:
    yield Found({}, BROKEN_BLOCK) if "_broken" in entry else Found(entry)


FORMAT = Format("html", "markup", _recognises, _objects, _articles, is_last=True)

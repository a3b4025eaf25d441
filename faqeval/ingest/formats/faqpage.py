"""Web pages with schema.org FAQPage markup: JSON-LD first, then microdata."""

import hashlib
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from ..html_guard import is_tangled
from .format import Entry, Format, Found, UnreadableMarkup

_MUST_BE: Final = "an HTML page with schema.org FAQPage markup"
_TRAILING_COMMA: Final = re.compile(r",(\s{0,100}[}\]])")
_NO_SLUG: Final = re.compile(r"[^a-z0-9]+")
_SLUG_CHARACTERS: Final = 60
_HASH_CHARACTERS: Final = 8


def _recognises(_text: str) -> bool:
    return True  # last of the markup formats: whatever begins with "<" and is nothing else is a page


def _objects(text: str) -> list[dict[str, Any]]:
    if is_tangled(text):
        raise UnreadableMarkup(_MUST_BE, "HTML nested too deeply to read safely")
    page = LexborHTMLParser(text)
    language = (page.root.attributes.get("lang") if page.root else None) or ""
    canonical = page.css_first("link[rel=canonical]")
    address = (canonical.attributes.get("href") if canonical else None) or ""
    questions = list(_from_json_ld(page)) or list(_from_microdata(page))
    if not questions:
        raise UnreadableMarkup(_MUST_BE, "a page without it")
    slugs = Counter(slug for slug in {(_slug(question["title"]), question["title"]) for question in questions})
    shared = Counter(slug for slug, _ in slugs)
    return [
        {
            **question,
            "id": question["id"] or _unique_slug(question["title"], shared),
            "language": question.get("language") or language,
            "url": question.get("url") or address,
        }
        for question in questions
    ]


def _unique_slug(title: str, shared: Mapping[str, int]) -> str:
    """Return an id made of the question's words, so that it stays when the page is reordered."""
    slug = _slug(title)
    if slug and shared[slug] == 1:
        return slug
    return f"{slug or 'faq'}-{hashlib.sha256(title.encode('utf-8', 'replace')).hexdigest()[:_HASH_CHARACTERS]}"


def _slug(title: str) -> str:
    plain = title.casefold().replace("ø", "o").replace("æ", "ae").replace("ß", "ss")
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _NO_SLUG.sub("-", letters)[:_SLUG_CHARACTERS].strip("-")


def _from_json_ld(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    values = [_repaired(script.text(deep=True)) for script in page.css('script[type="application/ld+json"]')]
    nodes = [node for value in values for node in _nodes(value)]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and "name" in node}
    for node in nodes:
        if not _is_a(node, "FAQPage"):
            continue
        for question in _many(node.get("mainEntity")):
            whole = by_id.get(str(question.get("@id")), question) if "name" not in question else question
            answers = _many(whole.get("acceptedAnswer")) or _many(whole.get("suggestedAnswer"))
            yield {
                "id": _fragment(whole.get("@id")),
                "title": str(whole.get("name") or whole.get("text") or ""),
                "body": "\n".join(str(answer.get("text") or "") for answer in answers),
                "language": whole.get("inLanguage") or node.get("inLanguage"),
                "url": whole.get("url") or node.get("url"),
                "updated_at": whole.get("dateModified") or node.get("dateModified"),
            }


def _repaired(text: str) -> object:
    """Parse JSON as pages write it: with raw line breaks and commas too many. Other mistakes give None."""
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: object) -> Iterator[Mapping[str, Any]]:
    """Walk all objects of a JSON value, outer before inner, in their order."""
    todo = [value]
    while todo:
        node = todo.pop()
        if isinstance(node, Mapping):
            yield node
            todo.extend(reversed([inner for inner in node.values() if isinstance(inner, (Mapping, list))]))
        elif isinstance(node, list):
            todo.extend(reversed(node))


def _is_a(node: Mapping[str, Any], kind: str) -> bool:
    kinds = node.get("@type")
    return any(str(name).rpartition("/")[2] == kind for name in (kinds if isinstance(kinds, list) else [kinds]))


def _many(value: object) -> list[Mapping[str, Any]]:
    return [entry for entry in (value if isinstance(value, list) else [value]) if isinstance(entry, Mapping)]


def _fragment(identifier: object) -> str:
    return str(identifier).rpartition("#")[2] if isinstance(identifier, str) else ""


def _from_microdata(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    for question in page.css('[itemtype*="schema.org/Question"]'):
        name = question.css_first("[itemprop=name]")
        answers = question.css("[itemprop=acceptedAnswer], [itemprop=suggestedAnswer]")
        texts = [answer.css_first("[itemprop=text]") or answer for answer in answers]
        yield {
            "id": question.attributes.get("id") or "",
            "title": name.text(deep=True).strip() if name else "",
            "body": "\n".join(text.inner_html or "" for text in texts),
        }


def _articles(entry: Entry) -> Iterable[Found]:
    yield Found(entry)


FORMAT = Format("html", "markup", _recognises, _objects, _articles)

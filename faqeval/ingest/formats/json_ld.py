"""schema.org questions in JSON-LD, as pages and files hold them: wrapped, escaped, or with commas too many."""

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

_WRAPPING: Final = re.compile(r"(?://|/\*)?\s*(?:<!\[CDATA\[|\]\]>|<!--|-->)\s*(?:\*/)?")
_TRAILING_COMMA: Final = re.compile(r",(\s{0,100}[}\]])")
_QUESTIONS: Final = re.compile(r"FAQPage|Question")


def json_ld_values(text: str) -> list[Any] | None:
    """Return the JSON values of a block as pages write it; None when it cannot be read.

    CDATA and comments around it, a semicolon behind it, escaped quotation marks, raw line breaks, commas too many and
    several values in a row are mended.

    Examples
    --------
    >>> json_ld_values('<!-- {"a": [1,]}; -->'), json_ld_values("{&quot;a&quot;: 1}"), json_ld_values("{a")
    ([{'a': [1]}], [{'a': 1}], None)
    """
    bare = _WRAPPING.sub("", text).strip().rstrip(";")
    attempts = [bare, _TRAILING_COMMA.sub(r"\1", bare)]
    attempts += [html.unescape(attempt) for attempt in attempts if "&quot;" in bare or "&#34;" in bare]
    attempts += [attempt.replace('\\"', '"') for attempt in attempts if bare[:3].startswith(('{\\"', "[{\\"))]
    for attempt in attempts:
        values = _values_in_a_row(attempt)
        if values:
            return values
    return None


def _values_in_a_row(text: str) -> list[Any]:
    decoder, place, values = json.JSONDecoder(strict=False), 0, []
    try:
        while place < len(text):
            value, place = decoder.raw_decode(text, place)
            values.append(value)
            while place < len(text) and text[place] in " \t\r\n;,":
                place += 1
    except (ValueError, RecursionError):
        return []
    return values


def speaks_of_questions(text: str) -> bool:
    """Say whether a block that cannot be read seems to hold questions."""
    return _QUESTIONS.search(text) is not None


def json_ld_questions(values: Iterable[object]) -> list[dict[str, Any]]:
    """Return the questions of JSON-LD values: those of FAQ pages, else all that stand there with an answer."""
    nodes = [node for value in values for node in _nodes(value)]
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    found: list[dict[str, Any]] = []
    for page in nodes:
        if _is_a(page, "FAQPage"):
            asked = [by_id.get(str(entry.get("@id")), entry) for entry in _many(page.get("mainEntity"))]
            for entry in asked:
                inner = [entry] if "name" in entry or "text" in entry else _nodes(entry)
                found += [_fields(one, page, by_id) for one in inner if one is entry or _is_a(one, "Question")]
    found = [question for question in found if question["title"] or question["body"]]
    if found:
        return found
    alone = [_fields(node, {}, by_id) for node in nodes if _is_a(node, "Question")]
    return [question for question in alone if question["title"] and question["body"]]


def _fields(question: Mapping[str, Any], page: Mapping[str, Any], by_id: Mapping[str, Any]) -> dict[str, Any]:
    answers = _many(question.get("acceptedAnswer")) or _many(question.get("suggestedAnswer"))
    whole = [by_id.get(str(answer.get("@id")), answer) if "text" not in answer else answer for answer in answers]
    return {
        "id": _fragment(question.get("@id")),
        "title": str(question.get("name") or question.get("text") or ""),
        "body": "\n".join(str(answer.get("text") or "") for answer in whole),
        "language": question.get("inLanguage") or page.get("inLanguage"),
        "url": question.get("url") or page.get("url"),
        "updated_at": question.get("dateModified") or page.get("dateModified"),
    }


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


def _many(value: object) -> Sequence[Mapping[str, Any]]:
    return [entry for entry in (value if isinstance(value, list) else [value]) if isinstance(entry, Mapping)]


def _fragment(identifier: object) -> str:
    return str(identifier).rpartition("#")[2] if isinstance(identifier, str) else ""

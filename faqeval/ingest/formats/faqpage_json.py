"""FAQPage markup in a file by itself: the JSON-LD without its page."""

from collections.abc import Iterable
from typing import Any

from ..tables.made_ids import with_made_ids
from .format import Entry, Format, Found
from .json_ld import json_ld_questions


def _objects(payload: object) -> list[Any]:
    return [{"_faqpage": True, **question} for question in with_made_ids(json_ld_questions([payload]))]


def _recognises(entry: Entry) -> bool:
    return "_faqpage" in entry


def _articles(entry: Entry) -> Iterable[Found]:
    yield Found(entry)


FORMAT = Format("schema.org", "json", _recognises, _objects, _articles, is_last=True)

"""The short texts that the static vectors learn meaning in context from: titles, queries, sentences of open sets."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECOND_LANGUAGES = ("en", "de", "nl")  # the second teacher knows no Nordic language
_GROUPS = {
    "bitcoin_faq_en_de_nl_da_sv": "bitcoin",
    "clinc150_en": "clinc150",
    "coronamelder_nl_en": "coronamelder",
    "cwa_faq_de_en": "cwa",
    "dstc11_insurance_en": "dstc11",
    "hint3_sofmattress_en": "hint3",
    "nav_skrivestotte_nb": "nav",
    "superoffice_help_6lang": "superoffice",
    "swefaq_sv": "swefaq",
}
_LANGUAGE_BY_PREFIX = {"de-": "de", "en-": "en", "lex-en": "en", "lex-nb": "nb", "lex-sv": "sv", "nl-": "nl"}
_LONGEST = {"sentence": 95, "query": 120, "title": 130}  # characters; the slow teacher's time grows with them
_LONGEST_OF_SMALL_FAQ = 120  # sentences of the four FAQs that have few
_SHORTEST = 9  # characters of a query or a sentence
_MOST = {
    ("clinc150", "query"): 1_300,
    ("dstc11", "query"): 330,
    ("hint3", "query"): 450,
    ("nav", "sentence"): 1_700,
    ("nav", "title"): 900,
    ("superoffice", "sentence"): 1_000,
}
_MOST_PLAIN = {"de": 1_300, "en": 900, "nl": 900, "da": 900, "nb": 950, "sv": 950}
_SECOND_LENGTHS = range(8, 121)
_ENDS = re.compile(r"(?<=[.!?:;])\s+|\n+")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"https?://\S+|[*_`#>|]+")


@dataclass(frozen=True, slots=True)
class ShortText:
    """A text and the groups of sets it comes from."""

    text: str
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class ShortTexts:
    """``both`` are read by the first teacher (and the second, when it knows the language), ``second_only`` are not.

    ``second`` are all texts of the languages that the second teacher knows.
    """

    both: tuple[ShortText, ...]
    second_only: tuple[ShortText, ...]
    second: frozenset[str]


def read_short_texts(folder: Path, most_second_only: int) -> ShortTexts:
    """Choose the texts: of each set, language and kind at most a fixed number, by hash."""
    kinds: dict[tuple[str, str, str], dict[str, None]] = {}
    for group, language, kind, text in _found(folder):
        if text:
            kinds.setdefault((group, language, kind), {})[text] = None
    chosen: dict[str, set[str]] = {}
    owners: dict[str, set[str]] = {}
    second: set[str] = set()
    for (group, language, kind), texts in sorted(kinds.items()):
        for text in texts:
            owners.setdefault(text, set()).add(group)
        second.update(texts if language in SECOND_LANGUAGES else ())
        fitting = sorted((text for text in texts if _fits(text, group, kind)), key=_hash)
        most = _MOST_PLAIN[language] if group == "plain" else _MOST.get((group, kind), len(fitting))
        for text in fitting[:most]:
            chosen.setdefault(text, set()).add(group)
    rest = sorted((text for text in second if text not in chosen and len(text) in _SECOND_LENGTHS), key=_hash)
    both = sorted(chosen, key=lambda text: _hash("o" + text))
    return ShortTexts(
        tuple(ShortText(text, frozenset(owners[text])) for text in both),
        tuple(ShortText(text, frozenset(owners[text])) for text in rest[:most_second_only]),
        frozenset(second),
    )


def _hash(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _fits(text: str, group: str, kind: str) -> bool:
    longest = _LONGEST[kind]
    if kind == "sentence" and group in ("bitcoin", "cwa", "coronamelder", "swefaq"):
        longest = _LONGEST_OF_SMALL_FAQ
    shortest = 2 if kind == "title" else _SHORTEST
    enough = kind != "sentence" or len(text.split()) > 1
    return shortest <= len(text) <= longest and enough and any(sign.isalpha() for sign in text)


def _found(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield group, language, kind and text of everything there is."""
    for name, group in _GROUPS.items():
        for row in _rows(folder / name / "articles.jsonl"):
            titles = [row["title"], *row.get("tags", ()), row.get("category", "") if group == "nav" else ""]
            if group == "superoffice":
                titles += [*row["keywords"].split(","), row["description"]]
            yield from ((group, row["language"], "title", _clean(title)) for title in titles)
            yield from ((group, row["language"], "sentence", text) for text in _sentences(row["body"]))
        if (folder / name / "queries.jsonl").exists():
            for row in _rows(folder / name / "queries.jsonl"):
                yield group, row["language"], "query", _clean(row["text"])
    for path in sorted((folder / "plain").glob("*/*.jsonl")):
        fallback = next((code for start, code in _LANGUAGE_BY_PREFIX.items() if path.parent.name.startswith(start)), "")
        for row in _rows(path):
            language = row.get("language") or fallback
            for field in ("hard", "easy", "text"):
                yield from (("plain", language, "sentence", text) for text in _sentences(row.get(field) or ""))


def _sentences(text: str) -> list[str]:
    return [_clean(part) for part in _ENDS.split(text)]


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", _MARKS.sub(" ", _LINK.sub(r"\1", text))).strip(" -\u2013")


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)

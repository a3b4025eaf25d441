"""Which column of a file is which of ours: the user's own map first, then our name, then its aliases."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from ..errors import ColumnMissing, ConfigError

_ARTICLES: Final = {
    "id": ("article_id", "faq_id", "artikel_id", "artikkel_id", "key", "number", "nummer", "slug"),
    "title": (
        "question",
        "fråga",
        "spørsmål",
        "spørgsmål",
        "vraag",
        "frage",
        "titel",
        "tittel",
        "rubrik",
        "overskrift",
        "überschrift",
        "name",
        "heading",
        "headline",
        "subject",
        "short_description",
    ),
    "body": (
        "answer",
        "svar",
        "antwoord",
        "antwort",
        "text",
        "tekst",
        "content",
        "html",
        "innehåll",
        "innhold",
        "indhold",
        "inhoud",
        "inhalt",
        "description",
        "beskrivning",
        "solution",
    ),
    "language": ("lang", "locale", "sprog", "språk", "taal", "sprache"),
    "url": ("link", "html_url", "permalink", "href", "address", "adress"),
    "category": ("kategori", "categorie", "kategorie", "section", "folder", "topic", "ämne", "emne"),
    "keywords": (
        "keyword",
        "tags",
        "labels",
        "label_names",
        "nyckelord",
        "nøkkelord",
        "søgeord",
        "trefwoorden",
        "schlagwörter",
        "taggar",
    ),
    "updated_at": (
        "updated",
        "modified",
        "modified_at",
        "last_modified",
        "edited_at",
        "changed",
        "uppdaterad",
        "oppdatert",
        "opdateret",
        "bijgewerkt",
        "aktualisiert",
        "sys_updated_on",
    ),
    "audience": ("målgrupp", "målgruppe", "doelgroep", "zielgruppe", "segment"),
}
_QUERIES: Final = {
    "text": (
        "query",
        "question",
        "message",
        "search_term",
        "search_query",
        "search_string",
        "search_phrase",
        "utterance",
        "sökning",
        "sökord",
        "sökfras",
        "sökterm",
        "søk",
        "søkeord",
        "søgning",
        "søgeord",
        "søgetekst",
        "zoekterm",
        "zoekopdracht",
        "suchbegriff",
        "suchanfrage",
        "fråga",
        "spørsmål",
        "spørgsmål",
        "vraag",
        "frage",
        "meddelande",
        "melding",
        "besked",
        "bericht",
        "nachricht",
        "keyword",
        "term",
        "q",
        "tekst",
        "title",
    ),
    "id": ("query_id", "message_id", "conversation_id", "nr"),
    "language": ("lang", "locale", "sprog", "språk", "taal", "sprache"),
    "channel": ("kanal", "kanaal", "source", "källa", "kilde", "bron", "quelle"),
    "asked_at": ("at", "date", "datum", "dato", "time", "timestamp", "created_at", "tid", "tidspunkt", "tijd", "zeit"),
    "count": (
        "antal",
        "antall",
        "anzahl",
        "aantal",
        "hits",
        "frequency",
        "searches",
        "volume",
        "total_searches",
        "event_count",
        "n",
    ),
}
_QUERY_REFERENCE: Final = {
    "query_id": ("id", "qid"),
    "text": ("query", "query_text", "question", "message"),
    "article_id": ("article", "doc_id", "document_id", "docno", "docid", "artikel_id", "artikkel_id", "article_ids"),
}
ALIASES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "articles": _ARTICLES,
    "queries": _QUERIES,
    "judgments": {**_QUERY_REFERENCE, "relevance": ("rel", "label", "grade", "judgment", "relevant")},
    "search run": {**_QUERY_REFERENCE, "rank": ("position", "place", "rang", "plats", "plads", "plass")},
}
_OTHER_KINDS: Final = {  # columns of files that other rooms read; they may stand in the same map
    "visits": ("session_id", "at", "event", "customer_id", "article_id", "url", "query", "rank"),
    "contacts": ("customer_id", "at", "id", "channel", "reason", "duration_s", "transfers", "resolved", "ces",
                 "article_id", "language"),
}  # fmt: skip
_NO_LETTER: Final = re.compile(r"[\W_]+")
_LOOKS_LIKE_A_NAME: Final = re.compile(r"[^\W\d][\w .:/()-]{0,39}")
_MAX_SHOWN_COLUMNS: Final = 12


def folded_name(name: str) -> str:
    """Return a column name without case, blanks, hyphens and underscores.

    Examples
    --------
    >>> folded_name("Article ID") == folded_name("article_id")
    True
    """
    return _NO_LETTER.sub("", unicodedata.normalize("NFC", name).casefold())


def match_columns(kind: str, names: Iterable[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Say which of a file's columns holds which of ours.

    Parameters
    ----------
    kind : ``articles``, ``queries``, ``judgments`` or ``search run``
    names : the file's column names as written
    mapping : our name to the file's name; a name like ``queries.text`` holds for that file only. A mapped column that
        this file does not have is passed over: one map serves all files of a run.

    Returns
    -------
    Our names to the file's names, for those that were found.
    """
    check_mapping(mapping)
    by_folded: dict[str, str] = {}
    for name in names:
        by_folded.setdefault(folded_name(name), name)
    found: dict[str, str] = {}
    for ours, aliases in ALIASES[kind].items():
        own = [mapping[key] for key in (f"{kind}.{ours}", ours) if key in mapping]
        for candidate in (*own, ours, *aliases):
            written = by_folded.get(folded_name(candidate))
            if written is not None:
                found[ours] = written
                break
    return _each_column_once(found, kind, mapping)


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Stop when the column map names a column that no file has.

    Raises
    ------
    ConfigError
    """
    columns = {kind: frozenset(names) for kind, names in (*ALIASES.items(), *_OTHER_KINDS.items())}
    for key in mapping:
        kind, dot, name = key.rpartition(".")
        known = columns.get(kind, frozenset()) if dot else frozenset().union(*columns.values())
        if name not in known:
            raise ConfigError(
                f"a name in [ingest.columns] must be one of our columns, like title or queries.text. Got {key!r}. "
                "See docs/method/ingest.md#columns for the list."
            )


def column_missing(kind: str, needed: str, names: Collection[str], source: str) -> ColumnMissing:
    """Return the error for a required column that is not there.

    A cell that does not look like a name is not repeated: in a file without a header it is a customer's.
    """
    shown = [name if _LOOKS_LIKE_A_NAME.fullmatch(name) and name.count(" ") < 3 else "(no name)" for name in names]
    if len(shown) > _MAX_SHOWN_COLUMNS:
        shown = [*shown[:_MAX_SHOWN_COLUMNS], "…"]
    return ColumnMissing(
        f"{kind} file must have a column {needed}. Got {', '.join(shown) or 'no columns'} in {source}. "
        "Rename it, or map it in [ingest.columns]."
    )


def _each_column_once(found: dict[str, str], kind: str, mapping: Mapping[str, str]) -> dict[str, str]:
    """Give a column that two of our names could claim to the one that means it most."""
    claims: dict[str, list[tuple[int, int, str]]] = {}
    for place, (ours, written) in enumerate(found.items()):
        mapped = any(key in mapping and folded_name(mapping[key]) == folded_name(written)
                     for key in (ours, f"{kind}.{ours}"))  # fmt: skip
        exact = folded_name(ours) == folded_name(written)
        claims.setdefault(written, []).append((0 if mapped else 1 if exact else 2, place, ours))
    kept = {min(claim)[2]: written for written, claim in claims.items()}
    return {ours: kept[ours] for ours in found if ours in kept}

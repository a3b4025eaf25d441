"""Which column of a file is which of ours: the user's own map first, then our name, then its aliases."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from ...errors import ColumnMissing, ConfigError
from .aliases import ALIASES

_NO_LETTER: Final = re.compile(r"[\W_]+")
_LOOKS_LIKE_A_NAME: Final = re.compile(r"[^\W\d][\w .:/()-]{0,39}")
_PERSON: Final = "contact_id"
_OWN_IDS: Final = ("case_number", "case_id", "ticket_id", "ticket_number", "id")
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
    kind : ``articles``, ``queries``, ``visits``, ``contacts``, ``judgments``, ``click log`` or ``search run``
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
    if kind == "contacts":
        found = _with_people(found, by_folded)
    return _each_column_once(found, kind, mapping)


def _with_people(found: dict[str, str], by_folded: Mapping[str, str]) -> dict[str, str]:
    """Tell a contact from a person: beside a case or a ticket with its own id, "Contact ID" is who wrote."""
    person = by_folded.get(folded_name(_PERSON))
    own = next((by_folded[name] for name in map(folded_name, _OWN_IDS) if name in by_folded), None)
    if person is None or own is None or found.get("customer_id", person) != person:
        return found
    return {**found, "customer_id": person, "id": own}


def check_mapping(mapping: Mapping[str, str]) -> None:
    """Stop when the column map names a column that no file has.

    Raises
    ------
    ConfigError
    """
    columns = {kind: frozenset(names) for kind, names in ALIASES.items()}
    for key in mapping:
        kind, dot, name = key.rpartition(".")
        known = columns.get(kind, frozenset()) if dot else frozenset().union(*columns.values())
        if name not in known:
            raise ConfigError(
                f"a name in [ingest.columns] must be one of our columns, like title or queries.text. Got {key!r}. "
                "See docs/method/ingest.md#columns for the list."
            )


def column_missing(
    kind: str, needed: str, names: Collection[str], source: str, header: str = "", nested: Collection[str] = ()
) -> ColumnMissing:
    """Return the error for a required column that is not there.

    A cell that does not look like a name is not repeated: in a file without a header it is a customer's.

    Parameters
    ----------
    header : where the names stand, as "line 3".
    nested : columns that hold objects or lists.
    """
    shown = [name if _LOOKS_LIKE_A_NAME.fullmatch(name) and name.count(" ") < 3 else "(no name)" for name in names]
    if len(shown) > _MAX_SHOWN_COLUMNS:
        shown = [*shown[:_MAX_SHOWN_COLUMNS], "…"]
    where = f"as names of columns on {header} of {source}" if header else f"in {source}"
    advice = "If one of them holds it, name it in [ingest.columns]; else export the file again with that column"
    if nested:
        advice += f", or flatten {', '.join(nested)} (a field inside an object can be named with a dot, as a.b)"
    return ColumnMissing(
        f"{kind} file must have a column {needed}. Got {', '.join(shown) or 'no columns'} {where}. {advice}."
    )


def nested_columns(columns: Mapping[str, Sequence[object]]) -> list[str]:
    """Return the columns whose first filled cell is an object or a list of objects."""
    found = []
    for name, cells in columns.items():
        first = next((cell for cell in cells if cell is not None), None)
        inner = first[0] if isinstance(first, list) and first else first
        if isinstance(inner, dict):
            found.append(name)
    return found


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

"""Whether an entry says that readers cannot see it: a draft, retired, archived or outdated."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final

from .cells import cell_text
from .columns import folded_name
from .moments import iso_moments

_STATES: Final = frozenset(
    "status state articlestatus articlestate publicationstatus publicationstate publishstatus publishingstatus "
    "publishstate workflowstate workflowstatus lifecyclestate lifecyclestatus moderationstate contentstatus pagestatus "
    "poststatus wpstatus workflow versionstate tillstånd tilstand stand tilstandsstatus".split()
)
_HIDDEN_STATES: Final = frozenset(
    "draft drafted retired archived archive outdated unpublished notpublished deleted trash trashed private pending "
    "pendingreview inreview review obsolete expired inactive hidden withdrawn deprecated superseded workinprogress wip "
    "indraft autodraft utkast kladde udkast concept entwurf arkiverad arkivert arkiveret gearchiveerd archiviert "
    "avpublicerad avpubliceret inaktiv inaktief inactief verlopen utgången utgått udgået veraltet abgelaufen "
    "opublicerad ikkepublisert upubliceret nietgepubliceerd unveröffentlicht".split()
)
_SHOWN_WHEN_TRUE: Final = frozenset(
    "published ispublished active isactive live islive enabled isenabled publicerad publisert publiceret gepubliceerd "
    "veröffentlicht aktiv actief".split()
)
_HIDDEN_WHEN_TRUE: Final = frozenset(
    "draft isdraft archived isarchived deleted isdeleted trashed retired isretired outdated isoutdated hidden ishidden "
    "unpublished isunpublished obsolete isobsolete expired isexpired deprecated inactive utkast arkiverad arkivert "
    "arkiveret gearchiveerd archiviert".split()
)
_HIDDEN_FROM: Final = frozenset(  # a moment behind which nobody sees the entry
    "archivedat archivedon archiveddate deletedat deletedon retiredat retiredon retireddate unpublishedat "
    "unpublishdate validto validuntil expires expiresat expiresdate expirydate expirationdate giltigtill "
    "giltigttill gyldigtil gyldigtilogmed geldigtot gültigbis".split()
)
_YES: Final = frozenset(("true", "1", "yes", "y", "x", "ja", "j", "sant", "sand", "wahr", "waar"))
_NO: Final = frozenset(("false", "0", "no", "n", "nej", "nei", "nein", "nee", "falskt", "falsk", "falsch", "onwaar"))


def publication_columns(names: Iterable[str]) -> list[str]:
    """Return the columns that say whether readers can see a row."""
    telling = (_STATES, _SHOWN_WHEN_TRUE, _HIDDEN_WHEN_TRUE, _HIDDEN_FROM)
    return [name for name in names if any(folded_name(name) in known for known in telling)]


def unpublished_rows(columns: Mapping[str, Sequence[object]], n_rows: int) -> list[bool]:
    """Say of each row of a table whether one of its columns says that readers cannot see it.

    Examples
    --------
    >>> unpublished_rows({"Status": ["Published", "Draft"], "archived": ["no", ""]}, 2)
    [False, True]
    """
    hidden = [False] * n_rows
    for name in publication_columns(columns):
        folded = folded_name(name)
        for place, cell in enumerate(columns[name]):
            hidden[place] = hidden[place] or _hides(folded, cell)
    return hidden


def is_unpublished(entry: Mapping[str, object]) -> bool:
    """Say the same of one entry of an export."""
    return any(_hides(folded_name(name), value) for name, value in entry.items())


def _hides(name: str, cell: object) -> bool:
    if isinstance(cell, Mapping):  # ServiceNow with display values
        cell = cell.get("value") or cell.get("display_value")
    written = cell_text(cell).strip()
    if not written:
        return False
    word = folded_name(written)
    if name in _STATES:
        return word in _HIDDEN_STATES
    if name in _SHOWN_WHEN_TRUE:
        return word in _NO
    if name in _HIDDEN_WHEN_TRUE:
        return word in _YES or _is_past(written)
    return name in _HIDDEN_FROM and _is_past(written)


def _is_past(written: str) -> bool:
    moment = iso_moments([written])[0]
    return bool(moment) and moment[:10] < datetime.now(UTC).date().isoformat()

"""What a CMS format is: how to find its entries in an export, and how to read one of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ..cells.publication import is_unpublished
from ..cells.reject_list import NOT_PUBLISHED
from ..files.json_file import NOT_AN_OBJECT
from ..files.reading import Reading
from ..files.rows import Rows, columns_of_records

Medium = Literal["json", "markup"]
Entry = Mapping[str, Any]  # one object of the export, fields as the CMS names them


class UnreadableMarkup(Exception):
    """HTML or XML that holds no articles; the text says what was found instead."""

    def __init__(self, must_be: str, was: str) -> None:
        super().__init__(was)
        self.must_be = must_be


@dataclass(frozen=True, slots=True)
class Found:
    """One article of an entry, or the reason why the entry gives none."""

    fields: Mapping[str, object]  # our column names
    unused: str = ""  # a reason of ``reject_list``; "" when the article is used
    lost: str = ""  # what readers see of it and the export lacks; "" when nothing


@dataclass(frozen=True, slots=True)
class Format:
    """One source of articles. To add one, write a file like its neighbours; ``registry`` finds it."""

    name: str  # as the user says it
    medium: Medium  # json: gets the parsed value; markup: gets the text
    recognises: Callable[[Any], bool]  # for json: the first entry; for markup: the text. Only what is unmistakable
    objects: Callable[[Any], Sequence[Any]]  # the entries of an export
    articles: Callable[[Entry], Iterable[Found]]  # the articles of one entry, one per language
    is_last: bool = False  # takes what no other format recognises

    def rows(self, objects: Sequence[Any], lines: Sequence[int], source: str, checksum: str, reading: Reading) -> Rows:
        """Turn entries into rows with our column names.

        Parameters
        ----------
        objects : entries of the export
        lines : where each of them stands
        source, checksum : of the file
        reading : its ``mapping`` names fields of the entry for tenants that renamed theirs, and wins over the format
        """
        records: list[Mapping[str, object]] = []
        numbers: list[int] = []
        unread: list[tuple[int, str]] = []
        lost: Counter[str] = Counter()
        for entry, line in zip(objects, lines, strict=True):
            if not isinstance(entry, Mapping):
                unread.append((line, NOT_AN_OBJECT))
                continue
            own = {ours: entry[theirs] for ours, theirs in reading.mapping.items() if theirs in entry}
            hidden = NOT_PUBLISHED if is_unpublished(entry) else ""
            for found in self.articles(entry):
                if found.unused or hidden:
                    unread.append((line, found.unused or hidden))
                else:
                    lost[found.lost] += 1
                    records.append({**found.fields, **own})
                    numbers.append(line)
        notes = tuple(f"{source}: {n} articles lack {what}" for what, n in sorted(lost.items()) if what)
        columns: Mapping[str, Sequence[object]] = columns_of_records(records)
        return Rows(source, checksum, columns or {"id": [], "title": []}, numbers, tuple(unread), notes)

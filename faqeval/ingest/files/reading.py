"""What a reader is told about a file before it opens it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read."""

    kind: str  # articles, queries, judgments or search run
    preset: str = ""  # name of a CMS format; "" when none is named
    find_preset: bool = False  # recognise a CMS format by its shape when none is named
    mapping: Mapping[str, str] = field(default_factory=dict)  # our column -> the file's own field

"""One file per kind of gap. A kind is a function from the evidence to its gaps, registered here."""

from collections.abc import Callable
from typing import Final

from ...records import Gap
from ..evidence import Evidence
from .duplicate import detect_duplicates
from .missing import detect_missing
from .not_found import detect_not_found
from .not_understood import detect_not_understood
from .sends_to_contact import detect_sends_to_contact
from .unneeded import detect_unneeded

Detector = Callable[[Evidence], list[Gap]]

KINDS: Final[dict[str, Detector]] = {
    "missing": detect_missing,
    "not_found": detect_not_found,
    "not_understood": detect_not_understood,
    "sends_to_contact": detect_sends_to_contact,
    "duplicate": detect_duplicates,
    "unneeded": detect_unneeded,
}

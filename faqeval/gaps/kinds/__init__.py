"""One file per kind of gap. A kind is a function from the evidence to its gaps, registered here."""

from collections.abc import Callable, Sequence
from typing import Final

from ...records import Gap, NeedVerdict
from ..contact_evidence import ContactEvidence
from ..evidence import Evidence
from .duplicate import detect_duplicates
from .missing import detect_missing, detect_missing_from_contacts
from .next_issue import detect_next_issue
from .not_found import detect_not_found, detect_not_found_from_contacts
from .not_resolving import detect_not_resolving
from .not_understood import detect_not_understood, detect_not_understood_from_contacts
from .sends_to_contact import detect_sends_to_contact
from .unneeded import detect_unneeded

Detector = Callable[[Evidence], list[Gap]]
# from the evidence, what contacts add to it, the needs' verdicts, and the gaps found so far
ContactDetector = Callable[[Evidence, ContactEvidence, Sequence[NeedVerdict], Sequence[Gap]], list[Gap]]

KINDS: Final[dict[str, Detector]] = {
    "missing": detect_missing,
    "not_found": detect_not_found,
    "not_understood": detect_not_understood,
    "sends_to_contact": detect_sends_to_contact,
    "duplicate": detect_duplicates,
    "unneeded": detect_unneeded,
}
CONTACT_KINDS: Final[dict[str, ContactDetector]] = {
    "missing": detect_missing_from_contacts,
    "not_found": detect_not_found_from_contacts,
    "not_understood": detect_not_understood_from_contacts,
    "not_resolving": detect_not_resolving,
    "next_issue": detect_next_issue,
}

"""Words that say what the number after them is.

A customer's language is often not known when masking runs, and people mix languages; so the cues of all languages
always count. They stand in the language files; here are the few that belong to no language.
"""

import re
from functools import cache
from typing import Final, Literal

from ..languages.registry import SUPPORTED, language
from ..languages.word_lists import any_of

CueField = Literal["identity_cues", "birth_cues", "card_cues", "phone_cues", "order_cues", "other_number_cues"]

_EVERYWHERE: Final[dict[CueField, tuple[str, ...]]] = {
    "card_cues": ("visa", "mastercard", "amex"),
    "phone_cues": ("whatsapp",),
    "other_number_cues": ("ean", "gtin", "isbn", "imei"),
}
# At most two short words and a few signs may stand between cue and number: "personnummer är: ", "tel. nr ".
BETWEEN: Final = r"(?:[\s:;.,=#(\"'-]{0,3}[^\W\d_]{1,8}){0,2}[\s:;.,=#(\"'+-]{0,4}"
_LOOKED_BACK: Final = 48  # characters before a number in which its cue is sought


def one_of(field: CueField) -> str:
    """Return a regular expression of the cues of all languages, where a word begins."""
    cues = [cue for code in SUPPORTED for cue in getattr(language(code), field)]
    return rf"(?<![^\W\d_])(?:{any_of([*cues, *_EVERYWHERE.get(field, ())])})"


@cache
def _ending(field: CueField) -> re.Pattern[str]:
    return re.compile(rf"{one_of(field)}{BETWEEN}\Z")


def precedes(field: CueField, text: str, place: int) -> bool:
    """Whether a cue stands right before ``place`` (``text`` in lower case)."""
    return _ending(field).search(text, max(0, place - _LOOKED_BACK), place) is not None

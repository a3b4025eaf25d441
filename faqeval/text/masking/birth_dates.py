"""Dates of birth after a cue: "born 12.03.1985", "född 12 mars 1985"."""

import re
from functools import cache
from typing import Final

from .cues import BETWEEN, one_of

# 1985-03-12, 12/3/85, 12. March 1985, 12th of March 1985, March 12, 1985. Six and eight digits are numbers after a cue.
_DATE: Final = (
    r"(?:\d{1,4}(?P<sign> ?[-./ ] ?)\d{1,2}(?P=sign)\d{2,4}"
    r"|\d{1,2}(?:\.|st|nd|rd|th)? ?(?:of )?[^\W\d_]{3,9}\.?,? ?(?:19|20)?\d\d"
    r"|(?<![^\W\d_])[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d)(?!\d)(?![-/.]\d)"
)


@cache
def _birth() -> re.Pattern[str]:
    return re.compile(rf"({one_of('birth_cues')}{BETWEEN}(?<!\d))({_DATE})", re.IGNORECASE)


def mask_birth_dates(text: str) -> str:
    """Text with dates that follow a word like "born" as [ID]. Other dates are nobody's and stay."""
    return _birth().sub(r"\1[ID]", text)

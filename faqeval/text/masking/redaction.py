"""The one door of masking."""

import re
from collections.abc import Collection

from .accounts import mask_emails, mask_ibans
from .birth_dates import mask_birth_dates
from .identity_numbers import mask_lettered_identities, mask_shaped_identities
from .names import mask_names
from .numbers import mask_numbers, phone_numbers
from .streets import mask_streets

_ANY_DIGIT = re.compile(r"\d")
_FIVE_DIGITS = re.compile(r"\d(?:[^\d\n]{0,3}\d){4}")
_AT = ("@", "(at)", "[at]")


def mask(text: str, language: str = "und", public_phones: Collection[str] = ()) -> str:
    """Text with personal data replaced by typed tags: [EMAIL] [PHONE] [ID] [CARD] [IBAN] [NAME] [ADDRESS].

    Rather too much than too little is masked. Names only after a cue ("my name is", "kind regards"), streets only with
    a house number; a name without a cue is not found. Never raises; masking twice changes nothing (tested as a law).

    Parameters
    ----------
    text : any text, of any length; time is linear in it.
    language : code of the text's language, or "und"; says in which countries numbers are likely.
    public_phones : phone numbers that are the company's own and stay, as ``phones_in`` returns them.

    Notes
    -----
    python-stdnum, phonenumbers (valid numbers only) and own patterns. What it finds and what it
    misses: docs/method/text.md#masking.

    Examples
    --------
    >>> mask("jag heter Anna Berg, ring 070-174 06 05 eller anna.berg@example.com", "sv")
    'jag heter [NAME], ring [PHONE] eller [EMAIL]'
    """
    while True:
        masked = _mask_once(text, language, public_phones)
        if masked == text:
            return text
        text = masked  # a tag may have brought a cue closer to a number: look again until nothing changes


def phones_in(text: str, language: str = "und") -> frozenset[str]:
    """Return the phone numbers of a text, in forms that other spellings of them share.

    Examples
    --------
    >>> public = phones_in("Ring 0771-12 34 56", "sv")
    >>> mask("jag ringde +46 771 123456 från 070-174 06 05", "sv", public)
    'jag ringde +46 771 123456 från [PHONE]'
    """
    if not _FIVE_DIGITS.search(text):
        return frozenset()
    return phone_numbers(mask_shaped_identities(mask_ibans(text)), language)


def _mask_once(text: str, language: str, public_phones: Collection[str]) -> str:
    if any(sign in text for sign in _AT):
        text = mask_emails(text)
    if _ANY_DIGIT.search(text):
        text = mask_birth_dates(text)
        if _FIVE_DIGITS.search(text):
            text = mask_shaped_identities(mask_ibans(text))
        text = mask_numbers(mask_lettered_identities(text), language, public_phones)
        text = mask_streets(text)
    return mask_names(text)

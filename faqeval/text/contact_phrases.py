"""Does a sentence send the customer to customer service?"""

import re

from .languages.registry import SUPPORTED
from .languages.registry import language as _known

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]+")


def sends_to_contact(sentence: str, language: str) -> bool:
    """Whether a sentence sends the customer to customer service by phone, chat, mail or in person.

    "Call us", "you can reach our support on …", "fill in the contact form". Talk about the phone itself does not count
    ("call forwarding", "when you call from abroad"), nor does "we will call you". False in unsupported languages.

    Notes
    -----
    The phrases stand in the language files. Exceptions are cut out first, so "Call us if you want to call abroad"
    counts.

    Examples
    --------
    >>> sends_to_contact("Kontakta vår kundtjänst om du vill ändra.", "sv")
    True
    >>> sends_to_contact("Så ringer du utomlands.", "sv")
    False
    """
    if language not in SUPPORTED:
        return False
    known = _known(language)
    text = sentence.lower()
    if "@" in text:
        text = _ADDRESS.sub("email", text)
    for exception in known.contact_exceptions:
        text = exception.sub(" ¦ ", text)
    return any(phrase.search(text) for phrase in known.contact_phrases)

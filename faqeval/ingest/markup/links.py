"""Which addresses of links are kept."""

import re
from typing import Final

from ...text import normalise
from ..files.limits import MAX_URL_CHARACTERS

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,30}):")
_KEPT: Final = frozenset(("http", "https", "mailto", "tel", "sms"))


def safe_href(href: str) -> str:
    """Return an address without blanks, or "" when a browser would run it, or it is too long to be one.

    Examples
    --------
    >>> safe_href(" https://example.org/a "), safe_href("java\\nscript:alert(1)"), safe_href("/help#pay")
    ('https://example.org/a', '', '/help#pay')
    """
    address = "".join(normalise(href).split())
    scheme = _SCHEME.match(address)
    if len(address) > MAX_URL_CHARACTERS or (scheme and scheme[1].lower() not in _KEPT):
        return ""
    return address

"""Openings that put law, background or company before the answer."""

from ...text import language as known


def preamble_of(sentence: str, language: str) -> str | None:
    """Return the opening words that make a sentence a preamble, None when it is none.

    Only those of a text's very first sentence count: "according to law" further down is no fault.

    Examples
    --------
    >>> preamble_of("Enligt konsumentköplagen har du rätt att reklamera.", "sv")
    'Enligt konsumentköplagen'
    >>> preamble_of("Du kan reklamera i tre år.", "sv") is None
    True
    """
    for pattern in known(language).preambles:
        match = pattern.match(sentence.strip())
        if match:
            return match[0].strip()
    return None

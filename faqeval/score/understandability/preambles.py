"""Openings that put law, background or company before the answer."""

import re
from collections.abc import Mapping
from typing import Final

# Only openings of the very first sentence count, so that "according to law" further down is no fault.
_PREAMBLES: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        r"(according to|in accordance with|pursuant to|under|by virtue of) (\w+ ){0,5}"
        r"(act|law|laws|regulations?|directive|legislation|section|article)\b",
        r"background\b",
        r"(the )?purpose of (this|the) (page|article|section|document)\b",
        r"(in )?this (page|article|section|document) (describes|explains|contains|provides|you will find|we)\b",
        r"at \w+,? we (strive|aim|are committed|care)\b",
        r"we (strive|aim|are committed) to\b",
    ),
    "sv": (
        r"(enligt|i enlighet med|med stöd av|jämlikt|till följd av) ([\w§]+ ){0,5}"
        r"(\w*(lagen|balken|förordningen|direktivet|villkoren|regelverket)\b|lag\b|§)",
        r"bakgrund\b",
        r"syftet med (den här|denna|detta|det här)\b",
        r"(på den här sidan|på denna sida|i den här artikeln|denna (sida|artikel)|den här (sidan|artikeln))\b",
        r"(vi på|hos|på) \w+ (strävar|värnar|är måna)\b",
        r"vi (strävar|värnar)\b",
    ),
    "nb": (
        r"(i henhold til|etter|ifølge|i medhold av|i samsvar med) ([\w§]+ ){0,5}"
        r"(\w*(loven|forskriften|direktivet|vilkårene|regelverket)\b|§)",
        r"bakgrunn\b",
        r"(formålet|hensikten) med (denne|dette)\b",
        r"(på denne siden|i denne artikkelen|denne (siden|artikkelen))\b",
        r"(vi i|hos|i) \w+ (streber|etterstreber)\b",
        r"vi (streber|etterstreber)\b",
    ),
    "da": (
        r"(i henhold til|ifølge|i medfør af|i overensstemmelse med|efter) ([\w§]+ ){0,5}"
        r"(\w*(loven|bekendtgørelsen|direktivet|vilkårene)\b|§)",
        r"baggrund\b",
        r"formålet med (denne|dette)\b",
        r"(på denne side|i denne artikel|denne (side|artikel))\b",
        r"(vi i|hos|i) \w+ (stræber|bestræber)\b",
        r"vi (stræber|bestræber)\b",
    ),
    "nl": (
        r"(volgens|op grond van|krachtens|ingevolge|conform|overeenkomstig) (\w+ ){0,5}"
        r"\w*(wet|wetgeving|besluit|verordening|richtlijn|voorwaarden|artikel|regeling)\b",
        r"(achtergrond|inleiding)\b",
        r"het doel van (deze|dit)\b",
        r"(op deze pagina|in dit artikel|deze pagina|dit artikel)\b",
        r"(wij|we) (streven|doen er alles aan)\b",
        r"bij \w+ (streven|doen) (wij|we)\b",
    ),
    "de": (
        r"(gemäß|laut|aufgrund|auf grundlage|entsprechend) ([\w§]+ ){0,5}"
        r"(\w*(gesetz|gesetzes|verordnung|richtlinie|vorschriften|bedingungen)\b|agb\b|bgb\b|§)",
        r"(hintergrund|einleitung)\b",
        r"(ziel|zweck) (dieser|dieses)\b",
        r"(auf dieser seite|in diesem artikel|diese seite|dieser artikel)\b",
        r"wir (streben|bemühen uns|legen großen wert)\b",
        r"bei \w+ (streben|bemühen|legen) wir\b",
    ),
}


def preamble_of(sentence: str, language: str) -> str | None:
    """Return the opening words that make a sentence a preamble, None when it is none.

    Examples
    --------
    >>> preamble_of("Enligt konsumentköplagen har du rätt att reklamera.", "sv")
    'Enligt konsumentköplagen'
    >>> preamble_of("Du kan reklamera i tre år.", "sv") is None
    True
    """
    for pattern in _compiled(language):
        match = pattern.match(sentence.strip())
        if match:
            return match[0].strip()
    return None


def _compiled(language: str) -> tuple[re.Pattern[str], ...]:
    return _PATTERNS.get(language, ())


_PATTERNS: Final = {
    code: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns) for code, patterns in _PREAMBLES.items()
}

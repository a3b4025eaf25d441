"""Where a query was asked, in one word each."""

from typing import Final

CHANNELS: Final = ("search", "chat", "email", "form", "call")

_NAMES: Final = {
    "search": ("site search", "sitesearch", "websearch", "web search", "sök", "sökning", "søk", "søg", "søgning",
               "zoeken", "zoek", "suche", "helpcenter", "help center"),
    "chat": ("chatt", "chatbot", "bot", "live chat", "livechat", "messenger", "whatsapp", "sms", "messaging",
             "web chat", "webchat", "web messaging"),
    "email": ("e-mail", "mail", "e-post", "epost", "mejl"),
    "form": ("web form", "webform", "contact form", "formulär", "skjema", "formular", "formulier", "web", "portal",
             "web portal", "website", "widget", "kontaktformulär", "kontaktskjema", "kontaktformular",
             "contactformulier"),
    "call": ("phone", "telephone", "telefon", "telefoon", "tel", "voice", "samtal", "anruf", "oproep", "opkald",
             "call center", "inbound call", "phone call", "voice call", "inbound", "callback"),
}  # fmt: skip
_CODES: Final = {name: code for code, names in _NAMES.items() for name in (code, *names)}


def channel_names(code: str) -> tuple[str, ...]:
    """Return how files write a channel, in lower case; the code itself first."""
    return (code, *_NAMES[code])


def channel_code(written: str) -> str:
    """Return the channel as one of ``CHANNELS``; "" when it is none of them.

    Examples
    --------
    >>> channel_code("E-Mail"), channel_code("Telefon"), channel_code("?")
    ('email', 'call', '')
    """
    return _CODES.get(" ".join(written.casefold().replace("_", " ").split()), "")

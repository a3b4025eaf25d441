"""Say a message. This is the one place where an id and its values become a sentence."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from ...config import Settings

if TYPE_CHECKING:
    from ...records import Message, Value

_MAX_LISTED: Final = 3  # words named in a sentence; the evidence has all of them
_SHARES: Final = ("share", "usual", "rate")  # how the names of values end that are shown in percent

# Why a figure has no value, by the short reason that the score gives.
REASONS: Final = {
    "too_few_queries": "there are too few questions to say",
    "too_few_contacts": "there are too few contacts to say",
    "too_few_views": "there are too few readings to say",
    "too_few_needs": "there are too few needs with enough contacts to say",
    "too_few_articles": "there are too few articles to say",
    "no_scored_article": "no article has a text that can be scored",
    "unsupported_language": "the language is not supported yet",
}


def say(message: "Message", settings: Settings | None = None) -> str:
    """Return the sentence of a message.

    Parameters
    ----------
    settings : of the run, for the places that take their value from them; None: the defaults.
    """
    text, values = message.text, dict(message.values)
    form = text.forms.get(_form(values[text.by]), text.english) if text.by else text.english
    return form % {name: _shown(name, _value(name, values, settings)) for name in text.places}


def say_reason(reason: str) -> str:
    """Return why something has no value, in words; a reason that is a sentence already stays as it is."""
    return REASONS.get(reason, reason.replace("_", " "))


def _value(name: str, values: "Mapping[str, Value]", settings: Settings | None) -> "Value":
    """Return a value of the message, or where its name has a dot, of the settings: of the run, else as they are."""
    if "." not in name:
        return values[name]
    part, _, field = name.partition(".")
    value: Value = getattr(getattr(settings or Settings(), part), field)
    return value


def _form(value: "Value") -> str:
    return str(len(value)) if isinstance(value, tuple) else str(value)


def _shown(name: str, value: "Value") -> str:
    """Return a value as the reader sees it; a number between 0 and 1 is a percentage where its name says so."""
    if isinstance(value, tuple):
        if name == "parts":
            return " + ".join(map(_named, value))
        return listed([f"“{one}”" if isinstance(one, str) else say(one) for one in value[:_MAX_LISTED]])
    if isinstance(value, float):
        return f"{value:.0%}".replace("%", " %") if name.endswith(_SHARES) else f"{value:g}"
    return f"{value:,}" if isinstance(value, int) else _named(value)


def _named(value: "str | Message") -> str:
    return value if isinstance(value, str) else say(value)


def listed(texts: list[str]) -> str:
    """Join texts as in running text.

    Examples
    --------
    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} and {texts[-1]}"

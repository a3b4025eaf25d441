"""What a reader is told: a text by id with its English source, and a message, which is a text with its values."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final, TypeAlias

Value: TypeAlias = "str | int | float | Message | tuple[str, ...] | tuple[Message, ...]"

_PLACE: Final = re.compile(r"%\(([\w.]+)\)s")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or a name in English, with ``%(name)s`` where a value goes, and its other forms.

    The form is chosen by the value called ``by``: its number ("1", else the sentence itself), how many texts it
    holds ("0", "1"), or the text it is. A place with a dot in its name, as ``%(journeys.raised_lift)s``, takes its
    value from the settings of the run.
    """

    text_id: str
    english: str
    by: str = ""
    forms: Mapping[str, str] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for form in (self.english, *self.forms.values()):
            if not form.strip():
                raise ValueError(f"text '{self.text_id}' must say something. Got nothing. Write it in English.")
            if "%" in _PLACE.sub("", form.replace("%%", "")):
                raise ValueError(
                    f"text '{self.text_id}' must have percent signs only in places. Got '{form}'. Write %% for a sign."
                )

    def __call__(self, **values: Value) -> "Message":
        """Return the message that says this with these values."""
        return Message(self, tuple(values.items()))

    @property
    def places(self) -> frozenset[str]:
        """The names of all places in all forms, and of the value that chooses the form."""
        named = frozenset[str]().union(*map(_places, (self.english, *self.forms.values())))
        return named | {self.by} if self.by else named


@cache
def _places(form: str) -> frozenset[str]:
    return frozenset(_PLACE.findall(form))


@dataclass(frozen=True, slots=True)
class Message:
    """A text with its values, which are pairs of name and value in a fixed order; ``report.sentences`` says it.

    Raises
    ------
    ValueError
        If a place of the text has no value.
    """

    text: Text
    values: tuple[tuple[str, Value], ...] = ()

    def __post_init__(self) -> None:
        given = {name for name, _ in self.values}
        lacking = sorted(place for place in self.text.places if "." not in place and place not in given)
        if lacking:
            raise ValueError(
                f"message '{self.message_id}' must have a value for {', '.join(lacking)}. "
                f"Got {', '.join(sorted(given)) or 'none'}. Pass it where the message is made."
            )

    @property
    def message_id(self) -> str:
        """The id of its text."""
        return self.text.text_id

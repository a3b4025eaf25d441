"""A sentence to be said: which one, and with which values. The wording lives in ``report.sentences``."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence by id, with its values, so that a finished report can change language.

    ``values`` are pairs of name and text, number or tuple of texts, in a fixed order.
    """

    message_id: str
    values: tuple[tuple[str, str | int | float | tuple[str, ...]], ...] = field(default=())

"""Rows of a queries file that are no customer's words: a tool's own, totals, and what the company's side wrote."""

import re
from collections.abc import Sequence
from typing import Final

from .aliases import ALIASES
from .cells import cell_text
from .columns import folded_name

_IN_BRACKETS: Final = re.compile(r"\([^()]{1,60}\)|<[^<>]{1,60}>")  # (not set), (other), <empty>
_OWN_WORDS: Final = frozenset(
    ("[blank]", "[empty]", "[not set]", "[no value]", "[none]", "[other]", "#n/a", "n/a", "#ref!", "#value!", "#name?",
     "#div/0!", "#null!", "#num!", "null", "undefined", "nan", "not set", "not provided", "no value", "unspecified",
     "empty string", "data not available")
)  # fmt: skip
_GRAND_TOTALS: Final = frozenset(
    ("grand total", "grand totals", "total general", "gesamtsumme", "gesamtergebnis", "eindtotaal", "algemeen totaal",
     "totalsumma", "totalsum", "sum total", "overall total")
)  # fmt: skip
_TOTALS: Final = frozenset(
    ("total", "totals", "sum", "summa", "totalt", "samlet", "i alt", "ialt", "gesamt", "summe", "totaal", "all", "alle",
     "alla", "all search terms", "all queries", "")
)  # fmt: skip
_CUSTOMERS: Final = frozenset(
    "user customer client visitor guest enduser consumer contact human requester caller shopper member lead patient "
    "inbound incoming in customermessage kund kunde besökare besøkende besøgende gast klant bezoeker besucher "
    "slutanvändare sluttbruker slutbruger".split()
)
_STAFF: Final = frozenset(
    "bot agent assistant system admin operator staff support employee ai chatbot virtualagent virtualassistant "
    "automation automatic answerbot workflow trigger outbound outgoing out tool function supervisor moderator advisor "
    "representative rep teammate colleague company internal medarbetare medarbejder medarbeider handläggare kundtjänst "
    "kundeservice medewerker mitarbeiter berater".split()
)


def is_own_words_of_a_tool(text: str) -> bool:
    """Say whether a text is what a tool writes where it has no words of a customer.

    Examples
    --------
    >>> [is_own_words_of_a_tool(text) for text in ("(not set)", "#N/A", "card (lost)", "[EMAIL]")]
    [True, True, False, False]
    """
    return bool(_IN_BRACKETS.fullmatch(text)) or text.casefold() in _OWN_WORDS


def totals(texts: Sequence[str], counts: Sequence[int]) -> list[bool]:
    """Say which rows add up others.

    A row that is called a grand total is one. One called "total", or as a column of queries is called, is one when it
    counts as much as all the other rows together.
    """
    names = {folded_name(name) for name in ("text", *ALIASES["queries"]["text"])}
    folded = [text.casefold().strip(" :=") for text in texts]
    is_grand = [text in _GRAND_TOTALS for text in folded]
    may_be = [text in _TOTALS or folded_name(text) in names for text in folded]
    asked = sum(count for count, grand in zip(counts, is_grand, strict=True) if not grand)
    n_rows = len(texts)
    return [
        grand or (may and n_rows > 2 and count > 1 and 2 * count == asked)
        for grand, may, count in zip(is_grand, may_be, counts, strict=True)
    ]


def by_company(cells: Sequence[object]) -> list[bool]:
    """Say which rows were not written by a customer, from a column that says who wrote.

    A column none of whose values says customer or company says nothing: it may hold names.
    """
    written = [folded_name(cell_text(cell)) for cell in cells]
    if not _CUSTOMERS.isdisjoint(written):
        return [who not in _CUSTOMERS for who in written]
    return [who in _STAFF for who in written]

"""Words that join two equal clauses, per language: a new thought begins behind them."""

from collections.abc import Mapping
from typing import Final

JOINING_WORDS: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset({"and", "then", "or", "nor", "but"}),
    "sv": frozenset({"och", "sedan", "sen", "därefter", "eller", "men"}),
    "nb": frozenset({"og", "så", "deretter", "eller", "men"}),
    "da": frozenset({"og", "så", "derefter", "eller", "men"}),
    "nl": frozenset({"en", "dan", "daarna", "vervolgens", "of", "noch", "maar"}),
    "de": frozenset({"und", "dann", "danach", "anschließend", "oder", "noch", "aber", "sondern"}),
}

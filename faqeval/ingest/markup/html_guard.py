"""HTML that would make a parser work for minutes, told by one linear look at its tags."""

import re
from collections import Counter
from typing import Final

from ..files.limits import MAX_MARKUP_DEPTH, MAX_REOPENED_ELEMENTS

_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,19})")
_FORMATTING: Final = frozenset((
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
))  # fmt: skip
_CLOSED_FOR_YOU: Final = frozenset((  # void elements, and those the next one of their kind ends
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dd", "dt", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt",
    "html", "head", "body",
))  # fmt: skip


def is_tangled(html: str) -> bool:
    """Say whether HTML is nested too deeply, or leaves so much formatting open that a parser multiplies it.

    Notes
    -----
    By the HTML standard, formatting elements that were not closed (``b``, ``font`` …) are opened again in every block
    that follows: n of them and n blocks make n² elements. Measured with Lexbor: 17 kB became 170 MB.
    Depth costs n² steps: 100 kB of ``<div>`` took over a second.
    """
    open_formatting: Counter[str] = Counter()
    open_others: Counter[str] = Counter()
    n_formatting = n_others = n_reopened = 0
    for match in _TAG.finditer(html):
        closes, name = match[1], match[2].lower()
        if name in _CLOSED_FOR_YOU:
            n_reopened += 0 if closes else n_formatting
            continue
        is_formatting = name in _FORMATTING
        counter = open_formatting if is_formatting else open_others
        if (closes and counter[name] == 0) or (name == "a" and not closes and counter[name]):
            continue  # nothing to close; or a link, which ends the one that is open
        step = -1 if closes else 1
        counter[name] += step
        n_formatting += step if is_formatting else 0
        n_others += 0 if is_formatting else step
        n_reopened += 0 if closes else n_formatting
        if n_others > MAX_MARKUP_DEPTH or n_formatting > MAX_MARKUP_DEPTH or n_reopened > MAX_REOPENED_ELEMENTS:
            return True
    return n_reopened > MAX_REOPENED_ELEMENTS

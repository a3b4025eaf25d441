"""Numbers as a reader sees them. Percent signs begin to exist here."""

from math import floor


def counted(number: float) -> str:
    """Return a whole number with thousands set apart.

    Examples
    --------
    >>> counted(12430)
    '12,430'
    """
    return f"{_half_up(number):,}"


def plural(number: float, one: str, many: str = "") -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> plural(1, "question"), plural(1200, "question"), plural(2, "query", "queries")
    ('1 question', '1,200 questions', '2 queries')
    """
    noun = one if _half_up(number) == 1 else many or f"{one}s"
    return f"{counted(number)} {noun}"


def percent(share: float) -> str:
    """Return a share as percent without decimals; what is not quite nothing or all keeps saying so.

    Examples
    --------
    >>> percent(0.423), percent(0.001), percent(0.999), percent(1.0)
    ('42 %', 'under 1 %', 'over 99 %', '100 %')
    """
    if 0 < share < 0.005:
        return "under 1 %"
    if 0.995 <= share < 1:
        return "over 99 %"
    return f"{_half_up(100 * share)} %"


def score(value: float) -> str:
    """Return a score of 0..1 as points of 100.

    Examples
    --------
    >>> score(0.645)
    '65'
    """
    return str(_half_up(100 * value))


def points_between(low: float, high: float) -> str:
    """Return an interval of scores as points of 100.

    Examples
    --------
    >>> points_between(0.42, 0.553)
    '42–55'
    """
    return f"{score(low)}–{score(high)}"


def percent_between(low: float, high: float) -> str:
    """Return an interval of shares as percent.

    Examples
    --------
    >>> percent_between(0.42, 0.553)
    '42–55 %'
    """
    return f"{points_between(low, high)} %"


def amount(number: float) -> str:
    """Return a rate, such as contacts a month: whole from 10 on, with one decimal below.

    Examples
    --------
    >>> amount(1234.5), amount(9.94), amount(0.03), amount(0)
    ('1,235', '9.9', 'under 0.1', '0')
    """
    if 0 < number < 0.05:
        return "under 0.1"
    return counted(number) if number >= 9.95 else f"{number:.1f}".removesuffix(".0")


def amount_between(value: float, low: float, high: float) -> str:
    """Return a rate with its interval.

    Examples
    --------
    >>> amount_between(42.2, 30.1, 55.0)
    '42 (30–55)'
    """
    return f"{amount(value)} ({amount(low)}–{amount(high)})"


def in_ten(share: float) -> str:
    """Return a share as people say it.

    Examples
    --------
    >>> in_ten(0.78), in_ten(0.02), in_ten(0.98)
    ('8 in 10', 'hardly any', 'nearly all')
    """
    tenths = _half_up(10 * share)
    if tenths == 0:
        return "hardly any"
    return "nearly all" if tenths == 10 else f"{tenths} in 10"


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, cut at a word where it is longer than ``longest`` characters.

    Examples
    --------
    >>> shortened("one two three", 9)
    'one two…'
    """
    start = text[: 8 * longest]  # a text of any length takes the same time
    line = " ".join(start.split())
    if len(line) <= longest and len(start) == len(text):
        return line
    head = line[: longest - 1]
    cut = head.rsplit(" ", 1)[0] if " " in head[longest // 2 :] else head
    return f"{cut.rstrip()}…"


def _half_up(number: float) -> int:
    """Round as people do; rounding first to nine places keeps .645 from being .64499999."""
    return floor(round(number, 9) + 0.5)

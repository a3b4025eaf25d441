"""Why an article counts as an answer, in one or two sentences for the person who owns it."""

from collections.abc import Iterator
from typing import Final

from ..records import Explanation, Message, WordPair
from .formats import shortened
from .sentences import say

GUESS_BELOW: Final = 0.5  # answer probability; below it the article is more likely wrong than right
_SHARED: Final = 3  # words and pairs that are named; the first say most
_PAIRS: Final = 2
_LACKING: Final = 3  # above it only their number is said
_LONGEST_WORD: Final = 40  # characters; a longer one is a pasted key or link
_PLACES: Final = ("title", "text", "keywords")
_ALONE: Final = ("spelling", "meaning", "need")  # carriers that are named already where no word is shared


def say_why(explanation: Explanation, probability: float | None, *, of_need: bool = False) -> str:
    """Return why an article counts as an answer of a query.

    Parameters
    ----------
    probability : that it answers, 0..1; a low one is called a guess. None: it is said elsewhere.
    of_need : the article was chosen for a whole need, which is said when nothing else carried it.
    """
    carrier = explanation.carried_by or ("need" if of_need else "")
    clauses = "; ".join(say(message) for message in _clauses(explanation, carrier))
    is_guess = probability is not None and probability < GUESS_BELOW
    opened = say(Message("why.guess", (("why", clauses),))) if is_guess else _capitalised(clauses)
    is_said = carrier in _ALONE and _is_strange(explanation)
    return f"{opened}. {say(Message('why.carried', (('by', carrier),)))}" if carrier and not is_said else f"{opened}."


def _clauses(explanation: Explanation, carrier: str) -> Iterator[Message]:
    shared = explanation.shared[:_SHARED]
    for place in _PLACES:
        words = tuple(_cut(one.word) for one in shared if one.place == place)
        if words:
            yield Message(f"why.shared.{place}", (("words", words),))
    for pair in explanation.spelled_alike[:_PAIRS]:
        yield Message("why.spelled_alike", _values(pair))
    is_strange = _is_strange(explanation)
    if is_strange:
        yield Message("why.no_word", (("only", carrier),))
    for pair in explanation.near_in_meaning[:_PAIRS]:
        yield Message("why.near_in_meaning", _values(pair))
    lacking = explanation.lacking
    if len(lacking) > _LACKING and not is_strange:
        yield Message("why.lacking.many", (("n", len(lacking)),))
    elif lacking and not is_strange:
        yield Message("why.lacking", (("words", tuple(_cut(word) for word in lacking)),))


def _is_strange(explanation: Explanation) -> bool:
    """Whether no word of the query meets one of the article."""
    return not explanation.shared and not explanation.spelled_alike


def _values(pair: WordPair) -> tuple[tuple[str, str], ...]:
    return (("word", _cut(pair.word)), ("article_word", _cut(pair.article_word)))


def _cut(word: str) -> str:
    return shortened(word, _LONGEST_WORD)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]

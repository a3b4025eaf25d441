"""Why an article counts as an answer, in one or two sentences for the person who owns it."""

from collections.abc import Iterator
from typing import Final

from ...records import Explanation, Message, Text, WordPair
from .formats import shortened
from .sentences import say

GUESS_BELOW: Final = 0.5  # answer probability; below it the article is more likely wrong than right
_SHARED: Final = 3  # words and pairs that are named; the first say most
_PAIRS: Final = 2
_LACKING: Final = 3  # above it only their number is said
_LONGEST_WORD: Final = 40  # characters; a longer one is a pasted key or link
_ALONE: Final = ("spelling", "meaning", "need")  # carriers that are named already where no word is shared

_GUESS: Final = Text("why.guess", "A guess: %(why)s")
_SHARED_IN: Final = {
    "title": Text("why.shared.title", "the title has %(words)s"),
    "text": Text("why.shared.text", "the text has %(words)s"),
    "keywords": Text("why.shared.keywords", "the keywords have %(words)s"),
}
_SPELLED_ALIKE: Final = Text("why.spelled_alike", "“%(word)s” looks like “%(article_word)s”")
_NEAR_IN_MEANING: Final = Text("why.near_in_meaning", "“%(word)s” is close in meaning to “%(article_word)s”")
_NO_WORD: Final = Text(
    "why.no_word",
    "no word is shared",
    by="only",
    forms={
        "meaning": "no word is shared, only the meaning is near",
        "spelling": "no word is shared, only some spelling is alike",
        "need": "no word is shared, only the questions taken together are near",
    },
)
_LACKING_WORDS: Final = Text("why.lacking", "the article lacks %(words)s")
_LACKING_MANY: Final = Text("why.lacking.many", "the article lacks %(n)s other words")
CARRIED: Final = Text(
    "why.carried",
    "Shared words carried it.",
    by="by",
    forms={
        "spelling": "Similar spelling carried it.",
        "meaning": "Nearness in meaning carried it.",
        "reader": "The reader, which sees question and article together, carried it.",
        "people": "People said that it answers.",
        "need": "The questions about the same need, taken together, carried it.",
    },
)
TEXTS: Final = (
    _GUESS, *_SHARED_IN.values(), _SPELLED_ALIKE, _NEAR_IN_MEANING, _NO_WORD, _LACKING_WORDS, _LACKING_MANY, CARRIED
)  # fmt: skip


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
    opened = say(_GUESS(why=clauses)) if is_guess else _capitalised(clauses)
    is_said = carrier in _ALONE and _is_strange(explanation)
    return f"{opened}. {say(CARRIED(by=carrier))}" if carrier and not is_said else f"{opened}."


def _clauses(explanation: Explanation, carrier: str) -> Iterator[Message]:
    shared = explanation.shared[:_SHARED]
    for place, text in _SHARED_IN.items():
        words = tuple(_cut(one.word) for one in shared if one.place == place)
        if words:
            yield text(words=words)
    for pair in explanation.spelled_alike[:_PAIRS]:
        yield _SPELLED_ALIKE(**_values(pair))
    is_strange = _is_strange(explanation)
    if is_strange:
        yield _NO_WORD(only=carrier)
    for pair in explanation.near_in_meaning[:_PAIRS]:
        yield _NEAR_IN_MEANING(**_values(pair))
    lacking = explanation.lacking
    if len(lacking) > _LACKING and not is_strange:
        yield _LACKING_MANY(n=len(lacking))
    elif lacking and not is_strange:
        yield _LACKING_WORDS(words=tuple(_cut(word) for word in lacking))


def _is_strange(explanation: Explanation) -> bool:
    """Whether no word of the query meets one of the article."""
    return not explanation.shared and not explanation.spelled_alike


def _values(pair: WordPair) -> dict[str, str]:
    return {"word": _cut(pair.word), "article_word": _cut(pair.article_word)}


def _cut(word: str) -> str:
    return shortened(word, _LONGEST_WORD)


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]

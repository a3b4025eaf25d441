"""One contact and what came before it, told as a short timeline; times are relative only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...records import Evaluation, Step, Story, WrittenTexts
from ..wording.formats import plural, shortened

MAX_STEPS: Final = 8  # the last ones before the contact; docs/method/report.md#size
LONGEST: Final = 120  # characters of a customer's words or a title
_CONTACTS: Final = {"phone": "call", "chat": "chat", "email": "e-mail"}
_DONE: Final = {"login": "logged in", "logout": "logged out"}


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened: ``what`` in our words, then ``quote`` in the customer's or the article's."""

    when: str  # "6 min before", "" when it says nothing new
    what: str
    quote: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class StoryTold:
    """A story ready to be laid out; the last moment is the contact."""

    left_out: str  # what came earlier and is not shown
    moments: tuple[Moment, ...]


def told(story: Story, evaluation: Evaluation) -> StoryTold:
    """Return a story in words."""
    steps = _gathered(story.steps)
    shown = steps[-MAX_STEPS:]
    moments = [_moment(step, n, evaluation) for step, n in shown]
    for place in range(len(moments) - 1, 0, -1):
        if moments[place].when == moments[place - 1].when:
            moments[place] = replace(moments[place], when="")
    n_more = sum(n for _, n in steps[: len(steps) - len(shown)])
    contact = _CONTACTS.get(story.channel, "contact")
    later = f"{_minutes(shown[-1][0].minutes_before)} later" if shown else ""
    quote, language = _text(evaluation.reasons, story.reason)
    end = Moment(later, f"{contact}:" if quote else contact, quote, language)
    return StoryTold(f"after {plural(n_more, 'earlier step')}" if n_more else "", (*moments, end))


def _gathered(steps: Sequence[Step]) -> list[tuple[Step, int]]:
    """Return the steps with how often each came in a row; a click that opens the article viewed next is one step."""
    rows: list[tuple[Step, int]] = []
    for step in steps:
        last = rows[-1][0] if rows else None
        if last is not None and _same(last, step):
            rows[-1] = (replace(step, minutes_before=last.minutes_before), rows[-1][1] + 1)
        elif last is not None and last.event == "click" and step.event == "view" and last.article == step.article:
            rows[-1] = (step, 1)
        else:
            rows.append((step, 1))
    return rows


def _same(one: Step, other: Step) -> bool:
    return (one.event, one.words, one.article) == (other.event, other.words, other.article)


def _moment(step: Step, n: int, evaluation: Evaluation) -> Moment:
    when = f"{_minutes(step.minutes_before)} before"
    if step.event == "page":
        return Moment(when, "opened a page" if n == 1 else f"opened {plural(n, 'page')}")
    again = "" if n == 1 else f" {n} times"
    if step.event == "search":
        quote, language = _text(evaluation.searched, step.words)
        return Moment(when, f"searched{again}", quote, language)
    if step.event in ("click", "view"):
        if not 0 <= step.article < len(evaluation.articles):
            return Moment(when, "looked at a page")
        article = evaluation.articles[step.article]
        what = "clicked on" if step.event == "click" else "looked at"
        return Moment(when, f"{what}{again}", shortened(article.name, LONGEST), article.language)
    return Moment(when, _DONE.get(step.event, step.event))


def _text(texts: WrittenTexts | None, row: int) -> tuple[str, str]:
    """Return a masked text and its language; "" where there is none."""
    if texts is None or not 0 <= row < len(texts.table):
        return "", ""
    entry = texts.table.iloc[row]
    return shortened(str(entry["text"]), LONGEST), str(entry["language"])


def _minutes(minutes: float) -> str:
    """Return a stretch of time as a reader says it.

    Examples
    --------
    >>> [_minutes(one) for one in (0.2, 6.4, 95)]
    ['under a minute', '6 min', '2 h']
    """
    if minutes < 1:
        return "under a minute"
    return f"{minutes:.0f} min" if minutes < 90 else f"{minutes / 60:.0f} h"


def told_all(stories: Sequence[Story], evaluation: Evaluation, most: int) -> Iterator[StoryTold]:
    """Yield the first stories in words."""
    return (told(story, evaluation) for story in stories[:most])

"""The lines of the work list as the page shows them: do this, and the evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from ...records import EXAMPLES_SHOWN, Evaluation, Gap, positions
from ..wording.explanations import explained, is_hint, name_of
from ..wording.formats import amount_between, counted, percent, plural, shortened
from ..wording.match_reasons import say_why
from ..wording.places import place_in_words
from ..wording.sentences import say
from .marking import Piece, content_keys, mark_query
from .outcomes import Outcomes, ranks_of

LONGEST_QUERY: Final = 180  # characters shown of a query
LONGEST_ADVICE: Final = 320
_WORK_WORDS: Final = {"S": "small: minutes", "M": "medium: an hour or two", "L": "large: a new article"}


@dataclass(frozen=True, slots=True)
class Example:
    """One query of a customer and what the search made of it."""

    pieces: tuple[Piece, ...]
    language: str
    asked: str
    place: str
    instead: str  # title of what the search shows first, "" when it is the answer itself or nothing
    missing: str  # the words that the article lacks
    why: str = ""  # why the article counts as its answer


@dataclass(frozen=True, slots=True)
class Near:
    """An article near a need that none answers."""

    title: str
    language: str
    anchor: str
    sure: str
    why: str = ""  # why it may be the answer


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One line of the work list."""

    number: int
    anchor: str
    kind: str
    kind_name: str
    cause_name: str
    advice: str
    need: str
    title: str
    article_anchor: str
    language: str
    asked: str
    share: str
    sure: str
    work: str
    work_words: str
    quote: str
    fault_quote: str
    customer_words: tuple[str, ...]
    article_words: tuple[str, ...]
    examples: tuple[Example, ...]
    near: tuple[Near, ...]
    others: tuple[Near, ...]
    others_are: str  # what the others are
    contacts: str = ""  # about it, "" without contacts
    avoidable: str = ""  # contacts a month with range, "" when not known
    saved: str = ""  # money a month with range
    rests_on: str = ""  # what was counted behind it
    need_anchor: str = ""  # of its need in the part about contacts

    @property
    def shows_missing(self) -> bool:
        """Whether any example has a word that the article lacks."""
        return any(example.missing for example in self.examples)

    @property
    def shows_instead(self) -> bool:
        """Whether the search shows something else first for any example."""
        return any(example.instead for example in self.examples)


@dataclass(frozen=True, slots=True)
class WorkGroup:
    """All lines of one kind, best first."""

    kind: str
    name: str
    meaning: str
    what_to_do: str
    precision: str
    is_hint: bool
    items: tuple[WorkItem, ...]
    n_gaps: int
    left_out: str  # where the rest is, "" when all are shown


def is_urgent(gap: Gap) -> bool:
    """Whether a line mends an article that exists and would help somebody; a removal helps nobody who asked.

    Where lines are ordered by contacts, one whose contacts are not known still helps those who asked.
    """
    helps = gap.priority > 0 or (gap.contacts is not None and gap.demand > 0)
    return bool(gap.article_id) and helps


def is_by_contacts(gaps: Sequence[Gap]) -> bool:
    """Whether the order of the list is that of the contacts a month that each line avoids."""
    return any(gap.avoidable is not None for gap in gaps)


def work_of(evaluation: Evaluation, kind: str) -> str:
    """Return how much work a gap of a kind usually is: S words in a title, M a rewrite, L a new article."""
    return evaluation.glossary.kinds[kind].work


def work_groups(
    evaluation: Evaluation,
    became: Outcomes,
    anchors: Mapping[str, str],
    longest_group: int,
    need_anchors: Mapping[str, str] | None = None,
) -> tuple[WorkGroup, ...]:
    """Return the work list by kind, the kind with the most urgent line first.

    Parameters
    ----------
    anchors : article_id to the anchor of its part of the page, for articles that have one.
    longest_group : lines shown per kind.
    need_anchors : gap_id to the anchor of its need in the part about contacts, likewise.
    """
    by_kind: dict[str, list[tuple[int, Gap]]] = {}
    for number, gap in enumerate(evaluation.gaps, start=1):
        by_kind.setdefault(gap.kind, []).append((number, gap))
    builder = _Builder(evaluation, became, anchors, need_anchors or {})
    groups = []
    for kind, numbered in by_kind.items():
        text, shown = explained(evaluation, kind), numbered[:longest_group]
        rest = len(numbered) - len(shown)
        groups.append(
            WorkGroup(
                kind=kind,
                name=text.name,
                meaning=text.meaning,
                what_to_do=text.what_to_do,
                precision=text.precision,
                is_hint=is_hint(kind),
                items=tuple(builder.item(number, gap) for number, gap in shown),
                n_gaps=len(numbered),
                left_out=f"{counted(rest)} more of this kind are in worklist.xlsx and gaps.csv." if rest else "",
            )
        )
    return tuple(groups)


class _Builder:
    """Makes lines of the work list from gaps."""

    def __init__(
        self, evaluation: Evaluation, became: Outcomes, anchors: Mapping[str, str], need_anchors: Mapping[str, str]
    ) -> None:
        self._evaluation, self._became, self._anchors = evaluation, became, anchors
        self._need_anchors, self._currency = need_anchors, evaluation.settings.savings.currency
        self._position = positions(evaluation.articles)
        self._texts = evaluation.queries.table["text"].tolist()
        self._languages = evaluation.queries.table["language"].tolist()

    def item(self, number: int, gap: Gap) -> WorkItem:
        article = self._position.get(gap.article_id, -1)
        work = work_of(self._evaluation, gap.kind)
        return WorkItem(
            number=number,
            anchor=f"w{number}",
            kind=gap.kind,
            kind_name=name_of(self._evaluation, gap.kind),
            cause_name=name_of(self._evaluation, gap.cause) if gap.cause else "",
            advice=shortened(say(gap.advice), LONGEST_ADVICE),
            need=shortened(gap.need, LONGEST_QUERY),
            title=self._title(article),
            article_anchor=self._anchors.get(gap.article_id, ""),
            language=gap.language,
            asked=plural(gap.demand, "question"),
            share=f"{percent(gap.demand_share)} of all",
            sure=f"{percent(gap.confidence)} sure",
            work=work,
            work_words=_WORK_WORDS[work],
            quote=shortened(gap.examples[0], LONGEST_QUERY) if gap.examples else "",
            fault_quote=shortened(gap.quote, LONGEST_ADVICE),
            customer_words=gap.customer_words,
            article_words=gap.article_words,
            examples=self._examples(gap, article),
            near=self._nearest(gap),
            others=tuple(self._near(article_id, "") for article_id in gap.other_article_ids),
            others_are=self._others_are(gap),
            contacts="" if gap.contacts is None else plural(gap.contacts, "contact"),
            avoidable="" if gap.avoidable is None else amount_between(*gap.avoidable),
            saved="" if gap.saved is None else f"{amount_between(*gap.saved)} {self._currency}",
            rests_on=_rests_on(gap),
            need_anchor=self._need_anchors.get(gap.gap_id, ""),
        )

    def _others_are(self, gap: Gap) -> str:
        kind = self._evaluation.glossary.kinds[gap.kind]
        return say(kind.message("others")) if gap.other_article_ids else ""

    def _place(self, row: int, article: int) -> str:
        shown = self._became.shown[[row]]
        return place_in_words(int(ranks_of(shown, np.array([article]))[0]), shown.shape[1])

    def _title(self, article: int) -> str:
        return shortened(self._evaluation.articles[article].name, LONGEST_QUERY) if article >= 0 else ""

    def _nearest(self, gap: Gap) -> tuple[Near, ...]:
        typical = gap.query_rows[0] if gap.query_rows else -1
        return tuple(
            self._near(near.article_id, f"{percent(near.answer_probability)} sure", typical) for near in gap.near
        )

    def _near(self, article_id: str, sure: str, row: int = -1) -> Near:
        article = self._position[article_id]
        language = self._evaluation.articles[article].language
        explanation = self._evaluation.explanations.get((row, article))
        why = say_why(explanation, None, of_need=True) if explanation is not None else ""
        return Near(self._title(article), language, self._anchors.get(article_id, ""), sure, why)

    def _examples(self, gap: Gap, article: int) -> tuple[Example, ...]:
        title = self._evaluation.articles[article].name if article >= 0 else ""
        says_why = self._evaluation.glossary.kinds[gap.kind].says_why
        keys: dict[str, frozenset[str]] = {}
        examples = []
        for row in gap.query_rows[:EXAMPLES_SHOWN]:
            language = self._languages[row]
            if language not in keys:
                keys[language] = content_keys([title], language)
            example = self._example(row, article, keys[language])
            examples.append(replace(example, why=self._why(row, article)) if says_why else example)
        return tuple(examples)

    def _example(self, row: int, article: int, title_keys: frozenset[str]) -> Example:
        first = int(self._became.first_shown[row])
        is_own = article >= 0 and self._became.answer[row] == article
        text, language = shortened(self._texts[row], LONGEST_QUERY), self._languages[row]
        missing = self._evaluation.missing_words[row] if is_own else ()
        return Example(
            pieces=mark_query(text, language, missing, title_keys) if is_own else (Piece(text),),
            language=language,
            asked=counted(self._became.count[row]),
            place=self._place(row, article) if article >= 0 else "",
            instead=self._title(first) if first != article else "",
            missing=", ".join(missing),
        )

    def _why(self, row: int, article: int) -> str:
        explanation = self._evaluation.explanations.get((row, article))
        if explanation is None or self._became.answer[row] != article:
            return ""
        if not explanation.is_first and explanation.carried_by != "people":
            explanation = replace(explanation, carried_by="")  # the need decided, against the query's own first
        explanation = replace(explanation, lacking=())  # they stand in a column of their own
        return say_why(explanation, float(self._became.probability[row]), of_need=True)


def _rests_on(gap: Gap) -> str:
    """Return what was counted behind a line that visits and contacts brought."""
    numbers = dict(gap.numbers)
    if "n_views" in numbers:
        return f"from {plural(numbers['n_views'], 'reading')}"
    if "n_followed" in numbers and "n_first" in numbers:
        return f"{counted(numbers['n_followed'])} of {plural(numbers['n_first'], 'customer')}"
    return ""

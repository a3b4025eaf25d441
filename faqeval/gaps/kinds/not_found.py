"""``not_found``: an article answers, but customers' own words do not lead there."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from ...records import Gap, Message, Named, NeedJourney, NeedVerdict, Text
from ..at_stake import Range, in_vain_share
from ..contact_evidence import ContactEvidence
from ..draft import make_gap
from ..evidence import Evidence
from ..kind import Kind, NeedCase, VerdictRule
from ..vocabulary import lacking_terms
from ..wording import article_words, customer_words, rows_by_article
from .duplicate import KIND as DUPLICATE

FEWEST: Final = 5  # logged-in contacts below which their paths say nothing

INSTEAD = Text(
    "advice.not_found.instead",
    "Write %(words)s in “%(title)s”. It now says %(instead)s, and no customer does.",
)
WORDS = Text(
    "advice.not_found.words",
    "Write %(words)s in the title or the first lines of “%(title)s”.",
)
TITLE = Text(
    "advice.not_found.title",
    "Make the title of “%(title)s” the question as customers ask it.",
)
OUTRANKED = Text(
    "advice.not_found.outranked",
    "Sharpen the title of “%(title)s” with %(words)s. The search puts “%(rival)s” before it.",
    by="words",
    forms={
        "0": "Sharpen the title of “%(title)s”. The search puts “%(rival)s” before it.",
    },
)
SEARCHED = Text(
    "advice.not_found.searched",
    "Write %(words)s in “%(title)s”. Customers searched for that, never saw it, and contacted you.",
    by="words",
    forms={
        "0": "Make “%(title)s” easier to find. Customers searched, never saw it, and contacted you.",
    },
)


def detect_not_found(evidence: Evidence) -> list[Gap]:
    """Return one gap per article that the customer search misses for a large share of the askings it answers.

    A query is lost when its article stands outside the first ``found_depth`` places. The gap is reported when enough
    different queries are lost and they make up the stated share of the article's askings, both weighted by how
    sure we are that the article answers them. The cause is the one behind most of the lost askings.
    """
    gaps = []
    for article, rows in sorted(rows_by_article(evidence).items()):
        lost = [row for row in rows if not 1 <= evidence.shown_rank[row] <= evidence.found_depth]
        share = _weight(evidence, lost) / max(_weight(evidence, rows), 1e-9)
        if len(lost) < evidence.settings.min_need_queries or share < evidence.settings.not_found_share:
            continue
        cause = _cause(evidence, lost, article)
        causing = [row for row in lost if _cause_of_query(evidence, row, article) == cause]
        words = customer_words(evidence, lost, article)
        instead = article_words(evidence, lost, article) if words else ()
        rivals = _rivals(evidence, lost, article) if cause == "outranked" else ()
        gaps.append(
            make_gap(
                evidence,
                KIND,
                cause=cause,
                article=article,
                others=rivals,
                rows=[*causing, *(row for row in lost if row not in set(causing))],
                confidence=_weight(evidence, lost) / sum(evidence.vocabulary.queries[row].count for row in lost),
                share_lost=1.0,
                customer_words=words,
                article_words=instead,
                advice=_advice(evidence, article, cause, words, instead, rivals),
            )
        )
    return gaps


def detect_not_found_from_contacts(
    evidence: Evidence, contacts: ContactEvidence, verdicts: Sequence[NeedVerdict], found: Sequence[Gap]
) -> list[Gap]:
    """Return one gap per article that customers searched for in vain before they made contact about it.

    Only articles that their queries do not already show as not found. The advice names what they searched for.
    """
    known = {gap.article_id for gap in found if gap.kind == "not_found"}
    rows = rows_by_article(evidence)
    gaps = []
    for verdict in verdicts:
        if verdict.kind != "not_found" or evidence.articles[verdict.need].article_id in known:
            continue
        article = evidence.articles[verdict.need]
        texts = contacts.searched.table["text"].iloc[list(contacts.words_of_code.get(verdict.need, ()))]
        searched = tuple(texts)[: evidence.settings.max_words]
        gaps.append(
            make_gap(
                evidence,
                KIND,
                cause="vocabulary",
                article=verdict.need,
                rows=rows.get(verdict.need, ()),
                confidence=verdict.confidence,
                share_lost=verdict.confidence,
                need=article.name,
                examples=searched,
                customer_words=searched,
                advice=SEARCHED(title=article.name, words=searched),
            )
        )
    return gaps


def _weight(evidence: Evidence, rows: Sequence[int]) -> float:
    return float((evidence.counts[list(rows)] * evidence.sure[list(rows)]).sum())


def _cause_of_query(evidence: Evidence, row: int, article: int) -> str:
    """Name why the search misses the article for one query.

    ``no_result``: the search shows nothing at all. ``vocabulary``: the article lacks at least half of the query's
    content words. ``outranked``: the words are there, and other articles stand before it.
    """
    if evidence.n_shown[row] == 0:
        return "no_result"
    query = evidence.vocabulary.queries[row]
    lacking = lacking_terms(query.terms, evidence.vocabulary.article_terms[article], query.language)
    return "vocabulary" if 2 * len(lacking) >= max(len(query.terms), 1) else "outranked"


def _cause(evidence: Evidence, rows: Sequence[int], article: int) -> str:
    askings: Counter[str] = Counter()
    for row in rows:
        askings[_cause_of_query(evidence, row, article)] += evidence.vocabulary.queries[row].count
    return min(askings, key=lambda cause: (-askings[cause], cause))


def _rivals(evidence: Evidence, rows: Sequence[int], article: int) -> tuple[int, ...]:
    """Return the articles that the search most often puts first instead, at most three."""
    first: Counter[int] = Counter()
    for row in rows:
        place = int(evidence.search.places[row, 0])
        if place >= 0 and place != article:
            first[place] += evidence.vocabulary.queries[row].count
    order = sorted(first, key=lambda place: (-first[place], evidence.articles[place].article_id))
    return tuple(order[:3])


def _advice(
    evidence: Evidence,
    article: int,
    cause: str,
    words: tuple[str, ...],
    instead: tuple[str, ...],
    rivals: tuple[int, ...],
) -> Message:
    title = evidence.articles[article].name
    if cause == "outranked" and rivals:
        rival = evidence.articles[rivals[0]].name
        return OUTRANKED(title=title, words=words, rival=rival)
    if not words:
        return TITLE(title=title)
    if not instead:
        return WORDS(title=title, words=words)
    return INSTEAD(title=title, words=words, instead=instead)


def _surety(case: NeedCase) -> float | None:
    """It is why when most logged-in customers looked for the article and saw neither it nor one that competes with it.

    Not where most visits that search for it open it.
    """
    n_contacts, in_vain = in_vain_share(case.journey)
    found = case.journey.searches_found.value
    is_lost = found is None or found < case.contacts.settings.searches_found_share
    competes = DUPLICATE.id in case.text_kinds
    enough = n_contacts >= FEWEST and in_vain >= case.contacts.settings.in_vain_share
    return in_vain if case.has_article and not competes and enough and is_lost else None


def _who_searched_in_vain(journey: NeedJourney) -> Range:
    _, share = in_vain_share(journey)
    return share, share, share


KIND = Kind(
    id="not_found",
    order=20,
    name="Answered, but not found",
    meaning="An article answers the question, but customers’ own words do not lead to it.",
    how_measured=(
        "For each article: the share of its questions for which the customers’ search does not show it among the "
        "first places. It is reported when that share and the number of different questions are above the limits "
        "set. With visits and contacts also when at least %(journeys.in_vain_share)s (journeys.in_vain_share) of the "
        "logged-in customers who made contact about it had searched and never saw the article, and fewer than "
        "%(journeys.searches_found_share)s (journeys.searches_found_share) of all visits that searched for it opened "
        "it."
    ),
    what_to_do="Put the customers’ words into the title or the first lines. That is usually minutes of work.",
    advice=(
        INSTEAD,
        WORDS,
        TITLE,
        OUTRANKED,
        SEARCHED,
    ),
    work="S",
    causes=(
        Named(
            id="vocabulary",
            name="Other words",
            meaning="Customers use words that the article does not have.",
            how_measured=(
                "The article lacks at least half of the words that carry the question, forms of one word counted as "
                "one."
            ),
            what_to_do="Write the customers’ words beside yours.",
        ),
        Named(
            id="outranked",
            name="Outranked",
            meaning="The words are there, but the search puts other articles first.",
            how_measured="The article has more than half of the question’s words and stands below the first places.",
            what_to_do=(
                "Make the title say the question, and take its words out of articles that are about something else."
            ),
        ),
        Named(
            id="no_result",
            name="No result",
            meaning="The search shows nothing at all.",
            how_measured="The customers’ search returned no article for the question.",
            what_to_do="Write the customers’ words into the article, spelled as they spell them.",
        ),
    ),
    won_back=0.4,
    others="What the search puts first",
    says_why=True,
    verdict=VerdictRule(30, _surety),
    at_stake=_who_searched_in_vain,
    detect=detect_not_found,
    detect_from_contacts=detect_not_found_from_contacts,
)

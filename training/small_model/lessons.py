"""What the small transformer is taught with: sites of customers' words, some at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from faqeval_corpora.customers import CustomersArticle, OffTopic

SITES_PER_STEP = 3  # of one language: the articles of a site are the hard choice, those of the others the easy one
QUESTIONS_PER_ARTICLE = 2
REMOVED = 1 / 6  # of the articles are left out, and their questions have no answer: the same words, the same style
NEAR_PER_SITE = 3  # near misses; few, because their style tells them apart a little (benchmarks/RESULTS.md)
OFF_TOPIC = 3  # per step


@dataclass(frozen=True, slots=True)
class Lesson:
    """Articles of a few sites, and questions with the row of the article that answers each; -1: none does."""

    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    questions: tuple[str, ...]
    answers: tuple[int, ...]


def epoch(articles: Sequence[CustomersArticle], strangers: Sequence[OffTopic], number: int) -> Iterator[Lesson]:
    """Yield each site once, in an order and with questions that depend on the epoch's ``number`` only."""
    dice = Random(number)
    sites: dict[tuple[str, str], list[CustomersArticle]] = {}
    for article in articles:
        sites.setdefault((article.language, article.domain), []).append(article)
    steps = []
    for language in sorted({language for language, _ in sites}):
        own = [sites[key] for key in sorted(sites) if key[0] == language]
        dice.shuffle(own)
        steps += [own[start : start + SITES_PER_STEP] for start in range(0, len(own), SITES_PER_STEP)]
    dice.shuffle(steps)
    for step in steps:
        language = step[0][0].language
        yield _lesson(step, [one.text for one in strangers if one.language == language], dice)


def _lesson(sites: Sequence[Sequence[CustomersArticle]], strangers: Sequence[str], dice: Random) -> Lesson:
    articles = [article for site in sites for article in site]
    removed = set(dice.sample(range(len(articles)), round(len(articles) * REMOVED)))
    kept = [number for number in range(len(articles)) if number not in removed]
    row_of = {number: row for row, number in enumerate(kept)}
    asked = []
    for number, article in enumerate(articles):
        known = [text for text in (*article.queries, *article.plain, article.course) if text]
        asked += [(text, row_of.get(number, -1)) for text in dice.sample(known, QUESTIONS_PER_ARTICLE)]
    for site in sites:
        near = [text for article in site for text in article.near]
        asked += [(text, -1) for text in dice.sample(near, min(NEAR_PER_SITE, len(near)))]
    asked += [(text, -1) for text in dice.sample(list(strangers), min(OFF_TOPIC, len(strangers)))]
    return Lesson(
        tuple(articles[number].title for number in kept),
        tuple(articles[number].body for number in kept),
        tuple(text for text, _ in asked),
        tuple(row for _, row in asked),
    )

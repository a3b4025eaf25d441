"""One part of the page per article: its scores, its questions and its own text, marked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ...records import Article, Evaluation, Finding, ScoreBand, Understandability
from ..wording.bands import score_band
from ..wording.explanations import name_of
from ..wording.formats import counted, plural, points_between, score, shortened
from ..wording.places import PlaceShare, place_in_words, place_shares
from ..wording.sentences import say
from .marking import Fault, Piece, Run, content_keys, mark_article, mark_query
from .outcomes import Outcomes
from .work_items import LONGEST_QUERY

MAX_QUERIES: Final = 8
MAX_FINDINGS: Final = 8
LONGEST_TEXT: Final = 1_800  # characters shown of an article's text
_LONGEST_FINDING: Final = 260


@dataclass(frozen=True, slots=True)
class ArticleQuery:
    """One question that the article answers."""

    pieces: tuple[Piece, ...]
    language: str
    asked: str
    place: str
    missing: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """One block of the article's text, marked."""

    kind: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding, with the number by which the text points at it."""

    number: int
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ScoreShown:
    """One score of an article with its band and interval."""

    value: str  # points of 100, "–" when there is none
    band: ScoreBand
    note: str


@dataclass(frozen=True, slots=True)
class ArticlePart:
    """What the page shows of one article."""

    anchor: str
    title: str
    url: str
    language: str
    demand: str
    findability: ScoreShown
    understandability: ScoreShown
    places: tuple[PlaceShare, ...]
    queries: tuple[ArticleQuery, ...]
    queries_left_out: str
    blocks: tuple[TextBlock, ...]
    text_left_out: str
    findings: tuple[ShownFinding, ...]
    findings_left_out: str
    gaps: tuple[tuple[str, str], ...]  # anchor of a line of the work list, its kind in words


def chosen_articles(evaluation: Evaluation, longest: int) -> tuple[int, ...]:
    """Return the positions of the articles that get a part: those with the most urgent gaps, then most asked for."""
    urgency: dict[str, float] = {}
    for gap in evaluation.gaps:
        urgency[gap.article_id] = max(urgency.get(gap.article_id, 0.0), gap.priority)
    demand = [found.demand for found in evaluation.findability.articles]
    order = sorted(
        range(len(evaluation.articles)),
        key=lambda place: (
            -urgency.get(evaluation.articles[place].article_id, 0.0),
            -demand[place],
            evaluation.articles[place].article_id,
        ),
    )
    return tuple(order[:longest])


def article_parts(
    evaluation: Evaluation,
    became: Outcomes,
    chosen: Sequence[int],
    anchors: Mapping[str, str],
    gap_anchors: Mapping[str, Sequence[tuple[str, str]]],
    found_depth: int,
) -> tuple[ArticlePart, ...]:
    """Return the parts of the chosen articles.

    Parameters
    ----------
    anchors : article_id to the anchor of its part.
    gap_anchors : article_id to anchor and kind of its lines in the work list.
    """
    rows = _rows_by_article(became, len(evaluation.articles))
    return tuple(_part(evaluation, became, place, rows[place], anchors, gap_anchors, found_depth) for place in chosen)


def _part(
    evaluation: Evaluation,
    became: Outcomes,
    place: int,
    rows: NDArray[np.int64],
    anchors: Mapping[str, str],
    gap_anchors: Mapping[str, Sequence[tuple[str, str]]],
    found_depth: int,
) -> ArticlePart:
    article, understood = evaluation.articles[place], evaluation.understandability[place]
    findings = sorted(understood.findings, key=lambda f: (-f.weight, f.block, f.kind, f.sentence))
    shown = findings[:MAX_FINDINGS]
    blocks, cut = _blocks(article, shown, _customer_keys(evaluation, rows, article.language))
    depth = became.shown.shape[1]
    return ArticlePart(
        anchor=anchors[article.article_id],
        title=shortened(article.name, LONGEST_QUERY),
        url=article.url if article.url.startswith(("https://", "http://")) else "",
        language=article.language,
        demand=plural(int(became.count[rows].sum()), "question"),
        findability=_findability(evaluation, place),
        understandability=_understandability(evaluation, understood),
        places=place_shares(became.rank[rows], became.count[rows], found_depth, depth) if len(rows) else (),
        queries=_queries(evaluation, became, rows[:MAX_QUERIES], article),
        queries_left_out=_rest(len(rows), MAX_QUERIES, "question", "queries.csv"),
        blocks=blocks,
        text_left_out="The rest of the text is not shown here." if cut else "",
        findings=tuple(
            ShownFinding(number, name_of(evaluation, f.kind), _said(f)) for number, f in enumerate(shown, start=1)
        ),
        findings_left_out=f"{plural(len(findings) - MAX_FINDINGS, 'lighter finding')} left out."
        if len(findings) > MAX_FINDINGS
        else "",
        gaps=tuple(gap_anchors.get(article.article_id, ())),
    )


def _said(finding: Finding) -> str:
    return shortened(say(finding.message), _LONGEST_FINDING)


def _rest(n_all: int, n_shown: int, noun: str, where: str) -> str:
    return f"{plural(n_all - n_shown, f'more {noun}')}: see {where}." if n_all > n_shown else ""


def _findability(evaluation: Evaluation, place: int) -> ScoreShown:
    found = evaluation.findability.articles[place]
    band = score_band(evaluation, "findability", found.findability)
    if found.findability is None or found.low is None or found.high is None:
        return ScoreShown("–", band, f"from {plural(found.n_queries, 'different question')}")
    note = f"{points_between(found.low, found.high)}, from {plural(found.n_queries, 'different question')}"
    return ScoreShown(score(found.findability), band, note)


def _understandability(evaluation: Evaluation, understood: Understandability) -> ScoreShown:
    band = score_band(evaluation, "understandability", understood.score)
    if understood.score is None:
        return ScoreShown("–", band, "no sentence, or a language not supported yet")
    length = f"{plural(understood.n_words, 'word')} in {plural(understood.n_sentences, 'sentence')}"
    return ScoreShown(score(understood.score), band, length if understood.band else f"{length}, short: less sure")


def _rows_by_article(became: Outcomes, n_articles: int) -> list[NDArray[np.int64]]:
    """Return per article the rows of its queries, most asked first (ties: order of the table)."""
    order = np.lexsort((np.arange(len(became.answer)), -became.count, became.answer))
    borders = np.searchsorted(became.answer[order], np.arange(n_articles + 1))
    return [order[borders[place] : borders[place + 1]] for place in range(n_articles)]


def _customer_keys(evaluation: Evaluation, rows: NDArray[np.int64], language: str) -> frozenset[str]:
    texts = evaluation.queries.table["text"].to_numpy()[rows[:_QUERIES_READ]]
    return content_keys(texts.tolist(), language)


_QUERIES_READ: Final = 300  # of an article's queries, most asked first, to mark its text


def _queries(
    evaluation: Evaluation, became: Outcomes, rows: NDArray[np.int64], article: Article
) -> tuple[ArticleQuery, ...]:
    table, depth, shown = evaluation.queries.table.iloc[rows], became.shown.shape[1], []
    title_keys = {code: content_keys([article.title], code) for code in set(table["language"])}
    for row, asked, language in zip(rows.tolist(), table["text"], table["language"], strict=True):
        missing, text = evaluation.missing_words[row], shortened(asked, LONGEST_QUERY)
        shown.append(
            ArticleQuery(
                pieces=mark_query(text, language, missing, title_keys[language]),
                language=language,
                asked=counted(became.count[row]),
                place=place_in_words(int(became.rank[row]), depth),
                missing=", ".join(missing),
            )
        )
    return tuple(shown)


def _blocks(
    article: Article, findings: Sequence[Finding], customer_keys: frozenset[str]
) -> tuple[tuple[TextBlock, ...], bool]:
    """Return the marked blocks within ``LONGEST_TEXT`` characters, and whether something was cut."""
    blocks: list[TextBlock] = []
    left = LONGEST_TEXT
    for position, block in enumerate(article.blocks):
        if left <= 0:
            return tuple(blocks), True
        text = block.text if len(block.text) <= left else shortened(block.text, left)
        left -= len(block.text)
        here = [(number, finding) for number, finding in enumerate(findings, start=1) if finding.block == position]
        faults = [fault for number, finding in here for fault in _faults(number, finding, text)]
        hard = [word for _, finding in here for word in finding.words]
        blocks.append(TextBlock(block.kind, mark_article(text, article.language, customer_keys, hard, faults)))
    return tuple(blocks), left < 0


def _faults(number: int, finding: Finding, text: str) -> list[Fault]:
    start = text.find(finding.sentence) if finding.sentence else -1
    return [Fault(number, start, start + len(finding.sentence))] if start >= 0 else []

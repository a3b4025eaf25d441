"""How easily one text is understood, and what stands in the way."""

from collections.abc import Mapping, Sequence
from math import isclose
from typing import Final

from ...config import ScoreSettings
from ...records import Block, Finding, Understandability
from ...text import SUPPORTED
from .counts import Counts, count, total
from .formulas import FORMULAS
from .hit import CustomerTerms, Hit
from .norms import NORMS
from .reading import read
from .registry import FINDERS
from .scale import band_of, score_counts

MAX_FINDINGS_PER_KIND: Final = 10  # the heaviest; the score counts them all


def score_text(
    title: str,
    blocks: Sequence[Block],
    language: str,
    settings: ScoreSettings,
    *,
    customer_terms: Mapping[str, int] | None = None,
    n_customer_queries: int = 0,
    own_queries: Sequence[str] = (),
) -> Understandability:
    """Say how easily a text is understood, and which sentences stand in the way.

    Parameters
    ----------
    title, blocks : the article; a sentence never crosses two blocks.
    language : en sv nb da nl de; any other code gives a result without score.
    settings : words below which no band is given.
    customer_terms : term key -> number of the language's unique queries that hold it; None when no queries are known.
    n_customer_queries : unique queries behind ``customer_terms``.
    own_queries : queries that this article answers, commonest first.

    Returns
    -------
    Understandability. The score depends on the text alone; what customers say only adds and removes findings.

    Notes
    -----
    Source: ours, see docs/method/understandability.md. A text without a sentence has no score.
    """
    if language not in SUPPORTED:
        return Understandability(None, None, (), language)
    reading = read(title, blocks, language)
    counts = count(reading)
    formula = NORMS[language].formulas[0][0]
    if not counts.n_sentences:
        return Understandability(None, None, (), language, formula)
    customers = CustomerTerms(customer_terms or {}, n_customer_queries, tuple(own_queries))
    hits = [hit for finder in FINDERS.values() for hit in finder(reading, customers)]
    counts = counts.plus(total(hit.adds for hit in hits))
    score = score_counts(counts, language)
    return Understandability(
        score=score,
        band=band_of(score) if counts.n_body >= settings.min_words else None,
        findings=_findings(hits, counts, score, language),
        language=language,
        formula=formula,
        formula_value=FORMULAS[formula](counts),
        n_words=int(counts.n_body),
        n_sentences=int(counts.n_sentences),
    )


def _findings(hits: Sequence[Hit], counts: Counts, score: float, language: str) -> tuple[Finding, ...]:
    """Weigh the hits; heaviest first, then in reading order, so many of a kind at most."""
    order = {kind: place for place, kind in enumerate(FINDERS)}
    weighed = [(_weight(hit, counts, score, language), place, hit) for place, hit in enumerate(hits)]
    weighed.sort(key=lambda item: (-item[0], item[2].block, order[item[2].kind], item[1]))
    shown: dict[str, int] = {}
    findings = []
    for weight, _, hit in weighed:
        shown[hit.kind] = shown.get(hit.kind, 0) + 1
        if shown[hit.kind] <= MAX_FINDINGS_PER_KIND:
            findings.append(Finding(hit.kind, hit.message, hit.sentence, hit.block, hit.words, weight))
    return tuple(findings)


def _weight(hit: Hit, counts: Counts, score: float, language: str) -> float:
    """Share of the lost score that mending this alone would bring back, 0..1, to four decimals."""
    if hit.mends == Counts() or isclose(score, 1.0):
        return 0.0
    gain = score_counts(counts.plus(hit.mends), language) - score
    return round(min(1.0, max(0.0, gain / (1 - score))), 4)

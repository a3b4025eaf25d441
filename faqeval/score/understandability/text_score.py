"""How easily one text is understood, and what stands in the way."""

from collections.abc import Mapping, Sequence
from math import isclose
from typing import Final

from ...config import ScoreSettings
from ...records import Block, Finding, Message, Understandability
from .bands import band_of
from .counts import Counts, count, total
from .findings import FINDINGS
from .formulas import FORMULAS
from .hit import CustomerTerms, FindingSpec, Hit
from .norms import is_scored, norms
from .reading import read
from .scale import score_counts

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
    if not is_scored(language):
        return Understandability(None, None, (), language)
    reading = read(title, blocks, language)
    counts = count(reading)
    formula = norms(language).formulas[0][0]
    if not counts.n_sentences:
        return Understandability(None, None, (), language, formula)
    customers = CustomerTerms(customer_terms or {}, n_customer_queries, tuple(own_queries))
    hits = [(spec, hit) for spec in FINDINGS.values() for hit in spec.find(reading, customers)]
    counts = counts.plus(total(hit.adds for _, hit in hits))
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


def _findings(
    hits: Sequence[tuple[FindingSpec, Hit]], counts: Counts, score: float, language: str
) -> tuple[Finding, ...]:
    """Weigh the hits; heaviest first, then in reading order, so many of a kind at most."""
    weighed = [(_weight(hit, counts, score, language), spec, hit) for spec, hit in hits]
    weighed.sort(key=lambda item: (-item[0], item[2].block))  # the rest stay in the order of the registry
    shown: dict[str, int] = {}
    findings = []
    for weight, spec, hit in weighed:
        shown[spec.id] = shown.get(spec.id, 0) + 1
        if shown[spec.id] <= MAX_FINDINGS_PER_KIND:
            findings.append(
                Finding(
                    kind=spec.id,
                    message=Message(spec.says, hit.values),
                    in_short=spec.message("in_short"),
                    sentence=hit.sentence,
                    block=hit.block,
                    words=hit.words,
                    weight=weight,
                )
            )
    return tuple(findings)


def _weight(hit: Hit, counts: Counts, score: float, language: str) -> float:
    """Share of the lost score that mending this alone would bring back, 0..1, to four decimals."""
    if hit.mends == Counts() or isclose(score, 1.0):
        return 0.0
    gain = score_counts(counts.plus(hit.mends), language) - score
    return round(min(1.0, max(0.0, gain / (1 - score))), 4)

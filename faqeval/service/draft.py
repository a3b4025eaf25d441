"""Score one article before it is published."""

from dataclasses import asdict, dataclass
from typing import Any

from ..config import Settings
from ..ingest import Source
from ..pipeline import DraftEvaluation, evaluate_draft_file
from ..report import say


@dataclass(frozen=True, slots=True)
class DraftScore:
    """What a draft would be worth: understood how easily, found how well, and what to change first."""

    evaluation: DraftEvaluation

    def as_dict(self) -> dict[str, Any]:
        """Return the score as plain values, ready for JSON."""
        scored = self.evaluation
        understood = scored.understandability
        return {
            "language": understood.language,
            "understandability": {
                "score": understood.score,
                "band": understood.band,
                "formula": understood.formula,
                "formula_value": understood.formula_value,
                "n_words": understood.n_words,
                "n_sentences": understood.n_sentences,
                "findings": [
                    {
                        "kind": finding.kind,
                        "advice": say(finding.message),
                        "sentence": finding.sentence,
                        "block": finding.block,
                        "words": list(finding.words),
                    }
                    for finding in understood.findings
                ],
            },
            "findability": asdict(scored.findability) if scored.findability else None,
            "demand": scored.demand,
            "questions": [asdict(question) for question in scored.questions],
            "gaps": [
                {
                    "kind": gap.kind,
                    "cause": gap.cause,
                    "advice": say(gap.advice),
                    "customer_words": list(gap.customer_words),
                    "article_words": list(gap.article_words),
                    "other_article_ids": list(gap.other_article_ids),
                    "examples": list(gap.examples),
                }
                for gap in scored.gaps
            ],
            "not_judged": dict(scored.not_judged),
        }

    def in_words(self) -> str:
        """Return the score as a few lines for the terminal."""
        scored, understood = self.evaluation, self.evaluation.understandability
        lines = [f"Understandability  {_percent(understood.score)}  {understood.band or 'no band: the text is short'}"]
        found = scored.findability.findability if scored.findability else None
        lines.append(f"Findability        {_percent(found)}  asked for {scored.demand} times by customers")
        lines += [f"- {say(gap.advice)}" for gap in scored.gaps]
        lines += [f"- {say(finding.message)}" for finding in understood.findings[:8]]
        lines += [f"Not judged: {kind}, {why}" for kind, why in scored.not_judged]
        return "\n".join(lines)


def score_draft(
    draft: Source, articles: Source, queries: Source | None = None, settings: Settings | None = None
) -> DraftScore:
    """Score the article in ``draft`` as if it were published among ``articles``.

    Parameters
    ----------
    draft : a text, Markdown or HTML file, or a table or JSON file with one article. With the id of a published article
        it takes that article's place.
    queries : what customers wrote; without it findability is not judged.
    """
    return DraftScore(evaluate_draft_file(draft, articles, queries, settings or Settings()))


def _percent(score: float | None) -> str:
    return "not scored" if score is None else f"{100 * score:.0f} of 100"

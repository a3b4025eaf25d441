"""What a refit to people's labels leaves in a run's manifest and notes."""

from collections.abc import Mapping
from typing import Final

from ..matching import Refit

_WHY_NOT: Final = {
    "few": "too few of them to move calibration and threshold, which stay as they were",
    "unrelated": "they agree with the matcher no better than chance, so calibration and threshold stay as they were",
    "no better": "calibration and threshold meet them no better when moved, and stay as they were",
}


def refit_entry(refit: Refit) -> dict[str, object]:
    """Return the refit as ``run.json`` holds it."""
    return {
        "outcome": refit.outcome,
        "slope": refit.slope,
        "offset": refit.offset,
        "answer_threshold": refit.threshold,
        "judged_queries": refit.n_judged,
        "clicked_queries": refit.n_clicked,
        "wrong_share": refit.wrong_share,
    }


def refit_notes(manifest: Mapping[str, object]) -> list[str]:
    """Return what people's labels did, in a sentence for the user; no sentence when there were none."""
    entry = manifest.get("refit")
    return [_note(entry)] if isinstance(entry, Mapping) else []


def _note(entry: Mapping[str, object]) -> str:
    counted = [
        f"{entry[name]} {words}"
        for name, words in (("judged_queries", "queries with a judged first place"), ("clicked_queries", "with clicks"))
        if entry[name]
    ]
    labels = " and ".join(counted) or "no query of this run with a judged first place"
    if entry["outcome"] == "refitted":
        did = (
            f"log odds of all answer probabilities times {entry['slope']:.2f}, {entry['offset']:+.2f}, answer "
            f"threshold {entry['answer_threshold']:.2f}; about {entry['wrong_share']:.0%} of the labels seem wrong"
        )
    else:
        did = _WHY_NOT[str(entry["outcome"])]
    return f"people's labels: {labels}; {did}"

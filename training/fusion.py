"""Fit the bundled weights to all open sets: ``python -m training.fusion --data FOLDER``.

Writes ``faqeval/matching/bundled_weights/quick.json`` and ``small.json``. How good they are on sets they have not seen
says ``python -m benchmarks.matching.quality``.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from importlib.metadata import version
from pathlib import Path

from faqeval.matching.embedders import load_embedder, quick_embedder
from faqeval.matching.fitting.learn import calibrate_on_demos, learn
from faqeval.matching.fitting.lessons import Lesson
from training.sites.judges import Kind, School
from training.sites.kept_vectors import KeptVectors
from training.sites.sets import read_cases

WEIGHTS = Path(__file__).parent.parent / "faqeval" / "matching" / "bundled_weights"


def made_of(learned: Sequence[Lesson], model: str) -> dict[str, object]:
    """Return what the weights of a model were made of."""
    return {
        "made_by": "python -m training.fusion",
        "made_on": date.today().isoformat(),
        "trained_with": model,
        "sets": sorted({lesson.case.name for lesson in learned}),
        "n_queries": sum(len(lesson.texts) for lesson in learned),
        "versions": {name: version(name) for name in ("numpy", "scipy", "scikit-learn")},
    }


def main() -> None:
    """Fit and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    small = KeptVectors(load_embedder("small"))
    school = School(read_cases(options.data), lambda _: quick_embedder(), small)
    kinds: tuple[tuple[str, Kind], ...] = (("quick", "quick"), ("small", "slow"))
    for model, kind in kinds:
        learned = school.lessons(kind)
        fusion = learn(learned)
        stored = {**made_of(learned, model), **fusion.stored()}
        if model == "small":
            stored["on_demos"] = asdict(calibrate_on_demos(fusion, quick_embedder(), small))
        text = json.dumps(stored, indent=2, ensure_ascii=False)
        (options.out / f"{model}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

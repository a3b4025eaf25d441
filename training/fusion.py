"""Train the fusion on all open sets: ``python -m training.fusion --data FOLDER [--model e5]``.

Writes ``faqeval/match/weights/static.json``, or ``transformer.json`` for another model. How good it is on sets it has
not seen says ``python -m benchmarks.quality``.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from faqeval.match.embedders import Embedder, load_embedder, static_embedder, weights_name
from faqeval.match.fuse import Fusion

from .fitting import Lesson
from .judges import School, learn
from .kept_vectors import KeptVectors
from .sets import read_cases

WEIGHTS = Path(__file__).parent.parent / "faqeval" / "match" / "weights"
MADE_ON = "2026-11-26"


def stored(fusion: Fusion, learned: Sequence[Lesson], model: str) -> dict[str, object]:
    """Return the fusion as the package reads it, and what it was made of."""
    return {
        "made_by": f"python -m training.fusion --model {model}",
        "made_on": MADE_ON,
        "trained_with": model,
        "sets": sorted({lesson.case.name for lesson in learned}),
        "n_queries": sum(len(lesson.texts) for lesson in learned),
        "versions": {name: version(name) for name in ("numpy", "scipy", "scikit-learn")},
        "calibration": asdict(fusion.calibration),
        "site": asdict(fusion.site),
        "coefficients": {
            name: round(float(c), 5) for name, c in zip(fusion.features, fusion.coefficients, strict=True)
        },
    }


def main() -> None:
    """Train and store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", default="static")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    slow: Embedder | None = KeptVectors(load_embedder(options.model)) if options.model != "static" else None
    name = weights_name(options.model)
    learned = School(read_cases(options.data), lambda _: static_embedder(), slow).lessons(name)
    text = json.dumps(stored(learn(learned, name), learned, options.model), indent=2, ensure_ascii=False)
    (options.out / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

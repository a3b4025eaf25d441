"""What the site's own calibration is worth: ``python -m benchmarks.matching.site --data FOLDER [--model quick]``.

Every set is played as sites of three kinds (faqeval/matching/fitting/site.py): whole with the queries it answers, with
a third of its articles missing, and with three fifths of its queries unanswerable. Fusion and calibrations come from
the other sets. ECE (10 bins) and Brier score of the first place, with slope and offset only ("plain") and as it comes
("site").
"""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.machine import describe_machine
from faqeval.matching.embedders import Embedder, load_embedder, quick_embedder
from faqeval.matching.fitting.learn import first_is_right, learn
from faqeval.matching.fitting.lessons import Lesson, scores_of
from faqeval.matching.fitting.site import play_sites
from faqeval.matching.fuse import Fusion
from faqeval.matching.log_odds import probabilities_of
from faqeval.measures.calibration import expected_calibration_error
from training.sites.judges import School
from training.sites.kept_vectors import KeptVectors
from training.sites.sets import read_cases
from training.vectors.unseen_vectors import unseen_embedder

SHARES = ("0", "1/3", "3/5")  # of a site's queries that nothing answers, as ``play_sites`` names them


def figures(lessons: Sequence[Lesson], fusion: Fusion) -> Iterator[float]:
    """Yield per share the ECE and Brier score, plain and then with the site, of all sites of one set together."""
    sites = [
        site
        for lesson in lessons
        for site in play_sites(
            lesson, scores_of(lesson, fusion.coefficients.astype(np.float64)), fusion.calibration, first_is_right
        )
    ]
    for share in SHARES:
        played = [site for name, site in sites if name == share]
        right = np.concatenate([hits for _, hits in played])
        plain = np.concatenate([odds[:, 0] for odds, _ in played])
        moved = np.concatenate([fusion.site.log_odds(odds[:, 0], odds) for odds, _ in played])
        for log_odds in (plain, moved):
            sure = probabilities_of(log_odds)
            yield expected_calibration_error(sure, right)
            yield float(((sure - right) ** 2).mean())


def main() -> None:
    """Print one row per set, and the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", default="small")
    chosen = parser.parse_args()
    slow: Embedder | None = KeptVectors(load_embedder(chosen.model)) if chosen.model != "quick" else None
    school = School(read_cases(chosen.data), lambda group: unseen_embedder(group) or quick_embedder(), slow)
    learned = school.lessons("quick" if slow is None else "slow")
    heads = [f"{share} {way} {figure}" for share in SHARES for way in ("plain", "site") for figure in ("ECE", "Brier")]
    print(f"{describe_machine()} Model {chosen.model}; with a slow one, asked about all.\n")
    print(f"| set | {' | '.join(heads)} |\n{'|---' * (len(heads) + 1)}|")
    found = {}
    for group in sorted({lesson.case.group for lesson in learned}):
        fusion = learn([lesson for lesson in learned if lesson.case.group != group])
        found[group] = list(figures([lesson for lesson in learned if lesson.case.group == group], fusion))
        print(_row(group, found[group]), flush=True)
    print(_row("mean of sets", np.mean(list(found.values()), axis=0).tolist()))


def _row(name: str, values: Sequence[float]) -> str:
    return f"| {name} | {' | '.join(f'{value:.3f}' for value in values)} |"


if __name__ == "__main__":
    main()

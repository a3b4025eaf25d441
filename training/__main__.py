"""Everything that was learned, again and in order: ``python -m training --data FOLDER [STEP ...]``.

1. ``small_model``: the transformer (hours; ``--epochs`` and what is kept: see there). Only when it is named.
2. ``fusion``: weights and calibrations of both models, on the open sets.
3. ``needs``: the answer probability of whole needs.
4. ``echo``: how far to believe the judge where it agrees with the search.

Each step reads what the one before wrote. The quick model's vectors (``static_model``) come before all, and need
one package more.
"""

import argparse
import subprocess
import sys
from pathlib import Path

STEPS = ("small_model", "fusion", "needs", "echo")
USUAL = STEPS[1:]


def main() -> None:
    """Run the steps that are named, or the usual ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("steps", nargs="*", default=USUAL)
    options = parser.parse_args()
    for step in STEPS:
        if step in options.steps:
            print(f"{step} …", file=sys.stderr)
            subprocess.run([sys.executable, "-m", f"training.{step}", "--data", str(options.data)], check=True)


if __name__ == "__main__":
    main()

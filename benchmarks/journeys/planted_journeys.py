"""What visits and contacts say against what was planted.

    python -m benchmarks.journeys.planted_journeys [LANGUAGE …]

``--seeds N`` generates N logs for each language with everything planted, N where agents besides note the article of
every contact, N with nothing planted, and N with nothing planted but a natural spread between articles. ``--write``
puts the tables into docs/planted-journeys.md and the numbers into docs/planted_journeys.json; ``--show`` names what was
wrong.
"""

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from faqeval_corpora.journey_plan import NOTHING_PLANTED, NOTHING_PLANTED_SPREAD, PLANTED, Plan
from faqeval_corpora.journeys import generate, write

from benchmarks.journeys.journeys_truth import (
    MIN_CONTACTS,
    NO_NEED,
    NeedJudged,
    PairsJudged,
    judge_contacts,
    judge_needs,
    judge_pairs,
    not_resolving,
)
from benchmarks.machine import describe_machine
from faqeval.config import Settings
from faqeval.measures.wilson import wilson
from faqeval.pipeline import Inputs, evaluate_inputs
from faqeval.records import Evaluation

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en",)
PLANTED_KINDS = ("", "missing", "not_found", "not_understood", "not_resolving", "sends_to_contact")
FOUND_KINDS = (*PLANTED_KINDS, "not_enough_data", NO_NEED)
IN_WORDS = {"": "nothing", "not_enough_data": "not enough data", NO_NEED: "no need"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What one generated log brought."""

    seed: int
    needs: tuple[NeedJudged, ...]
    pairs: PairsJudged
    n_contacts: int
    true_share: float  # of the contacts with a customer id, exactly, in this log
    share: tuple[float, float, float]  # measured: value, low, high
    n_not_resolving: int
    n_sure_pairs: int
    contacts: tuple[int, int, int]  # taken for the right need, another, none


def look(language: str, seed: int, plan: Plan) -> Seen:
    """Generate one log, evaluate it, and hold it against its truth."""
    folder = ROOT / "corpora" / language
    generated = generate(folder, seed=seed, plan=plan)
    with TemporaryDirectory() as name:
        write(generated, Path(name))
        inputs = Inputs(
            folder / "articles.jsonl",
            folder / "queries.csv",
            visits=Path(name) / "visits.csv",
            contacts=Path(name) / "contacts.csv",
        )
        evaluation = evaluate_inputs(inputs, Settings())
    truth = generated.truth
    pairs = judge_pairs(evaluation, truth)
    return Seen(
        seed=seed,
        needs=judge_needs(evaluation, truth, noted=plan.notes_article == 1.0),
        pairs=pairs,
        n_contacts=len(generated.contacts),
        true_share=truth["logged_in"]["share"],
        share=_share_of(evaluation),
        n_not_resolving=not_resolving(evaluation),
        n_sure_pairs=pairs.n_right + len(pairs.false),
        contacts=judge_contacts(evaluation, truth),
    )


def _share_of(evaluation: Evaluation) -> tuple[float, float, float]:
    figure = evaluation.figures["logged_in_contact_share"]
    return figure.value or 0.0, figure.low or 0.0, figure.high if figure.high is not None else 1.0


def summarise(seen: Sequence[Seen]) -> dict[str, Any]:
    """Return the numbers of one language and plan.

    ``expected_share`` is the mean over the seeds of the exact share of contacts made while logged in: what the way of
    generating tends to. ``n_held`` counts the seeds whose interval holds it, ``n_held_exactly`` those whose interval
    holds the share of their own log.
    """
    expected = sum(one.true_share for one in seen) / len(seen)
    needs = [need for one in seen for need in one.needs]
    right = sum(need.is_right for need in needs)
    n_right_pairs = sum(len(one.pairs.right) for one in seen)
    right_contacts, wrong_contacts, no_need = (sum(one.contacts[place] for one in seen) for place in range(3))
    n_planted_pairs = n_right_pairs + sum(len(one.pairs.overlooked) for one in seen)
    return {
        "n_seeds": len(seen),
        "contacts": [min(one.n_contacts for one in seen), max(one.n_contacts for one in seen)],
        "expected_share": round(expected, 4),
        "n_held": sum(one.share[1] <= expected <= one.share[2] for one in seen),
        "n_held_exactly": sum(one.share[1] <= one.true_share <= one.share[2] for one in seen),
        "verdicts": _ratio(right, len(needs)),
        "verdicts_of_right_needs": _ratio(
            sum(need.is_right for need in needs if need.is_right_need), sum(need.is_right_need for need in needs)
        ),
        "right_needs": _ratio(sum(need.is_right_need for need in needs), len(needs)),
        "right_contacts": _ratio(right_contacts, right_contacts + wrong_contacts + no_need),
        "contacts_of_no_need": _ratio(no_need, right_contacts + wrong_contacts + no_need),
        "confusion": {
            planted: {kind: n for kind in FOUND_KINDS if (n := _count(needs, planted, kind))}
            for planted in PLANTED_KINDS
        },
        "pair_precision": _ratio(sum(one.pairs.n_right for one in seen), sum(one.n_sure_pairs for one in seen)),
        "pair_recall": _ratio(n_right_pairs, n_planted_pairs),
        "seeds_with_not_resolving": sum(one.n_not_resolving > 0 for one in seen),
        "seeds_with_sure_pairs": sum(one.n_sure_pairs > 0 for one in seen),
    }


def _count(needs: Sequence[NeedJudged], planted: str, found: str) -> int:
    return sum(need.planted == planted and need.found == found for need in needs)


def _ratio(part: int, whole: int) -> dict[str, Any]:
    low, high = wilson(part, whole)
    value = round(part / whole, 4) if whole else None
    return {"value": value, "low": round(low, 4), "high": round(high, 4), "right": part, "n": whole}


def main() -> None:
    """Measure, print, and write when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--show", action="store_true", help="name what was wrong")
    parser.add_argument("languages", nargs="*", default=list(LANGUAGES))
    chosen = parser.parse_args()
    seeds = range(chosen.first_seed, chosen.first_seed + chosen.seeds)
    results: dict[str, dict[str, Any]] = {}
    wrong: Counter[tuple[str, ...]] = Counter()
    for language in chosen.languages:
        planted = [look(language, seed, PLANTED) for seed in seeds]
        results[language] = {
            "planted": summarise(planted),
            "noted": summarise([look(language, seed, replace(PLANTED, notes_article=1.0)) for seed in seeds]),
            "nothing_planted": summarise([look(language, seed, NOTHING_PLANTED) for seed in seeds]),
            "nothing_planted_spread": summarise([look(language, seed, NOTHING_PLANTED_SPREAD) for seed in seeds]),
        }
        wrong += _wrong(language, planted)
    page = "\n\n".join(tables(language, result) for language, result in results.items())
    print(f"{describe_machine()}\n\n{page}")
    if chosen.show:
        for names, n in wrong.most_common():
            print(n, *names)
    if chosen.write:
        text = json.dumps({"first_seed": chosen.first_seed, "languages": results}, indent=1)
        (ROOT / "docs" / "planted_journeys.json").write_text(text + "\n", encoding="utf-8")
        (ROOT / "docs" / "planted-journeys.md").write_text(f"{_HEAD}{describe_machine()}\n\n{page}\n", encoding="utf-8")


def _wrong(language: str, seen: Sequence[Seen]) -> Counter[tuple[str, ...]]:
    verdicts = [
        (language, need.need, f"planted {need.planted or 'nothing'}", f"found {need.found or 'nothing'}",
         "" if need.is_right_need else "(taken for another need)")
        for one in seen for need in one.needs if not need.is_right
    ]  # fmt: skip
    false = [(language, *pair, "false pair") for one in seen for pair in one.pairs.false]
    overlooked = [(language, *pair, "overlooked pair") for one in seen for pair in one.pairs.overlooked]
    return Counter([*verdicts, *false, *overlooked])


def tables(language: str, result: dict[str, Any]) -> str:
    """Return what was measured in one language as Markdown."""
    planted, nothing, spread = (result[name] for name in ("planted", "nothing_planted", "nothing_planted_spread"))
    noted, n = result["noted"], planted["n_seeds"]
    few, most = planted["contacts"]
    rows = [
        ("true share of contacts made while logged in", f"{planted['expected_share']:.3f}"),
        ("… inside its interval", f"{planted['n_held']} of {n} seeds"),
        ("… the share of the very log inside its interval", f"{planted['n_held_exactly']} of {n} seeds"),
        (f"verdict right, needs with {MIN_CONTACTS} contacts or more", _in_words(planted["verdicts"])),
        ("… contacts taken for the right need", _in_words(planted["right_needs"])),
        ("… verdict right, of those", _in_words(planted["verdicts_of_right_needs"])),
        ("contacts taken for the right need, by their reason", _in_words(planted["right_contacts"])),
        ("… taken for no need", _in_words(planted["contacts_of_no_need"])),
        ("verdict right, if agents noted the article of every contact", _in_words(noted["verdicts"])),
        ("next issues: precision", _in_words(planted["pair_precision"])),
        ("next issues: recall", _in_words(planted["pair_recall"])),
        ("… precision, if agents noted the article", _in_words(noted["pair_precision"])),
        ("… recall, if agents noted the article", _in_words(noted["pair_recall"])),
        ("nothing planted: some article called not resolving", f"{nothing['seeds_with_not_resolving']} of {n} seeds"),
        ("… some next issue called sure", f"{nothing['seeds_with_sure_pairs']} of {n} seeds"),
        ("nothing planted, articles differ by ± 30 %: not resolving",
         f"{spread['seeds_with_not_resolving']} of {n} seeds"),
    ]  # fmt: skip
    lines = [
        f"**{language}**, {n} seeds, {few:,} to {most:,} contacts each\n",
        "| | |\n|---|---|",
        *(f"| {name} | {value} |" for name, value in rows),
        f"\nVerdicts on needs, all seeds together; rows: planted, columns: found\n\n| planted | {_columns()} |",
        "|---" * (1 + len(FOUND_KINDS)) + "|",
    ]
    for kind in PLANTED_KINDS:
        cells = [str(planted["confusion"][kind].get(found, "")) for found in FOUND_KINDS]
        lines.append(f"| {IN_WORDS.get(kind, kind)} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _columns() -> str:
    return " | ".join(IN_WORDS.get(kind, kind) for kind in FOUND_KINDS)


def _in_words(ratio: dict[str, Any]) -> str:
    if ratio["value"] is None:
        return "–"
    return f"{ratio['value']:.2f} ({ratio['low']:.2f}–{ratio['high']:.2f}), {ratio['right']} of {ratio['n']}"


_HEAD = """# Do visits and contacts say what is true?

Measured with `python -m benchmarks.journeys.planted_journeys --write` on logs of invented customers, in which it was
planted who makes contact because of what ([how](method/planted.md)). These seeds were not used while the numbers of the
generator were chosen. In brackets the 95 % interval (Wilson), as if needs of different seeds were independent of each
other; they share their texts, so the true interval is wider.

"""


if __name__ == "__main__":
    main()

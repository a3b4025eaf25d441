"""A query in one language, the FAQ in another.

    python -m benchmarks.matching.cross_language --data FOLDER [--models ...]

Titles and the publisher's descriptions of the parallel help pages of superoffice_help_6lang in language A, asked of the
pages in language B: right is the same page. Pages whose title is alike in both languages are left out as queries.
Intervals: 95 %, Wilson.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

import numpy as np

from benchmarks.machine import describe_machine
from benchmarks.matching.robustness import query_table
from faqeval.config import MatchSettings, SearchSettings
from faqeval.matching import match_site
from faqeval.matching.fitting.cases import hash_share
from faqeval.measures.wilson import wilson
from faqeval.records import Article, Rankings
from faqeval.search import search_articles
from faqeval.text import SUPPORTED

SET = "superoffice_help_6lang"
MOST_QUERIES = 200  # per pair and model
SCANDINAVIAN = ("da", "nb", "sv")


def read_pages(data: Path) -> dict[str, dict[str, dict[str, str]]]:
    """Return the pages by language and then by the name that their translations share."""
    pages: dict[str, dict[str, dict[str, str]]] = {code: {} for code in SUPPORTED}
    for line in (data / SET / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        pages[page["language"]][page["id"].partition(":")[2]] = page
    return pages


def queries(asked: dict[str, dict[str, str]], pages: dict[str, dict[str, str]], field: str) -> list[tuple[str, str]]:
    """Return (text, name of the page) of the pages that say something else in the other language."""
    found = [
        (page[field], name)
        for name, page in asked.items()
        if name in pages and page[field].casefold() not in ("", pages[name][field].casefold())
    ]
    return sorted(found, key=lambda pair: hash_share(pair[0]))[:MOST_QUERIES]


def ranks(rankings: Rankings, names: Sequence[str]) -> np.ndarray:
    """Return the rank of each query's page, 0 when it is not shown."""
    found = []
    for places, name in zip(rankings.places.tolist(), names, strict=True):
        shown = [rankings.article_ids[place] if place >= 0 else "" for place in places]
        found.append(shown.index(name) + 1 if name in shown else 0)
    return np.array(found)


def share(right: int, total: int) -> str:
    """Share with its interval."""
    low, high = wilson(right, total)
    return f"{right / total:.2f} ({low:.2f}–{high:.2f})"


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """All queries of one kind from one language to another: ranks of their page, and how sure the first place was."""

    asked_in: str
    written_in: str
    field: str
    ranks: np.ndarray  # of the page under the matcher, 0 = not shown
    search: np.ndarray  # under the customer search
    sure: np.ndarray  # probability of the first place


def measure(data: Path, model: str, pairs: Sequence[tuple[str, str]]) -> Iterator[Asked]:
    """Yield each pair of languages and field."""
    pages = read_pages(data)
    for asked_in, written_in in pairs:
        articles = tuple(Article.plain(n, p["title"], p["body"], written_in) for n, p in pages[written_in].items())
        for field in ("title", "description"):
            texts, names = zip(*queries(pages[asked_in], pages[written_in], field), strict=True)
            table = query_table(texts, asked_in)
            matches = match_site(articles, table, MatchSettings(model=model)).rankings
            search = search_articles(articles, table, SearchSettings())
            yield Asked(asked_in, written_in, field, ranks(matches, names), ranks(search, names), matches.scores[:, 0])


def row(name: str, field: str, model: str, asked: Sequence[Asked]) -> str:
    """Return one row of the table for some pairs of languages together."""
    by_rank, search = (np.concatenate([getattr(one, kind) for one in asked]) for kind in ("ranks", "search"))
    n = len(by_rank)
    cells = [
        name,
        field,
        model,
        f"{n:,}",
        share(int((by_rank == 1).sum()), n),
        share(int(((by_rank > 0) & (by_rank <= 3)).sum()), n),
        share(int((search == 1).sum()), n),
        f"{np.concatenate([one.sure for one in asked]).mean():.2f}",
    ]
    return f"| {' | '.join(cells)} |"


def groups(asked: Sequence[Asked]) -> Iterator[tuple[str, list[Asked]]]:
    """Yield some pairs of languages that belong together; none twice but in the last one, which is all of them."""
    west = ("de", "nl")
    kinds = {
        "Scandinavian → Scandinavian": lambda a, b: a in SCANDINAVIAN and b in SCANDINAVIAN,
        "de ↔ nl": lambda a, b: a in west and b in west,
        "Scandinavian ↔ de, nl": lambda a, b: (a in SCANDINAVIAN and b in west) or (a in west and b in SCANDINAVIAN),
        "en → others": lambda a, _: a == "en",
        "others → en": lambda _, b: b == "en",
        "all pairs": lambda *_: True,
    }
    for name, belongs in kinds.items():
        found = [one for one in asked if belongs(one.asked_in, one.written_in)]
        if found:
            yield name, found


def main() -> None:
    """Print the table: all pairs with the bundled model, the Scandinavian pairs with the others; groups first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the open sets")
    parser.add_argument("--models", nargs="+", default=["quick", "small"])
    chosen = parser.parse_args()
    head = "| query → FAQ | query is | model | n | matcher hit@1 | hit@3 | search hit@1 | mean probability |"
    print(f"{describe_machine()}\n\n{head}\n{'|---' * 8}|")
    for model in chosen.models:
        languages = SUPPORTED if model in ("quick", "small") else SCANDINAVIAN
        found = list(measure(chosen.data, model, list(permutations(languages, 2))))
        for name, together in groups(found):
            for field in ("title", "description"):
                print(row(name, field, model, [one for one in together if one.field == field]))
        for one in found:
            print(row(f"{one.asked_in} → {one.written_in}", one.field, model, [one]))


if __name__ == "__main__":
    main()

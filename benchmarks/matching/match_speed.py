"""Different queries a second through all stages of match, beside BM25 alone.

    python -m benchmarks.matching.match_speed

Made-up queries and articles of common words of a language, from a seed. The two are timed in turn, several times, in
one process: their ratio hardly depends on the machine or on what else it does, the queries a second do.
"""

import argparse
import os
import random
import time
from collections.abc import Callable
from statistics import median

import pandas as pd
from wordfreq import top_n_list

from benchmarks.machine import describe_machine
from benchmarks.matching.baselines import bm25
from faqeval.config import MatchSettings
from faqeval.matching import match_site
from faqeval.records import Article

SEED = 11
LANGUAGES = ("en", "sv", "de")
WORDS_PER_ARTICLE = 120
TURNS = 3


def make_faq(language: str, n_articles: int, n_queries: int) -> tuple[tuple[Article, ...], pd.DataFrame]:
    """Return articles of common words around eight of their own, and different queries of 1 to 12 words."""
    chance = random.Random(f"{SEED}{language}")
    words = [word for word in top_n_list(language, 20_000) if word.isalpha() and len(word) > 2]
    common, rare = words[:2_000], words[2_000:]
    topics = [chance.sample(rare, 8) for _ in range(n_articles)]
    articles = tuple(
        Article.plain(
            f"a{number:04d}",
            " ".join(chance.sample(topic, 3) + chance.choices(common, k=3)),
            " ".join(chance.choices([*topic, *common], [20] * len(topic) + [1] * len(common), k=WORDS_PER_ARTICLE)),
            language,
        )
        for number, topic in enumerate(topics)
    )
    texts: dict[str, None] = {}
    while len(texts) < n_queries:
        wanted = chance.sample(chance.choice(topics), chance.randint(1, 3)) + chance.choices(
            common, k=chance.randint(0, 9)
        )
        chance.shuffle(wanted)
        texts[" ".join(wanted)] = None
    ids = [f"q{number:06d}" for number in range(n_queries)]
    return articles, pd.DataFrame({"query_id": ids, "text": list(texts), "language": language})


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds on the clock and on the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def measure(language: str, n_articles: int, n_queries: int) -> str:
    """Return one row of the table."""
    articles, queries = make_faq(language, n_articles, n_queries)
    settings = MatchSettings()

    def match() -> None:
        match_site(articles, queries, settings)

    def words_alone() -> None:
        bm25(articles, queries)

    first, _ = timed(match)  # dictionaries and the model are read once
    words_alone()
    turns = [(*timed(match), *timed(words_alone)) for _ in range(TURNS)]
    clock, processor, bm25_clock, bm25_processor = (median(turn[i] for turn in turns) for i in range(4))
    cells = (
        language,
        f"{n_queries:,}",
        f"{n_articles:,}",
        f"{n_queries / first:,.0f}",
        f"{n_queries / clock:,.0f}",
        f"{n_queries / processor:,.0f}",
        f"{n_queries / bm25_clock:,.0f}",
        f"{bm25_processor / processor:.2f}",
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Print one row per language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--articles", type=int, default=300)
    chosen = parser.parse_args()
    print(f"{describe_machine()} Load before the run: {os.getloadavg()[0]:.1f}\n")
    heads = (
        "language",
        "different queries",
        "articles",
        "match, first call: queries/s",
        "match: queries/s",
        "match: queries per processor second",
        "BM25 alone: queries/s",
        "match per BM25 (processor)",
    )
    print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|")
    for language in LANGUAGES:
        print(measure(language, chosen.articles, chosen.queries), flush=True)


if __name__ == "__main__":
    main()

"""The labelled FAQs that come with faqeval, as cases: what a model of the user's choice is fitted to."""

import json
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import groupby
from typing import Final

from ...records import Article
from .cases import Case, LabelledQuery, hash_share

SITES_PER_LANGUAGE: Final = 6  # enough for 36 coefficients, and few enough for a large model to read in minutes


def fitting_cases(languages: Sequence[str]) -> Iterator[Case]:
    """Yield sites of customers' words that are not kept for measuring, some of each language, chosen by hash."""
    from faqeval_corpora.customers import customers_articles

    for language in languages:
        own = [one for one in customers_articles() if one.language == language and one.use != "measure"]
        sites = [list(site) for _, site in groupby(own, key=lambda one: one.domain)]
        sites.sort(key=lambda site: hash_share(f"fit{language}{site[0].domain}"))
        for site in sites[:SITES_PER_LANGUAGE]:
            articles = tuple(Article.plain(one.article_id, one.title, one.body, language) for one in site)
            queries = tuple(
                LabelledQuery(text, frozenset({one.article_id}))
                for one in site
                for text in (*one.queries, *one.plain, one.course)
                if text
            )
            yield Case(f"{site[0].domain} {language}", site[0].domain, articles, queries)


def demo_cases(languages: Sequence[str]) -> Iterator[Case]:
    """Yield the demo FAQs of the languages that have one, with their queries, easy and hard as in a real log."""
    import pandas as pd

    for language in languages:
        folder = files("faqeval_corpora") / language
        if not folder.is_dir():
            continue
        rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
        articles = tuple(Article.plain(row["id"], row["title"], row["body"], language) for row in rows)
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))["answers"]
        with (folder / "queries.csv").open(encoding="utf-8") as lines:
            asked = pd.read_csv(lines, dtype=str, keep_default_na=False)
        queries = tuple(
            LabelledQuery(text, frozenset(truth[query_id]))
            for query_id, text in zip(asked["id"], asked["text"], strict=True)
            if query_id in truth
        )
        yield Case(f"demo {language}", f"demo {language}", articles, queries)

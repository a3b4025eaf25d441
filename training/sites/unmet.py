"""The queries whose words do not meet the page's words, as matching cases; for measuring only."""

import csv
import json
from pathlib import Path

from faqeval.matching.fitting.cases import Case, LabelledQuery
from faqeval.records import Article

_QUERIES = Path(__file__).parents[2] / "corpora" / "unmet"


def read_unmet_cases(folder: Path) -> list[Case]:
    """Read one case per file of corpora/unmet; the pages are those of the data folder."""
    pages = _articles(folder / "superoffice_help_6lang")
    replies = _articles(folder / "nav_skrivestotte_nb")
    cases = []
    for path in sorted(_QUERIES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        group = "nav" if "nav" in path.stem else "superoffice"
        language = rows[0]["language"]
        articles = replies if group == "nav" else [page for page in pages if page.language == language]
        known = {article.article_id for article in articles}
        queries = tuple(
            LabelledQuery(row["text"], frozenset(part for part in row["article_ids"].split(" ") if part) & known)
            for row in rows
        )
        cases.append(Case(f"unmet {path.stem}", group, tuple(articles), queries))
    return cases


def _articles(folder: Path) -> list[Article]:
    found = []
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        first, _, rest = row["body"].partition("\n")
        body = rest.strip() if first.strip("# ").casefold() == row["title"].casefold() else row["body"]
        found.append(Article.plain(row["id"], row["title"], body, row["language"]))
    return found

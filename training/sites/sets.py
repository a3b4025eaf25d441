"""The open sets as matching cases: articles, queries, and which article answers which query."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

from faqeval.matching.fitting.cases import Case, LabelledQuery, hash_share
from faqeval.records import Article

MOST_QUERIES = 330  # per case, chosen by hash, so that no set outvotes the others


def read_cases(folder: Path, most: int = MOST_QUERIES) -> list[Case]:
    """Read every matching case of the data folder that is trained on, in a fixed order, ``most`` queries of each."""
    return [_fewer(case, most) for name in _READERS for case in _read_set(folder / name)]


def find_cases(folder: Path) -> list[Case]:
    """Read the cases of every set that a folder is or holds, those of ``read_cases`` first, then others by name.

    Any folder with ``articles.jsonl`` (id, title, body, language) and ``queries.jsonl`` (text, article_ids, language)
    is a set; it is called by the folder's name. Rows of its queries that say ``"split": "train"`` are left out.
    """
    folder = folder.resolve()  # "." has a name too
    folders = [folder] if (folder / "articles.jsonl").is_file() else [folder / name for name in _READERS]
    folders += sorted(path.parent for path in folder.glob("*/articles.jsonl") if path.parent.name not in _READERS)
    found = [path for path in folders if (path / "articles.jsonl").is_file()]
    readable = [path for path in found if path.name in _READERS or (path / "queries.jsonl").is_file()]
    return [_fewer(case, MOST_QUERIES) for path in readable for case in _read_set(path)]


def _read_set(folder: Path) -> Iterator[Case]:
    read, group = _READERS.get(folder.name, (_any_form, folder.name))
    return read(folder, group)


def _titles_only(folder: Path, group: str) -> Iterator[Case]:
    rows = [row for row in _rows(folder / "queries.jsonl") if group != "hint3" or row.get("split") == "test"]
    queries = tuple(LabelledQuery(row["text"], frozenset(row["article_ids"])) for row in rows)
    yield Case(f"{group} titles", group, tuple(_articles(folder / "articles.jsonl")), queries)


def _any_form(folder: Path, group: str) -> Iterator[Case]:
    """Yield a case per language of the articles."""
    articles = list(_articles(folder / "articles.jsonl"))
    rows = [row for row in _rows(folder / "queries.jsonl") if row.get("split") != "train"]
    for language in sorted({article.language for article in articles}):
        own = tuple(article for article in articles if article.language == language)
        ids = frozenset(article.article_id for article in own)
        asked = [row for row in rows if row.get("language", language) == language]
        queries = tuple(LabelledQuery(row["text"], frozenset(row["article_ids"]) & ids) for row in asked)
        if queries:
            yield Case(f"{group} {language}", group, own, queries)


def _bodies_only(folder: Path, group: str) -> Iterator[Case]:
    """Yield a case per language: the FAQ's question is the query, so the articles have no titles."""
    articles = list(_articles(folder / "articles.jsonl"))
    queries = [(row["language"], LabelledQuery(row["text"], frozenset(row["article_ids"])))
               for row in _rows(folder / "queries.jsonl")]  # fmt: skip
    for language in sorted({article.language for article in articles}):
        yield Case(
            f"{group} bodies {language}",
            group,
            tuple(article for article in articles if article.language == language),
            tuple(query for code, query in queries if code == language),
        )


def _help_pages(folder: Path, group: str) -> Iterator[Case]:
    """Yield two cases per language with whole articles: a keyword of the publisher as query, and the description."""
    rows = list(_rows(folder / "articles.jsonl"))
    for language in sorted({row["language"] for row in rows}):
        pages = [row for row in rows if row["language"] == language]
        articles = tuple(Article.plain(row["id"], row["title"], _without_heading(row), language) for row in pages)
        for kind in ("keywords", "description"):
            wanted: dict[str, set[str]] = {}
            for row in pages:
                phrases = row[kind].split(",") if kind == "keywords" else [row[kind]]
                for phrase in phrases:
                    if phrase.strip() and phrase.strip().casefold() != row["title"].casefold():
                        wanted.setdefault(phrase.strip(), set()).add(row["id"])
            queries = tuple(LabelledQuery(text, frozenset(ids)) for text, ids in sorted(wanted.items()))
            yield Case(f"{group} {kind} {language}", group, articles, queries)


def _without_heading(row: dict[str, str]) -> str:
    first, _, rest = row["body"].partition("\n")
    return rest.strip() if first.strip("# ").casefold() == row["title"].casefold() else row["body"]


def _fewer(case: Case, most: int) -> Case:
    most = most // 2 if case.group == "superoffice" else most
    chosen = sorted(case.queries, key=lambda query: hash_share(case.name + query.text))[:most]
    return Case(case.name, case.group, case.articles, tuple(chosen))


def _articles(path: Path) -> Iterator[Article]:
    for row in _rows(path):
        yield Article.plain(row["id"], row.get("title", ""), row.get("body", ""), row["language"])


def _rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


_READERS: dict[str, tuple[Callable[[Path, str], Iterator[Case]], str]] = {
    "clinc150_en": (_titles_only, "clinc150"),
    "dstc11_insurance_en": (_titles_only, "dstc11"),
    "hint3_sofmattress_en": (_titles_only, "hint3"),
    "swefaq_sv": (_bodies_only, "swefaq"),
    "bitcoin_faq_en_de_nl_da_sv": (_bodies_only, "bitcoin"),
    "cwa_faq_de_en": (_bodies_only, "cwa"),
    "coronamelder_nl_en": (_bodies_only, "coronamelder"),
    "superoffice_help_6lang": (_help_pages, "superoffice"),
}


TRAINED_ON = frozenset(group for _, group in _READERS.values())

import json
from pathlib import Path

from training.sites.sets import MOST_QUERIES, find_cases


def write(folder: Path, articles: list[dict], queries: list[dict]) -> None:
    folder.mkdir(parents=True)
    for name, rows in (("articles", articles), ("queries", queries)):
        text = "".join(json.dumps(row) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


ARTICLES = [
    {"id": "a", "language": "en", "title": "Pay", "body": "Here."},
    {"id": "b", "language": "sv", "title": "Betala", "body": "Här."},
]
QUERIES = [
    {"text": "pay", "article_ids": ["a", "gone"], "language": "en"},
    {"text": "betala", "article_ids": ["b"], "language": "sv"},
    {"text": "seen", "article_ids": ["a"], "language": "en", "split": "train"},
]


def test_any_folder_of_the_form_is_a_set_by_itself_or_within_another(tmp_path: Path) -> None:
    write(tmp_path / "mine", ARTICLES, QUERIES)
    write(tmp_path / "other", ARTICLES, QUERIES[:1])
    (tmp_path / "no set").mkdir()
    assert [case.name for case in find_cases(tmp_path / "mine")] == ["mine en", "mine sv"]
    assert [case.name for case in find_cases(tmp_path)] == ["mine en", "mine sv", "other en"]


def test_each_language_has_its_own_articles_and_queries_and_rows_for_training_are_left_out(tmp_path: Path) -> None:
    write(tmp_path / "mine", ARTICLES, QUERIES)
    english, _ = find_cases(tmp_path)
    assert [article.article_id for article in english.articles] == ["a"]
    assert [(query.text, query.article_ids) for query in english.queries] == [("pay", frozenset({"a"}))]


def test_of_a_large_set_a_fixed_number_of_queries_is_chosen_whatever_their_order(tmp_path: Path) -> None:
    many = [{"text": f"pay {number}", "article_ids": ["a"], "language": "en"} for number in range(MOST_QUERIES + 50)]
    write(tmp_path / "1" / "mine", ARTICLES, many)
    write(tmp_path / "2" / "mine", ARTICLES, many[::-1])
    first, second = (find_cases(tmp_path / name)[0] for name in ("1", "2"))
    assert len(first.queries) == MOST_QUERIES
    assert first.queries == second.queries

"""What readers cannot see is no article, in whatever words a file says so."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.ingest import ArticlesRead, read_articles, read_draft


def _read(source: Any, preset: str = "") -> ArticlesRead:
    return read_articles(source, IngestSettings(), preset=preset)


def _table(name: str, shown: object, hidden: object) -> pd.DataFrame:
    return pd.DataFrame({"id": ["a", "b"], "title": ["Pay", "Old"], name: pd.Series([shown, hidden], dtype=object)})


@pytest.mark.parametrize(
    ("name", "shown", "hidden"),
    [
        ("status", "Published", "Draft"),
        ("Article Status", "live", "Archived"),
        ("State", "", "retired"),
        ("draft", False, True),
        ("Draft", "FALSE", "TRUE"),
        ("Archived", "", "ja"),
        ("is_published", 1, 0),
        ("Publicerad", "ja", "nej"),
        ("outdated", None, "x"),
        ("archived_at", None, "2024-01-31T10:00:00Z"),
        ("Retired", "", "2024-01-31"),
        ("valid_to", "2100-01-01", "2020-12-31"),
        ("Status", "Publiceret", "Kladde"),
        ("status", "veröffentlicht", "Entwurf"),
    ],
)
def test_what_is_not_published_is_left_out_and_counted(name: str, shown: object, hidden: object) -> None:
    read = _read(_table(name, shown, hidden))
    assert [article.article_id for article in read.articles] == ["a"]
    assert read.rejects["reason"].tolist() == ["not published"]
    assert any("1 entries are drafts, archived or retired" in note for note in read.notes)


@pytest.mark.parametrize(
    ("name", "cells"), [("status", ("1", "2")), ("category", ("Draft", "Archived")), ("active", ("", "yes"))]
)
def test_nothing_is_left_out_that_does_not_say_so(name: str, cells: tuple[str, str]) -> None:
    read = _read(_table(name, *cells))
    assert len(read.articles) == 2
    assert not read.notes


def test_most_entries_may_be_drafts() -> None:
    frame = pd.DataFrame({"id": range(9), "title": "Pay", "draft": [False, *[True] * 8]})
    assert _read(frame).n_used == 1


@pytest.mark.parametrize(
    ("preset", "entry"),
    [
        ("zendesk", {"section_id": 1, "locale": "en", "body": "<p>x</p>", "title": "Old", "outdated": True}),
        ("servicenow", {"number": "KB2", "short_description": "Old", "text": "x", "active": {"value": "false"}}),
        ("wordpress", {"title": {"rendered": "Old"}, "content": {"rendered": "x"}, "status": "private"}),
    ],
)
def test_exports_of_a_cms_too(preset: str, entry: dict[str, Any], tmp_path: Path) -> None:
    hiding = {"outdated", "active", "status"}
    shown = {name: value for name, value in entry.items() if name not in hiding}
    path = tmp_path / "articles.json"
    path.write_text(json.dumps([{**shown, "id": 1, "number": "KB1"}, {**entry, "id": 2}]), encoding="utf-8")
    read = _read(path, preset)
    assert (read.n_read, read.n_used) == (2, 1)
    assert len(read.notes) == 1


def test_a_draft_that_says_it_is_one_can_be_scored(tmp_path: Path) -> None:
    path = tmp_path / "draft.json"
    path.write_text(json.dumps({"title": "Pay", "body": "By card.", "status": "draft"}), encoding="utf-8")
    assert read_draft(path, IngestSettings()).title == "Pay"


def test_a_page_behind_a_password_is_not_published(tmp_path: Path) -> None:
    pages = [
        {"id": n, "title": {"rendered": "Pay"}, "content": {"rendered": text, "protected": not text}}
        for n, text in enumerate(("<p>By card.</p>", ""))
    ]
    path = tmp_path / "articles.json"
    path.write_text(json.dumps(pages), encoding="utf-8")
    assert [article.article_id for article in _read(path).articles] == ["0"]

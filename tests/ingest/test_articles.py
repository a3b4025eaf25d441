"""Articles: every row is one, or is refused with a reason; the order of the rows leaves no trace."""

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.config import IngestSettings
from faqeval.errors import ColumnMissing, NothingUsable, TooManyRejects
from faqeval.ingest import ArticlesRead, read_articles
from faqeval.ingest.files import limits
from faqeval.records import REJECT_COLUMNS, Block

SETTINGS = IngestSettings(max_reject_share=1)


def _read(rows: list[dict[str, Any]], settings: IngestSettings = SETTINGS, **options: Any) -> ArticlesRead:
    return read_articles(pd.DataFrame(rows), settings, **options)


def test_an_article_is_read_with_all_its_columns(tmp_path: Path) -> None:
    row = {
        "id": 17, "title": "Hur betalar&nbsp;jag?", "body": "<p>Med kort.</p><ul><li>Visa</ul>", "language": "sv-SE",
        "url": "https://example.org/17", "category": "Betalning", "keywords": "kort, visa;kort", "audience": "privat",
        "updated_at": "30.11.2026 12:05", "votes": 3,
    }  # fmt: skip
    (tmp_path / "a.json").write_text(json.dumps([row]), encoding="utf-8")
    (article,) = read_articles(tmp_path / "a.json", SETTINGS).articles
    assert article.article_id == "17"
    assert article.title == "Hur betalar jag?"
    assert article.blocks == (Block("paragraph", "Med kort."), Block("bullet", "Visa"))
    assert article.body == "Med kort.\nVisa"
    assert (article.language, article.url, article.category) == ("sv", "https://example.org/17", "Betalning")
    assert (article.keywords, article.updated_at, article.audience) == (("kort", "visa"), "2026-11-30", "privat")


def test_keywords_may_be_a_list() -> None:
    assert _read([{"id": 1, "title": "a", "keywords": ["b", "c, d", None]}]).articles[0].keywords == ("b", "c, d")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"title": "a"}, "no id"),
        ({"id": " ", "title": "a"}, "no id"),
        ({"id": "x" * 600, "title": "a"}, "id longer than 500 characters"),
        ({"id": 2}, "neither title nor body"),
        ({"id": 2, "title": " ", "body": "<p></p><script>x</script>"}, "neither title nor body"),
        ({"id": 2, "title": "x" * 3_000}, "title longer than 2000 characters"),
        ({"id": 2, "body": "x " * 600}, "body longer than 1000 characters"),
        ({"id": 2, "body": "<p>" + "<b></b>" * 3_000}, "body longer than 1000 characters"),
        ({"id": 2, "body": "<div>" * 1_500}, "HTML nested too deeply to read safely"),
    ],
)
def test_a_row_that_cannot_be_used_is_rejected_with_its_line(row: dict[str, Any], reason: str) -> None:
    read = _read([{"id": 1, "title": "ok"}, row], IngestSettings(max_reject_share=1, max_body_characters=1_000))
    assert [article.article_id for article in read.articles] == ["1"]
    assert read.rejects.to_dict("records") == [{"file": "articles table", "line": 2, "reason": reason}]
    assert tuple(read.rejects.columns) == REJECT_COLUMNS
    assert (read.n_read, read.n_used) == (2, 1)


def test_id_and_a_text_column_are_required() -> None:
    with pytest.raises(ColumnMissing, match="'id'"):
        _read([{"title": "a"}])
    with pytest.raises(ColumnMissing, match="'title' or 'body'"):
        _read([{"id": 1, "other": "a"}])


def test_ignored_fields_are_read_as_empty() -> None:
    (article,) = _read(
        [{"id": 1, "title": "a", "body": "b", "keywords": "k"}], ignore_fields={"title", "keywords"}
    ).articles
    assert (article.title, article.body, article.keywords) == ("", "b", ())
    with pytest.raises(NothingUsable):
        _read([{"id": 1, "title": "a"}], ignore_fields=("title",))


def test_undeclared_languages_are_found_among_the_declared_ones() -> None:
    rows = [
        {"id": "a", "title": "Hvordan betaler jeg regningen min?", "body": "Du betaler med kort eller faktura."},
        {"id": "b", "title": "How do I pay my bill?", "body": "You pay by card or by invoice."},
        {"id": "c", "title": "x", "language": "fi"},
    ]
    read = _read(rows, IngestSettings(languages=("nb", "en")))
    assert [article.language for article in read.articles] == ["nb", "en", "fi"]


def test_personal_data_is_masked_in_titles_blocks_and_links() -> None:
    body = '<p>Skriv till <a href="mailto:anna.berg@example.org">anna.berg@example.org</a>.</p>'
    (article,) = _read([{"id": 1, "title": "Ring 850709-9805", "body": body, "language": "sv"}]).articles
    assert "9805" not in article.title
    assert "anna" not in repr(article)
    assert article.blocks[0].links[0].href == "mailto:[EMAIL]"
    (open_article,) = _read([{"id": 1, "body": body}], IngestSettings(mask_personal_data=False)).articles
    assert "anna.berg@example.org" in open_article.body


def test_the_phone_number_of_an_article_is_the_companys_own() -> None:
    body = '<p>Ring <a href="tel:0771123456">0771-12 34 56</a> eller mejla anna@example.org.</p>'
    (article,) = _read([{"id": 1, "title": "Ring oss", "body": body, "language": "sv"}]).articles
    assert article.body == "Ring 0771-12 34 56 eller mejla [EMAIL]."
    assert article.blocks[0].links[0].href == "tel:0771123456"


def test_equal_rows_are_one_article() -> None:
    read = _read([{"id": 1, "title": "a", "language": "sv"}] * 3, IngestSettings(max_reject_share=0))
    assert len(read.articles) == 1
    assert read.rejects["reason"].tolist() == ["the same as another row, which was kept"] * 2


def test_of_different_rows_of_one_id_the_latest_is_kept_then_the_longest() -> None:
    rows: list[dict[str, Any]] = [
        {"id": 1, "body": "a very long answer", "language": "en", "updated_at": "2025-01-01"},
        {"id": 1, "body": "short", "language": "en", "updated_at": "2026-01-01"},
        {"id": 1, "body": "longer", "language": "en", "updated_at": "2026-01-01"},
        {"id": 1, "body": "banana", "language": "en", "updated_at": "2026-01-01"},
    ]
    for order in (rows, rows[::-1]):
        read = _read(order)
        assert [article.body for article in read.articles] == ["banana"]
        assert len(read.rejects) == 3
        assert all("same id and other content" in reason for reason in read.rejects["reason"])


def test_translations_of_one_id_get_their_language_behind_it() -> None:
    rows = [{"id": 1, "title": "a", "language": "en"}, {"id": 1, "title": "b", "language": "sv"},
            {"id": 2, "title": "c", "language": "sv"}]  # fmt: skip
    read = _read(rows, IngestSettings(max_reject_share=0))
    assert [article.article_id for article in read.articles] == ["1:en", "1:sv", "2"]


def test_drafts_do_not_count_as_refused(tmp_path: Path) -> None:
    entry = {"title": "a", "description": "b", "folder_id": 1}
    entries = [{"id": 1, "status": 2, **entry}, *({"id": n, "status": 1, **entry} for n in range(2, 9))]
    (tmp_path / "a.json").write_text(json.dumps(entries), encoding="utf-8")
    assert len(read_articles(tmp_path / "a.json", IngestSettings(max_reject_share=0)).articles) == 1
    with pytest.raises(TooManyRejects):
        _read([{"id": 1, "title": "a"}, {"id": 2}, {"id": 3}], IngestSettings(max_reject_share=0.5))


def test_a_dangerous_address_is_no_address() -> None:
    assert _read([{"id": 1, "title": "a", "url": "javascript:alert(1)"}]).articles[0].url == ""


ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from(["1", "2", "10", "", "a"]),
            "title": st.sampled_from(["How do I pay?", "Pay", "", "?"]),
            "body": st.sampled_from(["By card.", "<p>By card.</p>", "", "- a\n- b"]),
            "language": st.sampled_from(["en", "sv", ""]),
            "updated_at": st.sampled_from(["2026-01-01", "1.2.2026", ""]),
        }
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_shuffling_rows_changes_nothing_and_no_row_is_lost(rows: list[dict[str, Any]], random: Any) -> None:
    rows = [*rows, {"id": "sure", "title": "Sure", "body": "", "language": "en", "updated_at": ""}]
    shuffled = list(rows)
    random.shuffle(shuffled)
    one, other = _read(rows), _read(shuffled)
    assert one.articles == other.articles
    assert one.checksum == other.checksum
    assert sorted(one.rejects["reason"]) == sorted(other.rejects["reason"])
    assert one.n_read == len(rows) == len(one.articles) + len(one.rejects)
    ids = [article.article_id for article in one.articles]
    assert ids == sorted(set(ids))


def test_limits_of_labels_hold() -> None:
    (article,) = _read(
        [{"id": 1, "title": "a", "category": "x" * 9_000, "url": "https://e.org/" + "x" * 9_000}]
    ).articles
    assert len(article.category) == limits.MAX_LABEL_CHARACTERS
    assert article.url == ""

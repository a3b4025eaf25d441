"""Files as people's systems write them, and what a user would rightly expect of each.

All data are invented. What several cases share lies in ``field_cases/61-logs-baseline``.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from faqeval.config import IngestSettings, load_settings
from faqeval.errors import FaqevalError
from faqeval.ingest import (
    ArticlesRead,
    QueriesRead,
    read_articles,
    read_contacts,
    read_draft,
    read_queries,
    read_visits,
)
from faqeval.ingest.engines import Engine
from faqeval.records import LogRead

from .log_factory import KEY, rows_of

CASES: Final = Path(__file__).resolve().parent / "field_cases"
FIRST_CONTACT: Final = 1790932740  # 2026-10-02T09:19:00Z


def _path(case: str, name: str) -> Path:
    (folder,) = CASES.glob(f"{case}-*")
    return folder / name if (folder / name).exists() else CASES / "61-logs-baseline" / name


def _settings(case: str, config: str) -> IngestSettings:
    return load_settings(_path(case, config)).ingest if config else IngestSettings()


def _articles(case: str, name: str, config: str = "") -> ArticlesRead:
    return read_articles(_path(case, name), _settings(case, config))


def _queries(case: str, name: str = "queries.csv", config: str = "") -> QueriesRead:
    return read_queries(_path(case, name), _settings(case, config), languages=("en",), prior={"en": 1.0})


def _counts(read: QueriesRead) -> dict[str, int]:
    return dict(zip(read.queries.table["text"], read.queries.table["count"], strict=True))


def _contacts(case: str, engine: Engine, name: str = "contacts.csv", config: str = "") -> LogRead:
    articles = read_articles(_path(case, "articles.csv"), IngestSettings()).articles
    return read_contacts(_path(case, name), _settings(case, config), engine, articles, KEY, prior={"en": 1.0})


def _visits(case: str, engine: Engine, name: str = "visits.csv") -> LogRead:
    articles = read_articles(_path(case, "articles.csv"), IngestSettings()).articles
    return read_visits(_path(case, name), IngestSettings(), engine, articles, KEY, prior={"en": 1.0})


@pytest.mark.parametrize(
    ("case", "name", "ids"),
    [
        ("01", "articles.json", 3),
        ("03", "articles.json", 2),
        ("04", "articles.json", {"3600000000005:en", "3600000000005:sv", "3600000000002"}),
        ("05", "articles.json", {"6871119:en", "6871119:sv", "6871120"}),
        ("06", "articles.json", {"18000063600"}),
        ("07", "articles.json", {"101", "102", "201"}),
        ("08", "articles.xml", {"KB0010001"}),
        ("10", "articles.json", {"KB0010001"}),
        ("11", "articles.json", {"65601"}),
        ("13", "articles.json", {"e1", "e2"}),
        ("14", "articles.xml", {"11", "12"}),
        ("15", "articles.json", {"21", "23"}),
        ("17", "articles.json", 1),
        ("18", "faq.html", 2),
        ("20", "faq.html", 2),
        ("22", "faq.html", 2),
        ("23", "faq.html", 2),
        ("25", "faq.html", 2),
        ("26", "faq.html", 1),
        ("27", "faq.html", 2),
        ("28", "faq.json", 2),
        ("30", "articles.csv", 2),
        ("31", "faq.csv", {"how-do-i-pay", "where-is-my-parcel", "how-do-i-return-an-item"}),
        ("33", "articles.csv", {"360000000001"}),
        ("37", "articles.csv", 2),
        ("38", "docs", {"pay", "faq/parcel"}),
        ("40", "articles.zip", 6),
        ("40", "articles.csv.gz", 6),
        ("50", "faq.xlsx", 2),
        ("78", "faq.html", 2),
        ("80", "groups.json", 3),
        ("80", "keyed.json", {"pay", "track"}),
        ("81", "articles.csv", {"1:en", "1:sv", "2"}),
        ("82", "articles.json", 2),
        ("98", "articles.json", {"360000000001", "360000000002"}),
    ],
)
def test_articles_are_those_that_readers_see(case: str, name: str, ids: int | set[str]) -> None:
    found = {article.article_id for article in _articles(case, name).articles}
    assert found == ids or len(found) == ids


@pytest.mark.parametrize(
    ("case", "name", "words", "no_words"),
    [
        ("10", "articles.json", ["Choose Forgot password."], ["Old"]),
        ("11", "articles.json", ["What if my parcel is late?", "Opening hours", "SENT", "Return an item", "how to pay"],
         ["#ccc", "Green"]),
        ("13", "articles.json", ["Delivery takes two to five days."], []),
        ("14", "articles.xml", ["Kan jag betala med kort?"], ["vc_"]),
        ("18", "faq.html", ["Choose Pay & confirm.", "Use the tracking number."], []),
        ("25", "faq.html", ["Use the tracking number.\nOr call us."], []),
        ("35", "articles.csv", ['Choose "Pay", then confirm.', 'Use the "tracking" number.'], ["\\"]),
        ("90", "articles.csv", ["Actual size"], ["cannot print"]),
    ],
)  # fmt: skip
def test_the_text_is_what_readers_see(case: str, name: str, words: list[str], no_words: list[str]) -> None:
    text = "\n".join(article.body for article in _articles(case, name).articles)
    assert [word for word in words if word not in text] == []
    assert [word for word in no_words if word in text] == []


def test_inner_fields_are_read_as_mapped() -> None:
    (article,) = _articles("16", "articles.json", "faqeval.toml").articles
    assert (article.title, article.body) == ("Where is my parcel?", "Use the tracking number.")


@pytest.mark.parametrize("name", ["page.md", "plain.md"])
def test_a_draft_is_its_title_and_answer(name: str) -> None:
    draft = read_draft(_path("39", name), IngestSettings())
    assert draft.title == "How do I pay?"
    assert "slug" not in draft.body
    assert "sidebar" not in draft.body


def _read_one(kind: str) -> Callable[[str, str], Any]:
    return _articles if kind == "articles" else _queries


@pytest.mark.parametrize(
    ("case", "kind", "name", "words"),
    [
        ("34", "articles", "articles.csv", "rounded"),
        ("40", "queries", "Performance.zip", "a zip of"),
        ("51", "queries", "queries.xls", "a table in HTML"),
        ("53", "queries", "queries.csv", "UTF-16"),
        ("58", "queries", "queries.txt", "names of columns on line 1"),
        ("94", "articles", "faq.docx", "a Word document"),
        ("94", "articles", "faq.ods", "an OpenDocument"),
        ("94", "articles", "faq.mhtml", "a web archive"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(case: str, kind: str, name: str, words: str) -> None:
    read = _read_one(kind)
    with pytest.raises(FaqevalError, match=words):
        read(case, name)


@pytest.mark.parametrize(
    ("case", "name", "config", "counts"),
    [
        ("42", "queries.csv", "", {"reset password": 1204, "pay invoice": 1010, "track my parcel": 640}),
        ("44", "queries.csv", "", {"reset password": 1204, "pay invoice": 1010}),
        ("46", "queries.csv", "", {"reset password": 15000}),
        ("46", "queries.csv", "map/faqeval.toml", {"reset password": 15000}),
        ("47", "queries.csv", "faqeval.toml", {"reset password": 15000, "pay invoice": 4500, "track my parcel": 1300}),
        ("48", "queries.xlsx", "", {}),
        ("52", "queries.tsv", "", {"reset password": 140, "pay invoice": 90, "track my parcel": 61}),
        ("52", "queries.tsv", "mapped/faqeval.toml", {"reset password": 140}),
        ("55", "queries.json", "", {}),
        ("55", "dump.jsonl", "", {}),
        ("56", "queries.csv", "", {"reset password": 1204, "pay invoice": 700, "track my parcel": 546}),
        ("59", "queries.csv", "", {"reset password": 5, "“pay” invoice": 1, "track my parcel": 2}),
        ("88", "queries.csv", "", {"reset password": 12, "pay invoice": 7, "track my parcel": 14}),
        ("89", "queries.csv", "", {"reset my password": 4, "pay my invoice": 4, "where is my parcel": 4}),
        ("95", "queries.xlsx", "", {}),
    ],
)
def test_queries_keep_their_counts(case: str, name: str, config: str, counts: dict[str, int]) -> None:
    found = _counts(_queries(case, name, config))
    assert {text: found.get(text) for text in counts} == counts
    if case not in ("42", "44"):
        assert len(found) == (4 if case == "95" else 3)


def test_what_is_counted_in_a_workbook_is_read() -> None:
    read = _queries("95", "queries.xlsx")
    assert {1204, 310, 5} <= set(read.queries.table["count"])


def test_tickets_are_read_by_their_description() -> None:
    assert "How do I reset my password?" in _counts(_queries("60", "queries.json", "faqeval.toml"))


@pytest.mark.parametrize("case", ["61", "64", "67", "68", "69", "72", "84", "85", "87", "93", "99", "101"])
def test_all_contacts_are_read_at_their_moments(case: str, duck: Engine) -> None:
    read = _contacts(case, duck, config="faqeval.toml" if case == "84" else "")
    rows = rows_of(read, ("at_s",)) if case in ("61", "67") else read.frame.collect().to_arrow().to_pylist()
    assert read.n_used == 24
    first = min(row["at_s"] for row in rows)
    assert (first - FIRST_CONTACT) % 3_600 == 0  # a zone may be hours away
    assert abs(first - FIRST_CONTACT) <= 86_400


@pytest.mark.parametrize("case", ["68", "85"])
def test_a_map_for_one_column_does_not_lose_the_others(case: str, duck: Engine) -> None:
    assert _contacts(case, duck, config="map/faqeval.toml").n_used == 24


def test_american_dates_are_read_as_october(duck: Engine) -> None:
    moments = [row["at_s"] for row in rows_of(_contacts("66", duck))]
    assert min(moments) == FIRST_CONTACT
    assert max(moments) - min(moments) < 31 * 86_400


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.glob("97-*/c_*.csv")))
def test_moments_of_every_browser_are_the_same(name: str, duck: Engine) -> None:
    assert min(row["at_s"] for row in rows_of(_contacts("97", duck, name))) == FIRST_CONTACT


def test_durations_of_call_centres_and_of_semicolon_sheets_are_seconds(duck: Engine) -> None:
    def durations(case: str) -> set[float]:
        return set(_contacts(case, duck).frame.collect().to_pandas()["duration_s"])

    assert durations("72") == {323.0, 60.0}
    assert durations("87") == {1234.0}
    rows = _contacts("87", duck).frame.collect().to_pandas()
    assert set(rows["transfers"]) == {1}
    assert set(rows["ces"]) == {5}


def test_reasons_are_what_was_described(duck: Engine) -> None:
    assert "how to pay the invoice" in set(_contacts("69", duck).texts.table["text"])


@pytest.mark.parametrize(("case", "n_used"), [("63", 72), ("73", 72), ("77", 72), ("91", 72)])
def test_events_of_visits_are_used(case: str, n_used: int, duck: Engine) -> None:
    assert _visits(case, duck).n_used == n_used


def test_pings_stop_no_run(duck: Engine) -> None:
    read = _visits("76", duck)
    assert read.n_used > 0
    assert any("events of other kinds were passed over" in note for note in read.notes)


def test_parquet_and_csv_hold_the_same_moments(duck: Engine) -> None:
    small, columnar = (
        sorted(row["at_s"] for row in _visits("77", duck, name).frame.collect().to_arrow().to_pylist())
        for name in ("visits.csv", "visits.parquet")
    )
    assert small == columnar


def test_addresses_with_other_words_name_their_articles(duck: Engine) -> None:
    rows = _visits("91", duck).frame.collect().to_pandas()
    assert (rows["article"] >= 0).sum() == 24


@pytest.mark.parametrize(
    ("case", "read", "name", "words"),
    [("70", _contacts, "contacts.json", "Attributes"), ("75", _visits, "visits.json", "event_params")],
)
def test_columns_that_lie_inside_others_are_named(
    case: str, read: Callable[..., LogRead], name: str, words: str, duck: Engine
) -> None:
    with pytest.raises(FaqevalError, match=words):
        read(case, duck, name)


def test_every_case_has_a_test() -> None:
    text = Path(__file__).read_text(encoding="utf-8")
    numbers = {folder.name.partition("-")[0] for folder in CASES.iterdir()}
    assert [number for number in sorted(numbers) if f'"{number}"' not in text and f'"{number}-' not in text] == []

"""Keys that meet in several forms: addresses with any words, encoded searches, ids that a spreadsheet rounded."""

from typing import Any

import pandas as pd
import pytest

from faqeval.config import IngestSettings
from faqeval.errors import FileUnreadable
from faqeval.ingest import read_articles, read_queries, read_visits
from faqeval.ingest.engines import Engine
from faqeval.records import Article
from tests.factories import article
from tests.ingest.log_factory import KEY, SETTINGS, column, contact, contacts, event

_SITE = "https://acme.zendesk.com/hc/en-us/articles"


def _places(urls: list[str], articles: tuple[Article, ...], engine: Engine) -> tuple[list[int], tuple[str, ...]]:
    rows = pd.DataFrame([event(f"s{n}", f"09:0{n}:00", "view", url=url) for n, url in enumerate(urls)])
    read = read_visits(rows, SETTINGS, engine, articles, KEY, prior={"en": 1.0})
    return column(read, "article"), read.notes


@pytest.mark.parametrize("has_urls", [True, False])
def test_an_address_means_the_article_of_its_number(has_urls: bool, duck: Engine) -> None:
    articles = tuple(
        article(str(number), "Title", "Text.", url=f"{_SITE}/{number}-How-do-I" if has_urls else "")
        for number in (360001, 360002)
    )
    urls = [
        "https://help.acme.test/hc/sv/articles/360001-Svensk-titel?source=search",
        "/hc/en-us/articles/360002",
        "https://help.acme.test/hc/fi/articles/360002-x/",
        "https://help.acme.test/hc/sv/articles/999999-Borta",
        "https://www.acme.test/shop/360001",
    ]
    places, notes = _places(urls, articles, duck)
    assert places == [0, 1, 1, -1, -1]
    assert notes == ("visits table: 1 events name an article that the FAQ does not have",)


def test_of_translations_the_address_says_which(duck: Engine) -> None:
    articles = tuple(article(f"17:{code}", "T", "Text.", language=code) for code in ("en", "nb", "sv"))
    urls = [f"https://x.test/hc/{code}/articles/17-any" for code in ("sv", "no", "en-us", "fi")]
    assert _places(urls, articles, duck)[0] == [2, 1, 0, -1]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        (["reset+password", "pay%20invoice"], ["reset password", "pay invoice"]),
        (["f%C3%B6rlorat+kort"], ["förlorat kort"]),
        (["lost+card", "pay+bill"], ["lost card", "pay bill"]),
        (["a+", "pay bill"], ["a+", "pay bill"]),
        (["100% bonus", "c++"], ["100% bonus", "c++"]),
        (["reset%20password", "pay bill"], ["reset password", "pay bill"]),
    ],
)
def test_searches_from_addresses_are_read_as_typed(written: list[str], typed: list[str]) -> None:
    frame: Any = pd.DataFrame({"text": written})
    read = read_queries(frame, IngestSettings(), languages=("en",), prior={"en": 1.0})
    assert sorted(read.queries.table["text"]) == sorted(typed)


@pytest.mark.parametrize("rounded", ["3.60E+12", "3,6E+12", "4E+09"])
def test_rounded_ids_of_articles_stop_the_run(rounded: str) -> None:
    with pytest.raises(FileUnreadable, match=r"9\.99E") as error:
        read_articles(pd.DataFrame({"id": [rounded, "a"], "title": ["Pay", "Track"]}), IngestSettings())
    assert rounded not in str(error.value)


def test_rounded_ids_of_customers_are_nobody_and_named(duck: Engine) -> None:
    read = contacts([contact(one, f"09:0{n}:00") for n, one in enumerate(("3.60E+12", "3.60E+12", "c7"))], duck)
    assert [customer is None for customer in column(read, "customer")] == [True, True, False]
    assert any("rounded by a spreadsheet" in note for note in read.notes)

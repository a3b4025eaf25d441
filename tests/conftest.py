"""Fixtures that several rooms share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from faqeval.config import JourneySettings
from faqeval.ingest.engines import Engine, open_engine

_PIN = "Your PIN code stands in the letter that came with your SIM card. You can also see it in the app under Security."
_BILL = "You pay the bill by card, by bank transfer or by direct debit. Open the app and choose Pay bill."
_DATA = "The volume allowance of your tariff is shown in the overview. The volume allowance renews every month."
_ABROAD = "Calls and texts abroad cost the same as at home in the EU. Turn on roaming in the settings of your phone."
ARTICLES = f"""id,title,body,language
pin,I forgot my PIN code,"{_PIN}",en
bill,How do I pay my bill?,"{_BILL}",en
data,Volume allowance,"{_DATA}",en
roaming,Use your phone abroad,"{_ABROAD}",en
"""
QUERIES = """id,text,language,channel,count
1,forgot pin,en,search,12
2,what is my pin code,en,chat,2
3,pay bill by card,en,search,9
4,how can i pay my bill,en,chat,3
5,phone abroad,en,search,7
6,does my phone work abroad in spain,en,chat,1
7,hello,en,chat,4
8,opening hours of the shop,en,search,5
"""


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is remembered of models and articles out of the user's own folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def small_faq(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return paths of a small FAQ and of what its customers wrote."""
    folder = tmp_path_factory.mktemp("faq")
    articles, queries = folder / "articles.csv", folder / "queries.csv"
    articles.write_text(ARTICLES, encoding="utf-8")
    queries.write_text(QUERIES, encoding="utf-8")
    return articles, queries


@pytest.fixture(scope="session")
def duck() -> Iterator[Engine]:
    """Return DuckDB, started once."""
    engine = open_engine(JourneySettings())
    yield engine
    engine.close()


@pytest.fixture(scope="session")
def spark_engine() -> Iterator[Engine]:
    """Return a local Spark, started once."""
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("no Java here")
    engine = open_engine(JourneySettings(engine="spark"))
    yield engine
    engine.close()

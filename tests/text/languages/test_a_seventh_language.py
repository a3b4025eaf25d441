"""A language is one file: Finnish, as CONTRIBUTING.md adds it, is evaluated from end to end."""

import json
from pathlib import Path

import pandas as pd
import pytest

from tests.worked_examples import copy_with_examples

ARTICLES = (
    ("salasana", "Unohtunut salasana", "Klikkaa Unohdin salasanan. Saat sähköpostiin linkin, josta valitset uuden."),
    ("lasku", "Laskun maksaminen", "Maksa lasku verkkopankissa tai kortilla. Eräpäivä näkyy laskussa."),
    ("toimitus", "Toimitusaika", "Paketti tulee kahdesta viiteen arkipäivässä. Soita asiakaspalveluun, jos se viipyy."),
    ("palautus", "Tuotteen palauttaminen", "Voit palauttaa tuotteen 14 päivän kuluessa. Palautus on maksuton."),
)
QUERIES = (
    ("unohdin salasanan", "salasana"),
    ("salasana unohtui", "salasana"),
    ("miten maksan laskun", "lasku"),
    ("milloin paketti tulee", "toimitus"),
    ("haluan palauttaa tuotteen", "palautus"),
    ("nimeni on Matti Virtanen, soita 040 123 4567, asun Kauppakatu 5", ""),
    ("asiakasnumero 778899 ja tilaus 5544332", ""),
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = copy_with_examples(tmp_path_factory.mktemp("seventh"))
    pd.DataFrame(ARTICLES, columns=["id", "title", "body"]).to_csv(copy.folder / "articles.csv", index=False)
    pd.DataFrame({"text": [text for text, _ in QUERIES], "count": 9}).to_csv(copy.folder / "queries.csv", index=False)
    copy.run("faqeval", "evaluate", "articles.csv", "queries.csv", "--out", "report", "--quiet")
    return copy.folder / "report"


def test_its_articles_and_questions_are_known_by_their_language(report: Path) -> None:
    assert set(pd.read_csv(report / "articles.csv")["language"]) == {"fi"}
    assert set(pd.read_csv(report / "queries.csv")["language"]) == {"fi"}


def test_questions_find_their_articles(report: Path) -> None:
    found = pd.read_csv(report / "queries.csv", keep_default_na=False)
    article_of = dict(zip(found["text"], found["article_id"], strict=True))
    asked = {text: right for text, right in QUERIES if right}
    assert {text: article_of[text] for text in asked} == asked


def test_personal_data_is_masked_after_its_cues_and_by_its_numbers_and_streets(report: Path) -> None:
    text = (report / "queries.csv").read_text(encoding="utf-8")
    assert "Virtanen" not in text
    assert "123 4567" not in text
    assert "Kauppakatu" not in text
    assert "778899" not in text
    assert "5544332" not in text


def test_what_it_does_not_bring_is_left_out_and_not_guessed(report: Path) -> None:
    articles = pd.read_csv(report / "articles.csv")
    assert articles["understandability"].isna().all()
    figures = json.loads((report / "summary.json").read_text(encoding="utf-8"))["figures"]
    assert figures["understandability"]["value"] is None

"""Odd input through the whole chain: a report comes out, its figures are numbers, its notes say what was done."""

import math

import pandas as pd
import pytest

import faqeval

ARTICLES = pd.DataFrame(
    [
        ("pay", "Hur betalar jag min faktura?", "Logga in och välj Fakturor. Du kan betala med kort."),
        ("copy", "Hur betalar jag min faktura?", "Logga in och välj Fakturor. Du kan betala med kort."),
        ("title", "Glömt lösenord", ""),
        ("body", "", "Anmäl din flytt minst tre veckor innan du flyttar ditt bredband."),
        ("stop", "Hur och när", "Det är så här och inte där."),
        ("odd", "Fak\x00tura\u202e 😀", "Betala bygger på שלום och text. " + "x" * 5_000),
    ],
    columns=["id", "title", "body"],
).assign(language="sv")
TEXTS = ["betala faktura"] * 1_000 + [
    "",
    "x",
    "😀🎉",
    "ab\x00cd",
    "שלום עולם",
    "xq" * 10_000,
    "Hej, jag undrar över min faktura. " * 1_700,
    "glömt lössenord",
    "betala faktura pay the invoice",
]


def _evaluate(languages, **settings):
    queries = pd.DataFrame({"text": TEXTS, "language": languages})
    return faqeval.evaluate(ARTICLES, queries, settings=faqeval.Settings.model_validate({"match": settings}))


@pytest.mark.parametrize("articles", [ARTICLES, ARTICLES[:1]], ids=["odd articles", "one article"])
def test_odd_input_gives_a_whole_report(articles, tmp_path):
    result = faqeval.evaluate(articles, pd.DataFrame({"text": TEXTS, "language": "sv"}))
    result.write(tmp_path / "report")
    values = [figure["value"] for figure in result.summary["figures"].values() if figure["value"] is not None]
    assert values
    assert all(math.isfinite(value) for value in values)
    assert result.queries["answer_probability"].between(0, 1).all()
    assert int(result.queries.loc[result.queries["text"] == "betala faktura", "count"].iloc[0]) == 1_000


def test_a_mistyped_query_finds_its_article_and_is_shown_as_the_customer_wrote_it():
    found = _evaluate("sv").queries.set_index("text")
    assert found.loc["glömt lössenord", "article_id"] == "title"


@pytest.mark.parametrize(
    ("cross_language", "says"), [("auto", "all articles are searched"), ("never", "no answer is given")]
)
def test_notes_say_what_happens_to_queries_in_a_language_without_articles(cross_language, says):
    result = _evaluate("da", cross_language=cross_language)
    (note,) = [note for note in result.evaluation.manifest["notes"] if "'da'" in note]
    assert says in note
    assert (result.queries["answer_probability"] > 0).any() == (cross_language == "auto")

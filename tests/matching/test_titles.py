"""A query that is a title asks for its article, in every log."""

import numpy as np
import pytest

from faqeval.config import MatchSettings
from faqeval.matching import match_site
from faqeval.matching.titles import TITLE_PROBABILITY
from faqeval.records import Article

from .faq import query_table

FAQ = tuple(
    Article.plain(f"a{number}", title, body, "da")
    for number, (title, body) in enumerate(
        (
            ("Rediger opfølgning", "Åbn aftalen og vælg Rediger. Ret tekst og tidspunkt, og gem."),
            ("Opret opfølgning", "Vælg Ny og derefter Opfølgning. Udfyld felterne, og gem."),
            ("Administrere mapper", "Her opretter, omdøber og sletter du mapper til dokumenter."),
            ("Slet", "Vælg det du vil slette, og tryk på papirkurven."),
            ("Arbejd med svarskabeloner", "En svarskabelon er en færdig tekst, som du indsætter i svaret."),
            ("Administrere mapper", "Den samme side for de gamle versioner, med andre knapper."),
        )
    )
)
HARD = [f"hvorfor driller nummer {number} altid når jeg er i byen" for number in range(60)]
LOGS = {
    "alone": [],
    "hard questions": HARD,
    "other titles": [article.title for article in FAQ[1:5]],
    "mixed": [*HARD, *(article.title for article in FAQ[1:5])],
}


def _first(text: str, others: list[str]) -> tuple[list[str], list[float], float]:
    found = match_site(FAQ, query_table(*((one, "da") for one in [text, *others])), MatchSettings(model="quick"))
    ids = [FAQ[place].article_id for place in found.rankings.places[0] if place >= 0]
    return ids, found.rankings.scores[0].tolist(), float(found.has_answer[0])


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize(
    "text",
    ["rediger opfølgning", "Rediger opfølgning!", "REDIGER  OPFØLGNING", "opfølgning rediger", "rediger opfølgningen"],
)
def test_a_title_is_answered_surely_in_every_log(text: str, log: str) -> None:
    ids, scores, has_answer = _first(text, LOGS[log])
    assert ids[0] == "a0"
    assert scores[0] >= TITLE_PROBABILITY - 1e-6
    assert has_answer >= TITLE_PROBABILITY - 1e-6


def test_a_title_with_one_slip_is_answered_too() -> None:
    ids, scores, _ = _first("arbejd med svarskabelonr", HARD)
    assert ids[0] == "a4"
    assert scores[0] >= TITLE_PROBABILITY - 1e-6


def test_two_articles_of_one_title_both_answer_it() -> None:
    ids, scores, _ = _first("administrere mapper", HARD)
    assert set(ids[:2]) == {"a2", "a5"}
    assert min(scores[:2]) >= TITLE_PROBABILITY - 1e-6


@pytest.mark.parametrize("text", ["slette mappe", "opfølgning", "slat", "rediger mapper", "hvor rediger opfølgning nu"])
def test_what_is_not_a_title_is_not_lifted(text: str) -> None:
    assert _first(text, HARD)[1][0] < TITLE_PROBABILITY


def test_rankings_stay_in_falling_order() -> None:
    queries = query_table(*((one, "da") for one in ["administrere mapper", "rediger opfølgning", *HARD]))
    scores = match_site(FAQ, queries, MatchSettings(model="quick")).rankings.scores
    assert (np.diff(scores, axis=1) <= 1e-7).all()

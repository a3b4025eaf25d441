"""Texts are cut into pieces that give the text again when joined."""

from hypothesis import given, settings
from hypothesis import strategies as st

from faqeval.report.page.marking import Fault, content_keys, mark_article, mark_query
from tests.factories import PAYLOADS

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(PAYLOADS)


@settings(deadline=None)  # the first word of a language loads its dictionary
@given(TEXTS, st.sampled_from(["en", "sv", "de", "fi"]))
def test_pieces_of_a_query_give_the_query(text: str, language: str) -> None:
    pieces = mark_query(text, language, [text], frozenset())
    assert "".join(piece.text for piece in pieces) == text


@settings(deadline=None)  # the first word of a language loads its dictionary
@given(TEXTS, st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=4))
def test_pieces_of_an_article_give_the_article(text: str, spans: list[tuple[int, int]]) -> None:
    faults = [
        Fault(number, min(a, b, len(text)), min(max(a, b), len(text))) for number, (a, b) in enumerate(spans, start=1)
    ]
    runs = mark_article(text, "en", content_keys([text], "en"), [text], faults)
    assert "".join(piece.text for run in runs for piece in run.pieces) == text


def test_words_of_a_query_are_marked_by_where_they_stand() -> None:
    title = content_keys(["Pay your bills"], "en")
    marks = {piece.text: piece.mark for piece in mark_query("How to pay the bill early", "en", ["early"], title)}
    assert (marks["pay"], marks["bill"], marks["early"]) == ("title_hit", "title_hit", "miss")
    assert not any(mark for text, mark in marks.items() if "How" in text)


def test_word_of_the_text_alone_is_a_plain_hit() -> None:
    (piece,) = mark_query("router", "en", [], frozenset())
    assert piece.mark == "hit"


def test_sentence_that_two_findings_point_at_carries_both_numbers() -> None:
    text = "One. Two."
    runs = mark_article(text, "en", frozenset(), [], [Fault(1, 0, 4), Fault(2, 0, 4)])
    assert [(run.is_fault, run.ends) for run in runs] == [(True, (1, 2)), (False, ())]

"""A body in passages: nothing is lost, nothing is long, and a short body stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faqeval.matching.passages import PASSAGE_WORDS, passages


@pytest.mark.parametrize("body", ["", " ", "\n", " \n\t\n "], ids=["empty", "blank", "line break", "blank lines"])
def test_a_body_without_words_is_one_empty_passage(body: str) -> None:
    assert passages(body) == ("",)


def test_a_body_of_just_one_passage_is_not_cut() -> None:
    body = " ".join(f"w{number}" for number in range(PASSAGE_WORDS))
    assert passages(body) == (body,)
    assert len(passages(body + " more")) == 2


def test_short_lines_are_gathered_while_they_fit_and_cut_between_lines_when_they_do_not() -> None:
    line = " ".join(["word"] * 40)
    assert [len(passage.split()) for passage in passages("\n".join([line] * 5))] == [80, 80, 40]


def test_a_line_longer_than_a_passage_is_cut_between_words_and_its_rest_goes_with_the_next_line() -> None:
    first = [f"a{number}" for number in range(PASSAGE_WORDS + 10)]
    found = passages(" ".join(first) + "\nb0 b1")
    assert found == (" ".join(first[:PASSAGE_WORDS]), " ".join([*first[PASSAGE_WORDS:], "b0", "b1"]))


def test_blank_lines_between_paragraphs_make_no_passage() -> None:
    long = " ".join(["word"] * 70)
    assert passages(f"\n\n{long}\n\n\n{long}\n") == (long, long)


@given(st.lists(st.integers(0, 250), max_size=12))
def test_all_words_stay_in_their_order_and_no_passage_is_too_long_or_empty(lengths: list[int]) -> None:
    words = iter(range(10_000))
    lines = [[f"w{next(words)}" for _ in range(length)] for length in lengths]
    found = passages("\n".join(" ".join(line) for line in lines))
    assert " ".join(found).split() == [word for line in lines for word in line]
    assert all(len(passage.split()) <= PASSAGE_WORDS for passage in found)
    assert found == ("",) or all(found)

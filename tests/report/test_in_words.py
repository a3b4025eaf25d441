"""What the terminal prints."""

from dataclasses import replace

from faqeval.records import Figure
from faqeval.report import summary_in_words
from tests.big_evaluation import big_evaluation
from tests.factories import tiny_evaluation


def test_summary_fits_a_terminal() -> None:
    for evaluation in (tiny_evaluation(), big_evaluation(60, 400)):
        lines = summary_in_words(evaluation).splitlines()
        assert len(lines) <= 30
        assert max(map(len, lines)) <= 100


def test_summary_says_the_sentence_the_scores_and_what_to_do() -> None:
    words = summary_in_words(tiny_evaluation())
    assert words.startswith("Of 40 questions from 1 to 22 October 2026, 4 in 10 find their answer")
    assert "Coverage            72" in words
    assert "1. Write “invoice” in “Why is my bill higher?”" in words
    assert "“can i use esim on my watch”  13 questions" in words
    assert "Not judged:" in words


def test_text_of_a_customer_cannot_steer_the_terminal() -> None:
    evaluation = tiny_evaluation()
    gap = replace(evaluation.gaps[1], need="\x1b[2Jred\x07\u202eevil")
    words = summary_in_words(replace(evaluation, gaps=(gap,)))
    assert "\x1b" not in words
    assert "\u202e" not in words


def test_line_that_helps_nobody_is_not_urgent() -> None:
    assert "Consider removing" not in summary_in_words(tiny_evaluation())


def test_figure_without_value_says_why() -> None:
    evaluation = tiny_evaluation()
    figures = {**evaluation.figures, "findability": Figure(None, None, None, 1, "too_few_queries")}
    assert "too few questions" in summary_in_words(replace(evaluation, figures=figures))

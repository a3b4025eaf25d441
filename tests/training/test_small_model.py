"""What the small transformer is taught with: each site once a round, and "none" in the words of real questions."""

from collections import Counter

import pytest
from faqeval_corpora.customers import CustomersArticle, customers_articles, off_topic

from training.small_model.lessons import SITES_PER_STEP, epoch
from training.small_model.pieces import make_tokenizer

TAUGHT = [one for one in customers_articles() if one.use == "teach"]


def test_a_round_has_every_site_once_and_steps_of_one_language() -> None:
    titles = Counter(title for lesson in epoch(TAUGHT, off_topic(), 0) for title in lesson.titles)
    of_language = {one.title: one.language for one in TAUGHT}
    sites = len({(one.language, one.domain) for one in TAUGHT})
    lessons = list(epoch(TAUGHT, off_topic(), 0))
    assert sites / SITES_PER_STEP <= len(lessons) < sites / SITES_PER_STEP + 6
    assert max(titles.values()) <= max(Counter(one.title for one in TAUGHT).values())
    for lesson in lessons:
        assert len({of_language[title] for title in lesson.titles}) <= 2  # two languages may share a title


def test_removed_articles_leave_questions_without_an_answer_and_no_question_has_a_wrong_one() -> None:
    answered: dict[str, set[str]] = {}
    for one in TAUGHT:
        for text in (*one.queries, *one.plain, one.course):
            answered.setdefault(text, set()).add(one.title)
    shares = []
    for lesson in epoch(TAUGHT, off_topic(), 1):
        none = [text for text, row in zip(lesson.questions, lesson.answers, strict=True) if row < 0]
        shares.append(sum(text in answered for text in none) / len(lesson.questions))
        for text, row in zip(lesson.questions, lesson.answers, strict=True):
            if row >= 0:
                assert lesson.titles[row] in answered[text]
    assert 0.05 < sum(shares) / len(shares) < 0.25


def test_the_same_number_gives_the_same_round_and_another_number_another() -> None:
    first, again, other = (list(epoch(TAUGHT, off_topic(), number)) for number in (3, 3, 4))
    assert first == again
    assert first != other


def test_what_is_measured_on_is_never_taught() -> None:
    measured = {text for one in customers_articles() if one.use != "teach" for text in (*one.queries, *one.near)}
    for lesson in epoch(TAUGHT, off_topic(), 0):
        assert not measured & set(lesson.questions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a b", ["▁a", "▁b"]), ("  a   b", ["▁a", "▁b"]), ("ab", ["▁ab"]), ("ﬁ", ["▁", "f", "i"])],
)
def test_texts_are_read_as_the_origin_reads_them(text: str, expected: list[str]) -> None:
    pieces = [("<s>", 0.0), ("<pad>", 0.0), ("</s>", 0.0), ("<unk>", 0.0)]
    pieces += [(piece, -1.0) for piece in ("▁", "▁a", "▁b", "▁ab", "f", "i")]
    assert make_tokenizer(pieces).encode(text, add_special_tokens=False).tokens == expected


def test_an_article_says_what_it_serves_for() -> None:
    assert {one.use for one in customers_articles()} == {"teach", "fit", "measure"}
    assert isinstance(TAUGHT[0], CustomersArticle)

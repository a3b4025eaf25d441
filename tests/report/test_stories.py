"""Examples of contacts: told in words, with relative times only."""

from dataclasses import replace

import pytest

from faqeval.records import Step, Story
from faqeval.report.page.stories import LONGEST, MAX_STEPS, StoryTold, told
from tests.journey_factory import STORY, texts, tiny_evaluation_with_contacts

EVALUATION = tiny_evaluation_with_contacts()


def in_a_line(story: StoryTold) -> str:
    return " → ".join(" ".join(filter(None, (one.when, one.what, one.quote))) for one in story.moments)


def test_story_is_told_in_order_with_its_end() -> None:
    assert in_a_line(told(STORY, EVALUATION)) == (
        "12 min before logged in → opened 2 pages → 11 min before searched invoice high → "
        "8 min before looked at Why is my bill higher? → 6 min before searched esim watch <script>alert(1)</script> → "
        "6 min later call: cust wants to know why invoice is up, had looked in help"
    )


def test_each_text_says_its_language() -> None:
    languages = {one.quote: one.language for one in told(STORY, EVALUATION).moments if one.quote}
    assert languages["invoice high"] == "en"
    swedish = Story("phone", -1, (Step("search", 2.0, 2, -1), Step("view", 1.0, -1, 2)))
    assert [one.language for one in told(swedish, EVALUATION).moments] == ["sv", "sv", ""]


@pytest.mark.parametrize(
    ("story", "said"),
    [
        pytest.param(Story("email", -1, ()), "e-mail", id="nothing before, no note"),
        pytest.param(Story("", -1, ()), "contact", id="channel not known"),
        pytest.param(
            Story("chat", 99, (Step("search", 0.3, -1, -1), Step("view", 0.2, -1, -1))),
            "under a minute before searched → looked at a page → under a minute later chat",
            id="texts that were not read",
        ),
        pytest.param(
            Story("phone", -1, (Step("click", 120.0, -1, 0), Step("logout", 118.0, -1, -1))),
            "2 h before clicked on Why is my bill higher? → logged out → 2 h later call",
            id="hours",
        ),
        pytest.param(
            Story("phone", -1, (Step("view", 5.0, -1, 0), Step("view", 4.0, -1, 0))),
            "5 min before looked at 2 times Why is my bill higher? → 5 min later call",
            id="twice in a row",
        ),
    ],
)
def test_what_is_not_known_is_left_out(story: Story, said: str) -> None:
    assert in_a_line(told(story, EVALUATION)) == said


def test_evaluation_without_texts_still_tells() -> None:
    assert in_a_line(told(STORY, replace(EVALUATION, reasons=None, searched=None))).endswith("6 min later call")


def test_long_stories_show_their_end_and_count_the_rest() -> None:
    steps = tuple(Step("search", 20.0 - n, n % 3, -1) for n in range(12))
    story = told(Story("phone", 0, steps), EVALUATION)
    assert len(story.moments) == MAX_STEPS + 1
    assert story.left_out == "after 4 earlier steps"


def test_long_texts_are_cut() -> None:
    evaluation = replace(EVALUATION, reasons=texts((("word " * 500, "en"),)))
    assert len(told(STORY, evaluation).moments[-1].quote) <= LONGEST

"""Finding: the answer does not come first."""

from collections.abc import Iterator, Sequence

from ....records import Text
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit
from ..preambles import preamble_of
from ..question_terms import question_terms, terms_of
from ..reading import Reading, Sentence

# Reasons: docs/method/understandability.md#answer-late
MIN_BODY_WORDS = 40  # a shorter answer is taken in at a glance
MIN_FIRST_WORDS = 12  # a shorter opening is a greeting or a lead-in, and costs the reader nothing
MIN_QUESTION_TERMS = 2
MIN_SHARED_LATER = 2  # terms of the question that a later block must hold for the answer to be there


def find_answer_late(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at a first paragraph that is a legal or background preamble, or shares no word with the question.

    The second only when a later block does hold the question's words, so that the answer really is there and late.
    Mended: the answer moved to the top.
    """
    blocks = _answer_blocks(reading)
    if len(blocks) < 2 or sum(len(s.words) for block in blocks for s in block) < MIN_BODY_WORDS:
        return
    first = blocks[0]
    if first[0].kind != "paragraph" or first[-1].text.endswith(":"):
        return  # the answer begins with its steps or list
    if sum(len(sentence.words) for sentence in first) < MIN_FIRST_WORDS:
        return
    preamble = preamble_of(first[0].text, reading.language)
    asked = question_terms(reading.title, customers.own_queries, reading.language)
    if preamble is None and not _begins_elsewhere(blocks, asked):
        return
    reason = "off_topic" if preamble is None else "preamble"
    yield Hit(
        first[0].text,
        first[0].block,
        words=() if preamble is None else (preamble,),
        values=(("reason", reason), ("n_words", sum(len(sentence.words) for sentence in first))),
        adds=Counts(n_answer_late=1),
        mends=Counts(n_answer_late=-1),
    )


def _begins_elsewhere(blocks: Sequence[Sequence[Sentence]], asked: frozenset[str]) -> bool:
    if len(asked) < MIN_QUESTION_TERMS or terms_of(blocks[0]) & asked:
        return False
    return any(len(terms_of(block) & asked) >= MIN_SHARED_LATER for block in blocks[1:])


def _answer_blocks(reading: Reading) -> list[list[Sentence]]:
    found: dict[int, list[Sentence]] = {}
    for sentence in reading.body:
        found.setdefault(sentence.block, []).append(sentence)
    return list(found.values())


FINDING = FindingSpec(
    id="answer_late",
    order=10,
    name="The answer comes late",
    meaning="The text opens with background, law or the company instead of the answer.",
    how_measured=(
        "The first sentence is one of the known openings, or the first paragraph has no word of the question while a "
        "later one does."
    ),
    what_to_do="Move the answer to the first line.",
    in_short="the answer comes late",
    says=Text(
        "finding.answer_late",
        "The answer does not come first. Move it to the top.",
        by="reason",
        forms={
            "preamble": "It opens with background instead of the answer. Move the answer to the top.",
            "off_topic": "The first paragraph has none of the question’s words. Move the answer to the top.",
        },
    ),
    find=find_answer_late,
)

"""Finding: instructions chained in a paragraph where a numbered list would let the reader follow."""

from collections.abc import Iterator, Sequence

from ....records import Text
from ....text import begins_with_instruction, language
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit
from ..reading import Reading, Sentence, Word

MIN_STEPS = 3
_BREAKS = frozenset(",;:>→")
_LOOKED_AT = 6  # words of a clause: openers, verb, and the word that tells a noun from a verb


def find_steps_in_prose(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at every paragraph with three or more instructions. Mended: a numbered list."""
    for block in dict.fromkeys(s.block for s in reading.body if s.kind == "paragraph"):
        sentences = [sentence for sentence in reading.sentences if sentence.block == block]
        steps = [(sentence, verb) for sentence in sentences for verb in instructions_in(sentence, reading.language)]
        if len(steps) >= MIN_STEPS:
            yield Hit(
                steps[0][0].text,
                block,
                words=tuple(verb.text for _, verb in steps),
                values=(("n_steps", len(steps)), ("verbs", tuple(verb.text for _, verb in steps))),
                adds=Counts(n_prose_steps=1),
                mends=Counts(n_prose_steps=-1),
            )


def instructions_in(sentence: Sentence, code: str) -> Iterator[Word]:
    """Yield the verb of every instruction: at the beginning of the sentence, after a comma or an "and"."""
    openers = language(code).instruction_openers
    for position in _openings(sentence.words, code):
        clause = sentence.words[position : position + _LOOKED_AT]
        if begins_with_instruction(" ".join(word.text for word in clause), code):
            yield next((word for word in clause if word.lower not in openers), clause[0])


def _openings(words: Sequence[Word], code: str) -> Iterator[int]:
    """Positions at which a clause may open. Of joining words in a row ("and then") only the last one opens one."""
    joins = language(code).joining_words
    for position, word in enumerate(words):
        opens = word.is_first or bool(_BREAKS & set(word.before)) or words[position - 1].lower in joins
        if opens and word.lower not in joins:
            yield position


FINDING = FindingSpec(
    id="steps_in_prose",
    order=20,
    name="Steps in a paragraph",
    meaning="Several instructions chained in running text.",
    how_measured="Three or more instructions in one paragraph.",
    what_to_do="Make it a numbered list, one step per line.",
    in_short="steps hidden in a paragraph",
    says=Text(
        "finding.steps_in_prose",
        "%(n_steps)s steps in one paragraph (%(verbs)s). Make it a numbered list.",
    ),
    find=find_steps_in_prose,
)

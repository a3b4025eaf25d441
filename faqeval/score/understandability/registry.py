"""All findings, one line each. A new one is a new file and a line here."""

from typing import Final

from . import (
    answer_late,
    company_word,
    double_negation,
    long_sentence,
    long_word,
    nominalisation,
    official_word,
    passive,
    rare_word,
    steps_in_prose,
    too_long,
)
from .hit import Finder

# kind -> finder, in the order in which findings of equal weight and place are shown
FINDERS: Final[dict[str, Finder]] = {
    answer_late.KIND: answer_late.find_answer_late,
    steps_in_prose.KIND: steps_in_prose.find_steps_in_prose,
    long_sentence.KIND: long_sentence.find_long_sentences,
    official_word.KIND: official_word.find_official_words,
    company_word.KIND: company_word.find_company_words,
    rare_word.KIND: rare_word.find_rare_words,
    long_word.KIND: long_word.find_long_words,
    passive.KIND: passive.find_passives,
    double_negation.KIND: double_negation.find_double_negations,
    nominalisation.KIND: nominalisation.find_nominalisations,
    too_long.KIND: too_long.find_too_long,
}

"""Finding: a word that few readers meet, and that customers do not use either."""

from collections.abc import Iterator

from ....records import Text
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..occurrences import gather
from ..official_phrases import is_official_word
from ..reading import Reading, Word
from ..word_facts import UNKNOWN_IN_SMALL_LIST, has_small_list

RARE = 2.5  # zipf: three in ten million words
PLAIN = 4.0  # zipf of the word an editor would put in its place
_MIN_LETTERS = 4


def find_rare_words(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at rare words. Mended: an everyday word in its place.

    A word is left out when customers use it or every part of it, when it is a name, or when it is an official word,
    which has its own finding. Where the word list is small (Danish) a word is only known to be outside the 29,000
    commonest: ``certainty`` is low.
    """
    language = reading.language
    is_small = has_small_list(language)

    def is_rare(word: Word) -> bool:
        facts = word.facts
        rare = facts.familiarity <= UNKNOWN_IN_SMALL_LIST if is_small else facts.familiarity < RARE
        return (
            facts.is_word
            and rare
            and facts.n_letters >= _MIN_LETTERS
            and not word.is_name
            and not facts.is_stopword
            and not _customers_say(word, customers)
            and not is_official_word(word, language)
        )

    for found in gather(reading.sentences, is_rare):
        facts = found.word.facts
        yield Hit(
            *at(found.sentence),
            words=(found.word.text,),
            values=(
                ("word", found.word.text),
                ("parts", facts.parts),
                ("n_found", found.n_found),
                ("certainty", "low" if is_small else "high"),
            ),
            mends=Counts(familiarity=PLAIN - facts.familiarity).times(found.n_body),
        )


def _customers_say(word: Word, customers: CustomerTerms) -> bool:
    whole, *parts = word.facts.keys
    return whole in customers.all_terms or (bool(parts) and all(part in customers.all_terms for part in parts))


FINDING = FindingSpec(
    id="rare_word",
    order=60,
    name="Rare word",
    meaning="A word that few people meet, and that customers do not use either.",
    how_measured=(
        "How often the word occurs in large collections of text. Danish lists are small, so Danish is less sure."
    ),
    what_to_do="Use an everyday word, or explain it.",
    in_short="rare words",
    says=Text(
        "finding.rare_word",
        "“%(word)s” is a rare word. Use an everyday one. The text has it %(n_found)s times.",
        by="n_found",
        forms={
            "1": "“%(word)s” is a rare word. Use an everyday one.",
        },
    ),
    find=find_rare_words,
)

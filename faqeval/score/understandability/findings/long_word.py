"""Finding: a word that is long to read, shown with the parts it is made of."""

from collections.abc import Iterator

from ....records import Text
from ....text import zipf
from ..counts import LONG_LETTERS, POLYSYLLABIC, Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..norms import norms
from ..occurrences import Occurrences, gather
from ..reading import Reading, Word

EVERYDAY = 3.5  # zipf from which the whole word, not its parts, is met so often that its length stops nobody
_MENDED_SYLLABLES = 2


def find_long_words(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at words above the language's limit that are not everyday words. Mended: a short word in its place."""
    limit = norms(reading.language).long_word_letters

    def is_long(word: Word) -> bool:
        facts = word.facts
        if not facts.is_word or facts.n_letters <= limit or word.is_name:
            return False
        return zipf(word.lower, reading.language) < EVERYDAY

    for found in gather(reading.sentences, is_long):
        facts = found.word.facts
        yield Hit(
            *at(found.sentence),
            words=(found.word.text,),
            values=(
                ("word", found.word.text),
                ("parts", facts.parts),
                ("n_letters", facts.n_letters),
                ("n_found", found.n_found),
            ),
            mends=_shorter(found),
        )


def _shorter(found: Occurrences) -> Counts:
    facts = found.word.facts
    return Counts(
        n_long=-1 if facts.n_letters > LONG_LETTERS else 0,
        n_syllables=min(0, _MENDED_SYLLABLES - facts.n_syllables),
        n_polysyllabic=-1 if facts.n_syllables >= POLYSYLLABIC else 0,
    ).times(found.n_counted)


FINDING = FindingSpec(
    id="long_word",
    order=70,
    name="Long word",
    meaning="A long word that is not an everyday one.",
    how_measured="Letters per word, against a limit for each language; words that people meet often are left out.",
    what_to_do="Use a shorter word, or split it into its parts.",
    in_short="long words",
    says=Text(
        "finding.long_word",
        "“%(word)s” has %(n_letters)s letters (%(parts)s). Use a shorter word.",
        by="parts",
        forms={
            "0": "“%(word)s” has %(n_letters)s letters. Use a shorter word.",
            "1": "“%(word)s” has %(n_letters)s letters. Use a shorter word.",
        },
    ),
    find=find_long_words,
)

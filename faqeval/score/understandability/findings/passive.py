"""Finding: a passive, which leaves out who does what."""

from collections.abc import Iterator

from ....records import Text
from ....text import passive_words
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..reading import Reading


def find_passives(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at every passive of the answer. Mended: a sentence that says who does it."""
    for sentence in reading.body:
        for words in passive_words(sentence.text, reading.language):
            yield Hit(
                *at(sentence),
                words=words,
                values=(("words", " … ".join(words)),),
                adds=Counts(n_passives=1),
                mends=Counts(n_passives=-1),
            )


FINDING = FindingSpec(
    id="passive",
    order=80,
    name="Passive",
    meaning="A sentence that leaves out who acts.",
    how_measured="Auxiliary and participle, or the Nordic -s, by the rules of each language.",
    what_to_do="Say who does it: “we send”, “you choose”.",
    in_short="sentences that do not say who acts",
    says=Text(
        "finding.passive",
        "It does not say who acts (%(words)s). Say who does it.",
    ),
    find=find_passives,
)

"""Finding: a text that says in nouns what verbs say more easily."""

from collections.abc import Iterator

from ....records import Text
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..nominalisation import nominal_nouns
from ..norms import norms
from ..reading import Reading

_MIN_NOUNS = 4


def find_nominalisations(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at the sentence with most nouns made from verbs when the whole answer has unusually many.

    One finding for the text, never one per word: endings alone also catch ordinary things.
    """
    found = [(sentence, nominal_nouns(sentence, reading.language)) for sentence in reading.body]
    n_words = sum(len(sentence.words) for sentence, _ in found)
    n_nouns = sum(len(nouns) for _, nouns in found)
    usual = norms(reading.language).nominal_share
    excess = n_nouns - usual * n_words
    if n_nouns < _MIN_NOUNS or excess <= 0:
        return
    sentence, nouns = max(found, key=lambda pair: len(pair[1]))
    distinct = tuple(dict.fromkeys(word.text for _, words in found for word in words))
    yield Hit(
        *at(sentence),
        words=tuple(word.text for word in nouns),
        values=(("words", distinct), ("share", round(n_nouns / n_words, 4)), ("usual", usual)),
        adds=Counts(n_excess_nouns=excess),
        mends=Counts(n_excess_nouns=-excess),
    )


FINDING = FindingSpec(
    id="nominalisation",
    order=100,
    name="Nouns for verbs",
    meaning="Nouns made from verbs, which hide who does what.",
    how_measured="The share of words with endings such as “-tion”, against what is usual in the language.",
    what_to_do="Use the verb: “we assess” instead of “an assessment is made”.",
    in_short="nouns where verbs would do",
    says=Text(
        "finding.nominalisation",
        "%(share)s of the words are nouns made from verbs (usual: %(usual)s), such as %(words)s. Use the verbs.",
    ),
    find=find_nominalisations,
)

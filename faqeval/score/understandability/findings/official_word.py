"""Finding: an official word where a plain one says the same."""

from collections.abc import Iterator

from ....records import Text
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..official_phrases import OfficialPhrase, official_phrases_in
from ..reading import Reading, Sentence, Word
from .rare_word import RARE


def find_official_words(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at official words, each with its plain twin. Mended: the plain words.

    For the score an official word is as unfamiliar as a rare one: readers meet it in letters from authorities only.
    """
    found: dict[str, list[tuple[OfficialPhrase, tuple[Word, ...], Sentence]]] = {}
    for sentence in reading.sentences:
        for phrase, words in official_phrases_in(sentence, reading.language):
            found.setdefault(phrase.phrase, []).append((phrase, words, sentence))
    for occurrences in found.values():
        phrase, words, sentence = occurrences[0]
        written = " ".join(word.text for word in words)
        loss = sum(_loss(words) for _, words, sentence in occurrences if sentence.is_body)
        yield Hit(
            *at(sentence),
            words=(written,),
            values=(("word", written), ("plain", phrase.plain), ("n_found", len(occurrences))),
            adds=Counts(familiarity=-loss),
            mends=Counts(familiarity=loss),
        )


def _loss(words: tuple[Word, ...]) -> float:
    """Familiarity that a phrase loses by being official: its content words fall to the limit of rare words.

    A phrase of stop words alone ("as per") loses as one word does.
    """
    losses = [max(0.0, word.facts.familiarity - RARE) for word in words if word.facts.is_word and not word.is_name]
    content = [max(0.0, w.facts.familiarity - RARE) for w in words if _is_content(w)]
    return sum(content) if content else max(losses, default=0.0)


def _is_content(word: Word) -> bool:
    return word.facts.is_word and not word.is_name and not word.facts.is_stopword


FINDING = FindingSpec(
    id="official_word",
    order=40,
    name="Official word",
    meaning="A word of letters from authorities for which a plain one says the same.",
    how_measured="A list of official words with their plain twins, for each language.",
    what_to_do="Use the plain word.",
    in_short="official words",
    says=Text(
        "finding.official_word",
        "“%(word)s” is an official word. Write “%(plain)s”. The text has it %(n_found)s times.",
        by="n_found",
        forms={
            "1": "“%(word)s” is an official word. Write “%(plain)s”.",
        },
    ),
    find=find_official_words,
)

"""Finding: the company's word for a thing that customers call something else."""

from collections import Counter
from collections.abc import Iterator, Mapping

from ....records import Text
from ....text import stopwords, words
from ..counts import Counts
from ..hit import CustomerTerms, FindingSpec, Hit, at
from ..occurrences import Occurrences, gather
from ..reading import Reading, Word
from ..word_facts import word_facts

# Reasons: docs/method/understandability.md#company-words
MIN_QUERIES = 200  # queries of the language, before "no customer says it" means anything
MIN_OWN_QUERIES = 3  # queries that this article answers, before "customers say" does
MIN_TIMES = 2  # times the word must stand in the text, title included: what is said once is not the topic
EVERYDAY = 4.5  # zipf above which a word is nobody's own
MAX_OTHER_WORDS = 3
_MIN_LETTERS = 4


def find_company_words(reading: Reading, customers: CustomerTerms) -> Iterator[Hit]:
    """Point at content words of the topic that no customer uses, beside the words customers use for it.

    A word of the topic stands in the title, or at least twice in the text. Nothing is said before enough queries are
    known, nor when the article's own queries hold no word that the article lacks.
    """
    if customers.n_queries < MIN_QUERIES or len(customers.own_queries) < MIN_OWN_QUERIES:
        return
    others = _other_words(reading, customers.own_queries)
    if not others:
        return
    in_title = {word.facts.key for s in reading.sentences if s.kind == "title" for word in s.words}
    for found in gather(reading.sentences, lambda word: _is_unused(word, customers.all_terms)):
        if found.word.facts.key in in_title or found.n_body >= MIN_TIMES:
            yield _hit(found, others, customers.n_queries)


def _hit(found: Occurrences, others: tuple[str, ...], n_queries: int) -> Hit:
    return Hit(
        *at(found.sentence),
        words=(found.word.text,),
        values=(
            ("word", found.word.text),
            ("customers_say", others),
            ("n_queries", n_queries),
            ("n_found", found.n_found),
        ),
        mends=Counts(),
    )


def _is_unused(word: Word, all_terms: Mapping[str, int]) -> bool:
    facts = word.facts
    return (
        facts.is_word
        and not facts.is_stopword
        and not word.is_name
        and facts.n_letters >= _MIN_LETTERS
        and facts.familiarity < EVERYDAY
        and not any(term in all_terms for term in facts.keys)
    )


def _other_words(reading: Reading, own_queries: tuple[str, ...]) -> tuple[str, ...]:
    """Words that at least two of the article's queries hold and the article lacks, commonest first."""
    held = {term for s in reading.sentences for word in s.words for term in word.facts.keys}
    stops = stopwords(reading.language)
    times: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for query in own_queries:
        seen: dict[str, str] = {}
        for word in words(query):
            facts = word_facts(word, reading.language)
            if facts.is_word and word not in stops and not held.intersection(facts.keys):
                seen.setdefault(facts.key, word)
        for term, word in seen.items():
            times[term] += 1
            written.setdefault(term, Counter())[word] += 1
    common = sorted((term for term in times if times[term] >= 2), key=lambda term: (-times[term], term))
    return tuple(
        min(written[term].items(), key=lambda item: (-item[1], item[0]))[0] for term in common[:MAX_OTHER_WORDS]
    )


FINDING = FindingSpec(
    id="company_word",
    order=50,
    name="Company word",
    meaning="A word of the topic that no customer uses, while customers have another word for it.",
    how_measured=(
        "Content words of the text against all questions in its language. At least %(n_queries)s questions are needed."
    ),
    what_to_do="Write the customers’ word, and yours behind it where it must stand.",
    in_short="company words that no customer uses",
    says=Text(
        "finding.company_word",
        "None of %(n_queries)s questions uses “%(word)s”. Customers say %(customers_say)s.",
    ),
    numbers={"n_queries": MIN_QUERIES},
    find=find_company_words,
)

"""What the rest of faqeval may ask about a language; one constant per language fills it in."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Band:
    """One step of a readability scale: values from ``low`` (included) to ``high`` (not included)."""

    name: str  # very_easy, easy, medium, hard, very_hard
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SyllableRules:
    """How vowels make syllables. Patterns are matched against one lower-case word."""

    vowels: str
    diphthongs: tuple[str, ...]  # one syllable each; the other vowels of a group count one by one.
    #                              Empty: every group of vowels is one syllable
    silent: re.Pattern[str] | None = None  # each match takes a syllable away
    extra: re.Pattern[str] | None = None  # each match adds one


@dataclass(frozen=True, slots=True)
class PassiveRules:
    """How the passive is built: an auxiliary with a participle, or the Nordic -s, or both."""

    auxiliaries: frozenset[str]
    participle: re.Pattern[str]  # matched against one whole lower-case word
    not_participles: frozenset[str] = frozenset()  # look like participles and are none
    strong_participles: frozenset[str] = frozenset()  # are participles whatever their ending says
    max_gap: int = 3  # words that may stand between auxiliary and participle
    participle_may_come_first: bool = False  # "dass es gesperrt wird"
    s_passive: bool = False
    deponents: frozenset[str] = frozenset()  # end in -s and are active


@dataclass(frozen=True, slots=True)
class CompoundRules:
    """How words are joined to one. No linking elements: the language writes its compounds apart."""

    linking: tuple[tuple[str, str], ...] = ()  # end of a first part, and what it is as a word: ("s", ""), ("e", "a")
    short_heads: frozenset[str] = frozenset()  # last parts of 2 or 3 letters that may be split off
    short_firsts: frozenset[str] = frozenset()  # first parts of 2 or 3 letters that may be split off
    never_first: frozenset[str] = frozenset()  # verb particles: "avgift" is not "av" + "gift"
    never_last: frozenset[str] = frozenset()  # endings that happen to be words: "-heten"


@dataclass(frozen=True, slots=True)
class Language:
    """All that is particular to one language. Words are lower case."""

    code: str
    name: str  # English name
    # words
    stopwords: frozenset[str]
    small_talk: frozenset[str]  # greetings and thanks that carry no need
    pronouns: frozenset[str]  # words that address the reader: "you", "your"
    negations: frozenset[str]
    snowball: str  # name of the stemmer
    wordfreq: str  # which word list: "best" or "small"
    compounds: CompoundRules
    # sentences
    abbreviations: frozenset[str]  # written with their points; end no sentence: "t.ex."
    final_abbreviations: frozenset[str]  # end a sentence when a capital follows: "osv."
    ordinal_points: bool  # "1. mai": a number with a point ends no sentence before a small letter or a month
    months: frozenset[str]
    # readability
    syllables: SyllableRules
    long_word_letters: int  # a word with more letters is long
    formula: str  # lix, flesch, flesch_douma, wiener
    bands: tuple[Band, ...]  # of the formula's value, easiest first
    # style
    passive: PassiveRules
    nominal_ending: re.Pattern[str]  # nouns made from verbs, matched against one lower-case word
    not_nominal: frozenset[str]  # end so and are ordinary things: "zeitung"
    official_words: tuple[tuple[str, str], ...]  # official word or phrase, and its plain twin
    # what a sentence does
    instruction_verbs: frozenset[str]  # imperatives that open a step: "click", "choose"
    instruction_openers: frozenset[str]  # may stand before the verb: "please", "then"
    contact_phrases: tuple[re.Pattern[str], ...]  # the sentence sends the customer to customer service
    contact_exceptions: tuple[re.Pattern[str], ...]  # telecom talk that only looks so: "call forwarding"

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
    # A form is a verb if, its ending replaced by these, other words of the language come out: ("a", ("ar",)) says that
    # betala(s) is one because betalar is. Which endings a participle must have company for, and the -s passive; an
    # ending of "" is any consonant.
    participle_forms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    s_passive_forms: tuple[tuple[str, tuple[str, ...]], ...] = ()  # without its -s; none: no such passive
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
class Curve:
    """The raw value of a text that scores .5, and of one that scores .9."""

    at_50: float
    at_90: float


@dataclass(frozen=True, slots=True)
class Norms:
    """What is usual and what is easy. Sources, with data, n and date: docs/method/understandability.md#norms."""

    sentence_words: Curve  # mean words per sentence
    familiarity: Curve  # mean zipf of the words
    formulas: tuple[tuple[str, Curve], ...]  # the language's own formulas; the first one is shown
    long_sentence_words: int  # a sentence of more words is a finding
    long_word_letters: int  # a word of more letters is a finding
    nominal_share: float  # share of nouns made from verbs that is usual, 0..1


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """All that is particular to one language. Words are lower case.

    What has a default may be left out: a language without ``norms`` has no score of how easily it is read and no
    findings, and one without, say, ``contact_phrases`` has no article that sends to contact.
    """

    code: str
    name: str  # English name
    also_called: tuple[str, ...]  # other codes and names that files give it, in any language
    lingua: str  # what the detector of languages calls it
    # words
    stopwords: frozenset[str]
    small_talk: frozenset[str] = frozenset()  # greetings and thanks that carry no need
    pronouns: frozenset[str] = frozenset()  # words that address the reader: "you", "your"
    negations: frozenset[str] = frozenset()
    joining_words: frozenset[str] = frozenset()  # join two equal clauses: a new thought begins behind them
    snowball: str  # name of the stemmer
    wordfreq: str  # which word list: "best" or "small"
    stands_near: str = ""  # code of a language with a longer word list, whose words are spelled alike
    looks_like: tuple[str, ...] = ()  # codes of languages from which a few words of this one cannot be told
    nouns_are_capitalised: bool = False
    compounds: CompoundRules = CompoundRules()
    # sentences
    abbreviations: frozenset[str] = frozenset()  # written with their points; end no sentence: "t.ex."
    final_abbreviations: frozenset[str] = frozenset()  # end a sentence when a capital follows: "osv."
    ordinal_points: bool = False  # "1. mai": a number with a point ends no sentence before a small letter or a month
    months: frozenset[str] = frozenset()
    # readability
    syllables: SyllableRules = SyllableRules("aeiouyáàâäåæéèêëíìîïóòôöøúùûü", ())
    long_word_letters: int = 6  # a word with more letters is long
    formula: str = "lix"  # lix, flesch, flesch_douma, wiener
    bands: tuple[Band, ...] = ()  # of the formula's value, easiest first
    norms: Norms | None = None
    # style
    passive: PassiveRules | None = None
    nominal_ending: re.Pattern[str] | None = None  # nouns made from verbs, matched against one lower-case word
    not_nominal: frozenset[str] = frozenset()  # end so and are ordinary things: "zeitung"
    official_words: tuple[tuple[str, str], ...] = ()  # official word or phrase, and its plain twin
    preambles: tuple[re.Pattern[str], ...] = ()  # openings that put law, background or company before the answer
    # what a sentence does
    instruction_verbs: frozenset[str] = frozenset()  # imperatives that open a step: "click", "choose"
    instruction_openers: frozenset[str] = frozenset()  # may stand before the verb: "please", "then"
    instruction_nouns: frozenset[str] = frozenset()  # look like imperatives: "use of", "order status"
    after_instruction_nouns: frozenset[str] = frozenset()  # … when one of these follows
    polite_instruction: tuple[str, frozenset[str]] | None = None  # ending of the verb, and the pronoun it must have
    contact_phrases: tuple[re.Pattern[str], ...] = ()  # the sentence sends the customer to customer service
    contact_exceptions: tuple[re.Pattern[str], ...] = ()  # telecom talk that only looks so: "call forwarding"
    # personal data
    name_cues: tuple[str, ...] = ()  # a name follows: "my name is"
    noted_name_cues: tuple[str, ...] = ()  # as agents note it: "name is"; only what looks like a name counts
    sign_offs: tuple[str, ...] = ()  # a name may follow: "kind regards"
    identity_cues: tuple[str, ...] = ()  # a number of a person follows: "customer number"
    birth_cues: tuple[str, ...] = ()  # a date of birth follows: "born"
    card_cues: tuple[str, ...] = ()
    phone_cues: tuple[str, ...] = ()
    order_cues: tuple[str, ...] = ()  # a number of something a person has bought follows
    other_number_cues: tuple[str, ...] = ()  # a number follows that is no person's, phone's or card's: "error code"
    street_endings: tuple[str, ...] = ()  # "gatan", before a house number
    phone_regions: tuple[str, ...] = ()  # countries whose numbers are likely, likeliest first
    bare_identity_numbers: tuple[tuple[int, str], ...] = ()  # digits and form of numbers that need no word before them

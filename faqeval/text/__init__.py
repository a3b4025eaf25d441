"""Pure functions over text: clean it, cut it into words and sentences, find its language, mask personal data."""

from .compounds import parts
from .contact_phrases import sends_to_contact
from .instructions import begins_with_instruction
from .language_identity import identify_languages
from .languages.language import Curve, Language, Norms
from .languages.registry import SUPPORTED, language
from .masking.redaction import mask, phones_in
from .normal_form import fold, normalise
from .passive import passive_words
from .query_languages import identify_query_languages
from .sentence_split import sentences
from .slips import nearest_slip
from .spelling import Spelling
from .syllable_count import syllables
from .term_keys import key, stopwords, terms
from .tokenizer import Token, tokens, words
from .word_frequency import zipf

__all__ = [
    "SUPPORTED",
    "Curve",
    "Language",
    "Norms",
    "Spelling",
    "Token",
    "begins_with_instruction",
    "fold",
    "identify_languages",
    "identify_query_languages",
    "key",
    "language",
    "mask",
    "nearest_slip",
    "normalise",
    "parts",
    "passive_words",
    "phones_in",
    "sends_to_contact",
    "sentences",
    "stopwords",
    "syllables",
    "terms",
    "tokens",
    "words",
    "zipf",
]

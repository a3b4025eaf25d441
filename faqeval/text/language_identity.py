"""The language of short texts, among the languages a site has."""

import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from .compounds import parts
from .languages.registry import SUPPORTED, language
from .tokenizer import words
from .word_frequency import small_list_zipf

UNDETERMINED = "und"
_WORD_WEIGHT = 0.8  # of a word's Zipf frequency, beside the log of lingua's confidence
_SURE_MARGIN = 2.0  # from this lead on words alone decide; a higher one changes nothing but the time
_LOOKED_AT = 60  # words; more do not change the answer
KNOWN_ZIPF = 2.5  # from this frequency on a word counts as known
_KNOWN_SHARE = 0.5  # of the words, below which no candidate is believed
_NAME_WORDS = 2  # unknown Latin words up to which a text may be a product name
_PRIOR_WEIGHT = 0.5
_PRIOR_FLOOR = 0.01  # a language without articles stays possible


def identify_languages(
    texts: Sequence[str], candidates: Sequence[str] = SUPPORTED, prior: Mapping[str, float] | None = None
) -> list[str]:
    """Language code of each text, or "und".

    Parameters
    ----------
    texts : texts of any length.
    candidates : the languages a text may be in; the fewer, the surer.
    prior : weight per candidate, e.g. its share of the articles; breaks ties such as Danish and Norwegian words of
        one spelling. None: all equal.

    Returns
    -------
    list of codes, in the order of ``texts``; each depends on nothing but its text, the candidates and the prior.

    Notes
    -----
    Score of a language: 0.8 · Σ max(1, Zipf of the word in the language's small list)
    + ln(lingua's confidence + 1e-6) + 0.5 · ln(prior + 0.01). lingua is asked only where the lead without it is below
    2. "und" when under half of the words are known in the language with the most known words: that finds unsupported
    languages. One or two unknown Latin words are no proof of anything ("5G router", a product name): they get the
    likeliest language when there is a prior or only one candidate. A text without letters is "und".
    Source: ours, docs/method/text.md#language.

    Examples
    --------
    >>> identify_languages(["var är min faktura", "where is my invoice"], ["sv", "en"])
    ['sv', 'en']
    """
    return [close[0] if close else UNDETERMINED for close in close_languages(texts, candidates, prior)]


def close_languages(
    texts: Sequence[str], candidates: Sequence[str], prior: Mapping[str, float] | None, within: float = 0.0
) -> list[tuple[str, ...]]:
    """Return the languages of each text whose score lies ``within`` (below 2) of the highest, the best one first.

    () where ``identify_languages`` says "und".
    """
    codes = tuple(sorted(set(candidates) & set(SUPPORTED)))
    if not codes:
        return [()] * len(texts)
    log_prior = tuple(_PRIOR_WEIGHT * math.log((prior or {}).get(code, 0.0) + _PRIOR_FLOOR) for code in codes)
    if prior is None:
        log_prior = (0.0,) * len(codes)
    identified: list[tuple[str, ...]] = [()] * len(texts)
    unsure: dict[str, list[int]] = {}
    word_scores: dict[str, list[float]] = {}
    guess_names = prior is not None or len(codes) == 1
    for place, text in enumerate(texts):
        found = [word for word in words(text)[:_LOOKED_AT] if word.isalpha() or not any(map(str.isdigit, word))]
        if not found:
            continue
        scores, n_known = _score(found, codes, log_prior)
        best = _first_of_highest(scores)
        if not _is_believed(found, codes[best], max(n_known), guess_names):
            continue
        identified[place] = (codes[best],)
        if len(codes) > 1 and _lead(scores) < _SURE_MARGIN:
            text = " ".join(found)
            unsure.setdefault(text, []).append(place)
            word_scores[text] = scores
    _ask_lingua(unsure, word_scores, codes, within, identified)
    return identified


def _score(found: list[str], codes: tuple[str, ...], log_prior: tuple[float, ...]) -> tuple[list[float], list[int]]:
    scores, n_known = list(log_prior), [0] * len(codes)
    for word in found:
        for place, (score, known) in enumerate(_word_evidence(word, codes)):
            scores[place] += score
            n_known[place] += known
    return scores, n_known


@lru_cache(maxsize=200_000)
def _word_evidence(word: str, codes: tuple[str, ...]) -> tuple[tuple[float, bool], ...]:
    frequencies = [small_list_zipf(word, code) for code in codes]
    return tuple((_WORD_WEIGHT * max(1.0, each), each >= KNOWN_ZIPF) for each in frequencies)


def _is_believed(found: list[str], code: str, n_known: int, guess_names: bool) -> bool:
    if n_known >= _KNOWN_SHARE * len(found):
        return True
    if guess_names and len(found) <= _NAME_WORDS and all(map(_is_latin, found)):
        return True
    # small lists hold few compounds: count those whose parts are words
    n_compounds = sum(1 for word in found if small_list_zipf(word, code) < KNOWN_ZIPF and len(parts(word, code)) > 1)
    return n_known + n_compounds >= _KNOWN_SHARE * len(found)


def _is_latin(word: str) -> bool:
    return all(letter < "\u0250" or not letter.isalpha() for letter in word)


def _first_of_highest(scores: Sequence[float]) -> int:
    return max(range(len(scores)), key=lambda place: (scores[place], -place))


def _lead(scores: Sequence[float]) -> float:
    first, second = sorted(scores, reverse=True)[:2]
    return first - second


def _ask_lingua(
    unsure: Mapping[str, list[int]],
    word_scores: Mapping[str, list[float]],
    codes: tuple[str, ...],
    within: float,
    found: list[tuple[str, ...]],
) -> None:
    """Settle the close calls, each among the languages that are close: fewer are quicker."""
    close_calls: dict[tuple[str, ...], list[str]] = {}
    for text in unsure:
        scores = word_scores[text]
        close = tuple(code for code, score in zip(codes, scores, strict=True) if score > max(scores) - _SURE_MARGIN)
        close_calls.setdefault(close, []).append(text)
    for close, texts in close_calls.items():
        detector, code_of = _lingua(close)
        answers = detector.compute_language_confidence_values_in_parallel(texts)
        for text, confidences in zip(texts, answers, strict=True):
            score_of = dict(zip(codes, word_scores[text], strict=True))
            for each in confidences:
                score_of[code_of[each.language]] += math.log(each.value + 1e-6)
            ranked = sorted(close, key=score_of.__getitem__, reverse=True)
            for place in unsure[text]:
                found[place] = tuple(code for code in ranked if score_of[code] >= score_of[ranked[0]] - within)


@cache
def _lingua(codes: tuple[str, ...]) -> tuple[Any, dict[Any, str]]:
    from lingua import Language as LinguaLanguage
    from lingua import LanguageDetectorBuilder

    languages = {getattr(LinguaLanguage, language(code).lingua): code for code in codes}
    builder = LanguageDetectorBuilder.from_languages(*languages)
    return builder.with_preloaded_language_models().build(), languages

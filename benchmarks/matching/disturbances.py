"""Disturbed queries: the same wish as customers mistype, misspell, say, or inflect it.

``disturbed`` gives one text per kind, language and query, always the same one: its chance is seeded by a hash of all
three. Tables per language lie in ``disturbance_tables/``; word forms come from simplemma's dictionaries read backwards.
"""

import hashlib
import random
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from simplemma import lemmatize
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from faqeval.text import language as _language
from faqeval.text import parts, stopwords, tokens, zipf

_TABLES = Path(__file__).parent / "disturbance_tables"
_SHORTEST_TYPO = 4  # letters; nobody can tell "in" with a typo from "is"
_SHORTEST_JOINED = 3
_ENGLISH_HALF_ZIPF = 4.0  # "pass word", not "ac count": both halves are everyday words
_ENGLISH_HALF_LETTERS = 4
_FORM_ZIPF = 2.0  # one in ten million words: dictionaries hold forms that nobody writes
_RARE_ZIPF = 4.0  # a recogniser gets everyday words right


@dataclass(frozen=True, slots=True)
class Tables:
    """What is particular to one language: keyboard rows, letters, colloquial forms, what a recogniser hears."""

    keyboard: tuple[str, ...]
    plain: Mapping[str, str]
    spelled: Mapping[str, str]
    colloquial: Mapping[str, str]
    heard: Mapping[str, str]
    sounds: tuple[tuple[str, str], ...]
    fillers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a disturbance may use: language, its tables, other forms of words, and a chance of its own."""

    language: str
    tables: Tables
    forms: Mapping[str, tuple[str, ...]]
    chance: random.Random


Disturbance = Callable[[str, Scene], str]


@cache
def read_tables(language: str) -> Tables:
    """Read the tables of one language."""
    stored = tomllib.loads((_TABLES / f"{language}.toml").read_text(encoding="utf-8"))
    return Tables(
        tuple(stored["keyboard"]),
        stored["plain"],
        stored["spelled"],
        stored["colloquial"],
        stored["heard"],
        tuple((old, new) for old, new in stored["sounds"]),
        tuple(stored["fillers"]),
    )


def disturbed(texts: Sequence[str], language: str, kind: str) -> list[str]:
    """Return each text as one kind of disturbance leaves it; the same text where there is nothing to disturb."""
    forms = other_forms(texts, language) if kind == "inflection" else MappingProxyType({})
    tables, change = read_tables(language), KINDS[kind]
    return [change(text, Scene(language, tables, forms, _chance(kind, language, text))) for text in texts]


def other_forms(texts: Iterable[str], language: str) -> dict[str, tuple[str, ...]]:
    """Return the other usual forms of each word's lemma, lower case, in alphabetical order."""
    kept = stopwords(language) | _language(language).negations  # another form of "not" is another wish
    words = sorted({token.text.lower() for text in texts for token in tokens(text)} - kept)
    lemma_of = {word: lemmatize(word, language) for word in words}
    found: dict[str, set[str]] = {lemma: set() for lemma in lemma_of.values()}
    for form, lemma in DefaultDictionaryFactory().get_dictionary(language).items():
        if lemma in found and form.isalpha() and zipf(form, language) >= _FORM_ZIPF:
            found[lemma].add(form.lower())
    return {word: tuple(sorted(found[lemma] - {word})) for word, lemma in lemma_of.items()}


def _chance(*parts_of_seed: str) -> random.Random:
    return random.Random(hashlib.sha256("\n".join(parts_of_seed).encode()).digest())


def _mistyped(text: str, scene: Scene, n_slips: int = 1) -> str:
    """One slip in each of up to ``n_slips`` words: a neighbour key, two letters swapped, one lost, one twice."""
    long = [token for token in tokens(text) if len(token.text) >= _SHORTEST_TYPO and not token.text.isdigit()]
    for token in sorted(scene.chance.sample(long, min(n_slips, len(long))), key=lambda token: -token.start):
        text = text[: token.start] + _slip(token.text, scene) + text[token.end :]
    return text


def _slip(word: str, scene: Scene) -> str:
    place = scene.chance.randrange(1, len(word) - 1)  # the first letter is seldom wrong
    before, letter, after = word[:place], word[place], word[place + 1 :]
    slips = [f"{before}{after}", f"{before}{letter}{letter}{after}", f"{before}{after[0]}{letter}{after[1:]}"]
    neighbours = _neighbours(letter.lower(), scene.tables.keyboard)
    if neighbours:
        slips.append(f"{before}{scene.chance.choice(neighbours)}{after}")
    return scene.chance.choice(slips)


def _neighbours(letter: str, keyboard: Sequence[str]) -> list[str]:
    for row, keys in enumerate(keyboard):
        place = keys.find(letter)
        if place >= 0:
            beside = [keys[i] for i in (place - 1, place + 1) if 0 <= i < len(keys)]
            rows = [keyboard[i] for i in (row - 1, row + 1) if 0 <= i < len(keyboard)]
            return beside + [keys[place] for keys in rows if place < len(keys)]
    return []


def _letters(replacements: Mapping[str, str]) -> Mapping[int, str]:
    capitals = {old.upper(): new.capitalize() for old, new in replacements.items() if len(old.upper()) == 1}
    return str.maketrans({**replacements, **capitals})


def _split(text: str, scene: Scene) -> str:
    """Every compound in two, before its last part: "försäkrings bolag"."""
    return _each_word(text, lambda word: _in_two(word, scene.language))


def _in_two(word: str, language: str) -> str:
    pieces = _english_halves(word) if language == "en" else parts(word, language)
    if not pieces or "-" in word:
        return word
    cut = len(word) - len(pieces[-1])
    return f"{word[:cut]} {word[cut:]}"


def _english_halves(word: str) -> tuple[str, ...]:
    places = range(_ENGLISH_HALF_LETTERS, len(word) - _ENGLISH_HALF_LETTERS + 1)
    halves = [(word[:place], word[place:]) for place in places]
    usual = [pair for pair in halves if min(zipf(half, "en") for half in pair) >= _ENGLISH_HALF_ZIPF]
    return usual[0] if usual else ()


def _joined(text: str, scene: Scene) -> str:
    """Two neighbouring words that say something as one."""
    found, stop = tokens(text), stopwords(scene.language)
    says = [len(t.text) >= _SHORTEST_JOINED and t.text.isalpha() and t.text.lower() not in stop for t in found]
    pairs = [
        (first, second)
        for first, second, a, b in zip(found, found[1:], says, says[1:], strict=False)
        if a and b and text[first.end : second.start] == " "
    ]
    if not pairs:
        return text
    first, second = scene.chance.choice(pairs)
    return text[: first.end] + second.text.lower() + text[second.end :]


def _inflected(text: str, scene: Scene) -> str:
    """Every word that says something in another form of its lemma."""

    def other(word: str) -> str:
        forms = scene.forms.get(word.lower(), ())
        return scene.chance.choice(forms) if forms else word

    return _each_word(text, other)


def _shuffled(text: str, scene: Scene) -> str:
    words = [token.text for token in tokens(text)]
    scene.chance.shuffle(words)
    return " ".join(words)


def _colloquial(text: str, scene: Scene) -> str:
    """Every word and phrase of the table as people write it; the longest phrase wins."""
    return _replaced(text, scene.tables.colloquial)


def _spoken(text: str, scene: Scene) -> str:
    """What a recogniser makes of it: small letters, no signs, a filler, words heard wrong and cut wrong."""
    heard = _replaced(" ".join(token.text.lower() for token in tokens(text)), scene.tables.heard)
    words = heard.split()
    rare = [
        i for i, word in enumerate(words) if len(word) >= _SHORTEST_TYPO and zipf(word, scene.language) < _RARE_ZIPF
    ]
    if rare:
        chosen = scene.chance.choice(rare)
        words[chosen] = _misheard(words[chosen], scene)
    if words:
        words.insert(scene.chance.randrange(len(words)), scene.chance.choice(scene.tables.fillers))
    return " ".join(words)


def _misheard(word: str, scene: Scene) -> str:
    apart = _in_two(word, scene.language)
    if apart != word:
        return apart
    alike = [word.replace(old, new, 1) for old, new in scene.tables.sounds if old in word]
    return scene.chance.choice(alike) if alike else word


def _each_word(text: str, change: Callable[[str], str]) -> str:
    for token in reversed(tokens(text)):
        text = text[: token.start] + change(token.text) + text[token.end :]
    return text


def _replaced(text: str, table: Mapping[str, str]) -> str:
    words, done = [token.text for token in tokens(text)], []
    longest = max((phrase.count(" ") + 1 for phrase in table), default=1)
    while words:
        for n in range(min(longest, len(words)), 0, -1):
            phrase = " ".join(words[:n]).lower()
            if phrase in table or n == 1:
                done.append(table.get(phrase, words[0]))
                words = words[n:]
                break
    return " ".join(done)


KINDS: Mapping[str, Disturbance] = MappingProxyType(
    {
        "one typo": _mistyped,
        "two typos": lambda text, scene: _mistyped(text, scene, 2),
        "no diacritics": lambda text, scene: text.translate(_letters(scene.tables.plain)),
        "spelled diacritics": lambda text, scene: text.translate(_letters(scene.tables.spelled)),
        "compounds split": _split,
        "words joined": _joined,
        "inflection": _inflected,
        "word order": _shuffled,
        "colloquial": _colloquial,
        "speech": _spoken,
    }
)

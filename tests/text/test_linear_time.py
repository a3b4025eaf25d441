"""No text may stall the run: twice the text, at most about twice the time, up to 100,000 characters."""

import time
from collections.abc import Callable

import pytest

from faqeval.text import (
    begins_with_instruction,
    fold,
    mask,
    normalise,
    parts,
    passive_words,
    sends_to_contact,
    sentences,
    syllables,
    terms,
    tokens,
)

_N = 50_000
_FUNCTIONS: dict[str, Callable[[str], object]] = {
    "normalise": normalise,
    "fold": fold,
    "tokens": tokens,
    "terms": lambda text: terms(text, "de", compounds=True),
    "parts": lambda text: parts(text, "de"),
    "sentences": lambda text: sentences(text, "de"),
    "syllables": lambda text: syllables(text, "en"),
    "mask": mask,
    "sends_to_contact": lambda text: sends_to_contact(text, "de"),
    "begins_with_instruction": lambda text: begins_with_instruction(text, "de"),
    "passive_words": lambda text: passive_words(text, "nl"),
}
_HOSTILE = {
    "one word": "a",
    "digits": "1",
    "spaced digits": "1 ",
    "points": ".",
    "marks and quotes": '."',
    "at signs": "a@",
    "blanks": " ",
    "line ends": "\n ",
    "hyphens": "a-",
    "apostrophes": "a'",
    "verbs": "wenden sie sich ",
    "auxiliaries": "wordt ge ",
    "names": "jag heter ",
    "streets": "gatan 5 ",
    "accounts": "SE45 ",
    "tags": "[PHONE",
    "marks": "e\u0301",
    "amounts": "1 000 000 kr ",
}


def _seconds(function: Callable[[str], object], text: str, rounds: int) -> float:
    best = float("inf")
    for number in range(rounds):
        varied = text + "." * number  # some functions remember their answers
        start = time.process_time()
        function(varied)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("name", sorted(_FUNCTIONS))
def test_time_grows_with_the_length_and_not_faster(name: str) -> None:
    function = _FUNCTIONS[name]
    function("warm up 1")
    for kind, piece in _HOSTILE.items():
        text = (piece * _N)[: 2 * _N]
        for rounds in (1, 4):  # other work on the machine: measure once more, with the best of several
            whole = _seconds(function, text, rounds)
            if whole < 0.25 or whole <= 2.5 * _seconds(function, "," + text[:_N], rounds):
                break
        else:
            pytest.fail(f"{name} on {kind}: {whole:.3f} s for {2 * _N} characters, more than 2.5 times that of half")
        assert whole < 3, f"{name} on {kind}: {whole:.1f} s"

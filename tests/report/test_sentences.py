"""Every message that a stage can send has a sentence, and every place in it has a value."""

import ast
import re
from pathlib import Path

import pytest

import faqeval
from faqeval.records import Message
from faqeval.report.sentences import FINDINGS_IN_SHORT, SENTENCES, say, say_reason

ROOT = Path(faqeval.__file__).parent
PLACES = re.compile(r"%\((\w+)\)s")


def advice_messages() -> dict[str, set[str]]:
    """Ids written in the source of the gaps, and the names of their values."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "gaps").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Message" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    found[str(first.value)] = _names(node.args[1]) if len(node.args) > 1 else set()
    return found


def why_messages() -> dict[str, set[str]]:
    """Ids of what is said about one match, and the names of their values."""
    pair = {"word", "article_word"}
    return {
        "why.guess": {"why"},
        "why.shared.title": {"words"},
        "why.shared.text": {"words"},
        "why.shared.keywords": {"words"},
        "why.spelled_alike": pair,
        "why.near_in_meaning": pair,
        "why.no_word": {"only"},
        "why.lacking": {"words"},
        "why.lacking.many": {"n"},
        "why.carried": {"by"},
    }


def finding_messages() -> dict[str, set[str]]:
    """Ids of the findings, one kind per file, and the names of their values."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "score" / "understandability").glob("*.py")):
        source = path.read_text(encoding="utf-8")
        kind = re.search(r'^KIND(?:: Final)? = "(\w+)"', source, re.MULTILINE)
        if kind is None:
            continue
        names: set[str] = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.keyword) and node.arg == "values":
                names |= _names(node.value)
        found[f"finding.{kind[1]}"] = names
    return found


def _names(node: ast.expr) -> set[str]:
    pairs = node.elts if isinstance(node, ast.Tuple) else []
    return {
        pair.elts[0].value for pair in pairs if isinstance(pair, ast.Tuple) and isinstance(pair.elts[0], ast.Constant)
    }


SENT = {**advice_messages(), **finding_messages(), **why_messages()}


def test_the_scan_finds_messages_of_both_rooms() -> None:
    assert {"advice.missing", "advice.duplicate", "finding.passive"} <= set(SENT)


def test_no_message_about_a_match_is_left_out_above():
    source = (ROOT / "report" / "why.py").read_text(encoding="utf-8")
    written = re.findall(r"""Message\(f?['"](why[\w.]*)""", source)
    assert written
    assert all(any(known.startswith(one) for known in why_messages()) for one in written)


@pytest.mark.parametrize("message_id", sorted(SENT))
def test_message_of_the_source_has_a_sentence(message_id: str) -> None:
    assert message_id in SENTENCES


@pytest.mark.parametrize("message_id", sorted(SENT))
def test_every_place_of_a_sentence_has_a_value(message_id: str) -> None:
    wording = SENTENCES[message_id]
    places = {name for form in (wording.text, *wording.forms.values()) for name in PLACES.findall(form)}
    assert places | ({wording.by} if wording.by else set()) <= SENT[message_id]


@pytest.mark.parametrize("message_id", sorted(SENTENCES))
def test_sentence_has_no_place_of_another_form(message_id: str) -> None:
    wording = SENTENCES[message_id]
    for form in (wording.text, *wording.forms.values()):
        assert not re.search(r"%(?!\(\w+\)s)|\{\w+\}", form)


def test_every_finding_has_a_short_name() -> None:
    assert {message_id.removeprefix("finding.") for message_id in finding_messages()} <= set(FINDINGS_IN_SHORT)


def test_unknown_message_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        say(Message("advice.unheard_of"))


_ANSWER = "Answer “esim?”: look at the nearest articles, write one if none of them does."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param((), _ANSWER, id="no words"),
        pytest.param(("esim",), _ANSWER + " Customers say: “esim”.", id="one"),
        pytest.param(
            ("a", "b", "c", "d"),
            _ANSWER + " Customers say: “a”, “b” and “c”.",
            id="no more than three",
        ),
    ],
)
def test_words_are_listed_as_in_running_text(words: tuple[str, ...], said: str) -> None:
    assert say(Message("advice.missing", (("need", "esim?"), ("words", words)))) == said


def test_text_of_a_customer_is_no_template() -> None:
    need = "100 %(words)s %s {words}"
    assert need in say(Message("advice.missing", (("need", need), ("words", ()))))


def test_one_time_is_said_differently_from_several() -> None:
    values = (("word", "w"), ("plain", "p"))
    assert "times" not in say(Message("finding.official_word", (*values, ("n_found", 1))))
    assert "3 times" in say(Message("finding.official_word", (*values, ("n_found", 3))))


def test_share_is_said_as_percent() -> None:
    message = Message("finding.nominalisation", (("words", ("use",)), ("share", 0.0812), ("usual", 0.05)))
    assert say(message).startswith("8 % of the words are nouns made from verbs (usual: 5 %), such as “use”.")


def test_reason_that_is_a_sentence_stays() -> None:
    assert say_reason("needs visits and contacts") == "needs visits and contacts"
    assert say_reason("too_few_queries") == "there are too few questions to say"

"""Every message that is made has a value for each place of its text, and every text can be said."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import faqeval
from faqeval.pipeline.glossary import GLOSSARY
from faqeval.records import Message, Text
from faqeval.report.wording.match_reasons import TEXTS
from faqeval.report.wording.sentences import say, say_reason
from faqeval.score import FINDINGS
from tests.factories import message

ROOT = Path(faqeval.__file__).parent
ALL = {**GLOSSARY.texts, **{text.text_id: text for text in TEXTS}}


def messages_made() -> Iterator[tuple[Text, set[str]]]:
    """Every text that is called in the source, and the names of the values it is called with."""
    for path in sorted(ROOT.rglob("*.py")):
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        named = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id.isupper()]
        if not named:
            continue
        module = import_module(".".join(("faqeval", *path.relative_to(ROOT).with_suffix("").parts)))
        for call in named:
            text = getattr(module, call.func.id)  # type: ignore[attr-defined]
            names = {keyword.arg for keyword in call.keywords}
            if isinstance(text, Text) and None not in names:  # None: the values come as a mapping
                yield text, {str(name) for name in names}


def finding_values(kind: str) -> set[str]:
    """The names of the values that the finder of a finding hands over."""
    source = (ROOT / "score" / "understandability" / "findings" / f"{kind}.py").read_text(encoding="utf-8")
    given = [
        node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.keyword) and node.arg == "values"
    ]
    pairs = [pair for value in given if isinstance(value, ast.Tuple) for pair in value.elts]
    return {
        pair.elts[0].value for pair in pairs if isinstance(pair, ast.Tuple) and isinstance(pair.elts[0], ast.Constant)
    }  # type: ignore[misc]


MADE = list(messages_made())


def test_the_scan_finds_the_advice_of_every_kind_and_what_is_said_of_a_match() -> None:
    found = {text.text_id for text, _ in MADE}
    assert {text.text_id for kind in GLOSSARY.kinds.values() for text in kind.advice} <= found
    assert {"why.guess", "why.carried"} <= found


@pytest.mark.parametrize(("text", "names"), MADE, ids=[text.text_id for text, _ in MADE])
def test_message_of_the_source_has_a_value_for_every_place(text: Text, names: set[str]) -> None:
    assert text.places <= names


@pytest.mark.parametrize("kind", FINDINGS)
def test_finding_has_a_value_for_every_place_of_its_sentence(kind: str) -> None:
    assert FINDINGS[kind].says.places <= finding_values(kind)
    assert FINDINGS[kind].says.text_id == f"finding.{kind}"


@pytest.mark.parametrize("text_id", sorted(ALL))
def test_text_has_no_place_of_another_form(text_id: str) -> None:
    text = ALL[text_id]
    for form in (text.english, *text.forms.values()):
        assert not re.search(r"%(?!\([\w.]+\)s)|\{\w+\}", form)


def test_message_without_a_value_is_refused_in_one_line() -> None:
    with pytest.raises(
        ValueError, match=r"^message 'advice.duplicate' must have a value for other. Got title\. [^\n]*$"
    ):
        message("advice.duplicate", title="Bill")


def test_value_that_chooses_the_form_is_asked_for() -> None:
    with pytest.raises(ValueError, match="a value for by"):
        Message(ALL["why.carried"])


@pytest.mark.parametrize("english", ["60 % of them", "%d of them", "%(n)d of them", "all of 60 %"])
def test_percent_sign_that_is_no_place_is_refused(english: str) -> None:
    with pytest.raises(ValueError, match=r"^text 'advice.half' must have percent signs only in places\. [^\n]*$"):
        Text("advice.half", "A half.", by="n", forms={"1": english})
    assert say(Text("advice.half", "60 %% of %(n)s")(n="them")) == "60 % of them"


def test_text_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match=r"text 'advice.nothing' must say something"):
        Text("advice.nothing", " ")


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
    assert say(message("advice.missing", need="esim?", words=words)) == said


def test_text_of_a_customer_is_no_template() -> None:
    need = "100 %(words)s %s {words}"
    assert need in say(message("advice.missing", need=need, words=()))


def test_one_time_is_said_differently_from_several() -> None:
    assert "times" not in say(message("finding.official_word", word="w", plain="p", n_found=1))
    assert "3 times" in say(message("finding.official_word", word="w", plain="p", n_found=3))


def test_share_is_said_as_percent() -> None:
    said = say(message("finding.nominalisation", words=("use",), share=0.0812, usual=0.05))
    assert said.startswith("8 % of the words are nouns made from verbs (usual: 5 %), such as “use”.")


def test_reason_that_is_a_sentence_stays() -> None:
    assert say_reason("needs visits and contacts") == "needs visits and contacts"
    assert say_reason("too_few_queries") == "there are too few questions to say"

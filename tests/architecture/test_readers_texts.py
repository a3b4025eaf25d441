"""What a reader is told about a kind of gap, a finding or a figure stands in its own file, and so does its name."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from faqeval.pipeline.glossary import GLOSSARY
from faqeval.records import Named

ROOT = Path(__file__).resolve().parent.parent.parent
REPORT = ROOT / "faqeval" / "report"
SOURCES = {
    str(path.relative_to(ROOT)): path.read_text(encoding="utf-8")
    for room in ("faqeval", "api", "docs")
    for path in sorted((ROOT / room).rglob("*.py"))
}
_CAUSES = {cause.id: kind.id for kind in GLOSSARY.kinds.values() for cause in kind.causes}
# the file that may name each of them
HOMES = {name: name for name in (*GLOSSARY.kinds, *GLOSSARY.findings)} | _CAUSES
OTHER_THINGS = {  # that happen to be called the same
    ("faqeval/text/__init__.py", "sends_to_contact"),  # a function
    ("api/problems.py", "not_found"),  # nothing at this address
    ("faqeval/report/files/pairs_to_judge.py", "No article answers"),  # what a person may judge
}
SCALE = "faqeval/score/understandability/scale.py"  # the formula of the score: what each weakness takes away from it
COMPUTED = {"faqeval/score/findability.py", "faqeval/journeys/measure.py"}  # figures that are computed together
COLUMNS = {"faqeval/report/files/tables.py"}  # of articles.csv and gaps.csv

MAKERS = {
    "Text",
    "Named",
    "Kind",
    "Band",
    "FindingSpec",
    "FigureSpec",
    "ScoreBand",
    "_band",
}  # calls that hold reader's text
ROOMS = ("faqeval/gaps/", "faqeval/score/", "faqeval/journeys/", "faqeval/pipeline/glossary.py")
NO_TEXTS = {"faqeval/score/understandability/preambles.py"}  # patterns of what articles say
REASONS = {  # why a figure has no value, as summary.json says it
    "no gap was found that explains contacts",
    "no contact says how easy it was",
    "needs visits, which were not given",
}


def literals(source: str) -> Iterator[str]:
    """Every text in a source but its docstrings."""
    tree = ast.parse(source)
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


def loose_texts(source: str) -> list[str]:
    """Texts of three words or more that are in no text, spec or error, and in no constant that one of these holds."""
    tree = ast.parse(source)
    makers = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS)
    ]
    held = {inner.id for maker in makers for inner in ast.walk(maker) if isinstance(inner, ast.Name)}
    kept = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in held
    ]
    annotations = [node.returns for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.returns]
    docs = [node for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)]
    known = {id(inner) for node in (*makers, *kept, *annotations, *docs) for inner in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in known
        if len(re.findall(r"[^\W\d_]{2,}", node.value)) >= 3 and " " in node.value
    ]


@pytest.mark.parametrize("name", HOMES)
def test_only_its_own_file_names_a_kind_a_cause_or_a_finding(name: str):
    named = [path for path, source in SOURCES.items() if name in set(literals(source))]
    allowed = {SCALE} if name in GLOSSARY.findings else set()
    others = [path for path in named if Path(path).stem != HOMES[name] and (path, name) not in OTHER_THINGS]
    assert [path for path in others if path not in allowed] == []


@pytest.mark.parametrize("name", HOMES)
def test_no_template_or_style_names_a_kind_a_cause_or_a_finding(name: str):
    for page in [*(REPORT / "page" / "templates").iterdir(), REPORT / "page" / "report.css"]:
        assert not re.search(rf"[\"']{name}[\"']|[kh]-{name}\b", page.read_text(encoding="utf-8")), page.name


def test_no_list_of_figures_stands_outside_their_files():
    lists = []
    for path, source in SOURCES.items():
        for node in ast.walk(ast.parse(source)):
            items = node.keys if isinstance(node, ast.Dict) else getattr(node, "elts", [])
            named = {item.value for item in items if isinstance(item, ast.Constant)} & set(GLOSSARY.figures)
            if len(named) >= 3 and path not in COMPUTED | COLUMNS:
                lists.append((path, sorted(named)))
    assert lists == []


@pytest.mark.parametrize("path", [path for path in SOURCES if path.startswith(ROOMS) and path not in NO_TEXTS])
def test_no_text_stands_outside_texts_and_specs(path: str):
    assert [text for text in loose_texts(SOURCES[path]) if text not in REASONS] == []


@pytest.mark.parametrize("spec", GLOSSARY.entries.values(), ids=list(GLOSSARY.entries))
def test_who_shows_it_does_not_say_its_texts_again(spec: Named):
    texts = {text.english for text in spec.texts if len(text.english.split()) >= 3}
    shown = {
        path: source for path, source in SOURCES.items() if not path.startswith(("faqeval/gaps/", "faqeval/score/"))
    }
    again = [
        (path, text) for path, source in shown.items() for said in literals(source) for text in texts if text in said
    ]
    assert [one for one in again if one not in OTHER_THINGS] == []


PLANTED = '''
"""A module about nothing in particular."""
from typing import Final
_HELD: Final = "A sentence that a spec holds."
LOOSE: Final = "A sentence that nobody renders."
TEXT = Text("a.b", "A sentence of a text.")
KIND = Kind(id="a", meaning=_HELD)
def advise(title: str) -> "str | None | int":
    """Say what to do about it."""
    if not title:
        raise ValueError("a title must be given. Got none. Give one.")
    return f"Write it in {title} and be done now."
'''


def test_the_search_for_loose_texts_finds_them_and_only_them():
    assert loose_texts(PLANTED) == ["A sentence that nobody renders.", "Write it in ", " and be done now."]

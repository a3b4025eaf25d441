"""What is imported by name, and what has two names: rules that import-linter cannot see."""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OPTIONAL = {  # package -> the files that may ask for it
    "sentence_transformers": {"faqeval/matching/embedders/sentence_transformer.py", "faqeval/matching/reader.py"},
    "torch": {"faqeval/matching/reader.py"},
    "pyspark": {"faqeval/ingest/engines/spark_engine.py"},
    "pyspark.sql": {"faqeval/ingest/engines/spark_engine.py"},
    "py4j": {"faqeval/ingest/engines/spark_engine.py"},
    "fastapi": {"faqeval/cli/serve.py"},
    "uvicorn": {"faqeval/cli/serve.py"},
}


def _trees(*folders: str):
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def test_optional_packages_are_asked_for_by_name_in_one_adapter_each():
    asked: dict[str, set[str]] = defaultdict(set)
    for path, tree in _trees("faqeval", "api"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("need", "import_module") and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant) and isinstance(name.value, str) and not name.value.startswith("."):
                    asked[name.value].add(path)
    assert {name: files for name, files in asked.items() if not files <= OPTIONAL.get(name, set())} == {}
    assert "sentence_transformers" in asked  # the search finds what is there


def test_the_corpora_have_one_name():
    imported = {
        (path, name)
        for path, tree in _trees("faqeval", "api", "corpora", "benchmarks", "training", "docs", "tests")
        for node in ast.walk(tree)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level
            else [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        )
    }  # fmt: skip
    assert [pair for pair in imported if pair[1].split(".")[0] == "corpora"] == []
    assert any(name.startswith("faqeval_corpora") for _, name in imported)

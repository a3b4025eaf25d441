"""Draw the rooms of ``faqeval/`` and their floors from the code: ``docs/architecture.md`` and its picture."""

import ast
import tomllib
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent.parent
PACKAGE: Final = ROOT / "faqeval"
HEAD: Final = """# The house

Written by `make docs`, from the code. Rooms are folders and files of `faqeval/`. An upper floor imports from lower
ones, never upwards, and rooms of one floor know nothing of each other; `[tool.importlinter]` in `pyproject.toml` holds
that. The API (`api/`) and the command line are doors: they use `service` only.

![Rooms by floors](architecture.svg)

| floor | room | what it does | imports |
|---|---|---|---|
"""
_WIDTH, _GAP, _MARGIN, _LINE = 980, 10, 16, 15  # px
_LETTER_WIDTH: Final = 6.3  # px, of text at 11.5


def floors() -> list[list[str]]:
    """Return the names of the rooms on each floor, the top one first, as the import contract has them."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return [[name.strip() for name in layer.split("|")] for layer in layers]


def purpose(room: str) -> str:
    """Return the first line of what a room says about itself."""
    said = ast.get_docstring(ast.parse(_files(room)[0].read_text(encoding="utf-8")))
    return (said or "").split("\n", 1)[0].replace("``", "`")


def imports_of(room: str) -> list[str]:
    """Return the rooms from which a room imports, also inside functions, in the order of the floors."""
    found = {name for path in _files(room) for name in _imported(path)} - {room}
    return [name for floor in floors() for name in floor if name in found]


def _files(room: str) -> list[Path]:
    folder = PACKAGE / room
    return [folder / "__init__.py", *sorted(folder.rglob("*.py"))] if folder.is_dir() else [PACKAGE / f"{room}.py"]


def _imported(path: Path) -> Iterator[str]:
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            parts = (*base, *(node.module or "").split(".")) if node.module else base
            if parts[:1] == ("faqeval",):
                yield from [parts[1]] if len(parts) > 1 else [name.name for name in node.names]


def page() -> str:
    """Return the page."""
    rows = []
    for number, floor in enumerate(reversed(floors()), 1):
        for room in floor:
            others = ", ".join(f"`{name}`" for name in imports_of(room))
            rows.append((number, f"| {number} | `{room}` | {purpose(room)} | {others} |"))
    return HEAD + "\n".join(text for _, text in sorted(rows, key=lambda row: -row[0])) + "\n"


def picture() -> str:
    """Return the floors as SVG, the top one above."""
    parts: list[str] = []
    top = _MARGIN
    for floor in floors():
        width = (_WIDTH - 2 * _MARGIN - _GAP * (len(floor) - 1)) / len(floor)
        said = [_wrapped(purpose(room).replace("`", ""), int((width - 20) / _LETTER_WIDTH)) for room in floor]
        height = 34 + _LINE * max(map(len, said))
        for place, (room, lines) in enumerate(zip(floor, said, strict=True)):
            left = _MARGIN + place * (width + _GAP)
            parts.append(
                f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{height}" rx="6" fill="#eef3f8" '
                f'stroke="#5b7a99"/><text x="{left + 10:.1f}" y="{top + 21}" font-size="15" font-weight="600" '
                f'fill="#12263a">{escape(room)}</text>'
            )
            parts += [
                f'<text x="{left + 10:.1f}" y="{top + 38 + _LINE * line}" font-size="11.5" fill="#3b4d60">'
                f"{escape(text)}</text>"
                for line, text in enumerate(lines)
            ]
        top += height + _GAP
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {top - _GAP + _MARGIN}" role="img" '
        'font-family="system-ui, sans-serif"><title>Rooms of faqeval by floors</title>'
        f'<rect width="{_WIDTH}" height="{top - _GAP + _MARGIN}" fill="#fff"/>'
    )
    return "\n".join([head, *parts, "</svg>"]) + "\n"


def _wrapped(text: str, letters: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > letters:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines

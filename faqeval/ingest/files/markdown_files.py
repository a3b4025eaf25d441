"""A folder of Markdown files, or one: an article each, as sites are kept that are made from such files."""

import hashlib
from pathlib import Path
from typing import Final

from ...errors import FileUnreadable
from ..cells.reject_list import NOT_AN_ARTICLE
from ..markup.front_matter import split_front_matter
from .content import Content
from .encoding import decode
from .limits import MAX_FILE_BYTES
from .rows import Rows, columns_of_records

SUFFIXES: Final = (".md", ".mdx", ".markdown")
_MAX_FILES: Final = 20_000
_OWN: Final = ("body", "title", "id")


def is_markdown_folder(source: str | Path) -> bool:
    """Say whether a path is a folder with Markdown files in it."""
    try:
        path = Path(source)
        return path.is_dir() and any(True for _ in _files(path))
    except (OSError, ValueError):
        return False


def read_markdown_folder(source: str | Path, kind: str) -> Rows:
    """Read every Markdown file below a folder, in the order of their paths; line 1 is the first file.

    A file with nothing but a title is the cover of others and no article.

    Raises
    ------
    FileUnreadable
        If there are too many files, or one cannot be read.
    """
    folder = Path(source)
    paths = sorted(_files(folder))
    n_bytes = sum(path.stat().st_size for path in paths)
    if len(paths) > _MAX_FILES or n_bytes > MAX_FILE_BYTES:
        raise FileUnreadable(
            f"{kind} folder must have at most {_MAX_FILES} files of {MAX_FILE_BYTES // 2**20} MiB together. "
            f"Got more in {folder.name}. Name a folder inside it."
        )
    digest = hashlib.sha256()
    records: list[dict[str, str]] = []
    lines: list[int] = []
    empty: list[tuple[int, str]] = []
    for path in paths:
        try:
            content = Content(path.name, path.suffix.lower(), path.read_bytes())
        except OSError as exc:
            raise FileUnreadable(
                f"{kind} folder must hold files that can be read. Got one that cannot: {path.name}. "
                "Give yourself the right to read it."
            ) from exc
        digest.update(content.data)
        record = _record(content, kind, path.relative_to(folder).with_suffix("").as_posix())
        if record["body"].strip():
            records.append(record)
            lines.append(len(lines) + len(empty) + 1)
        else:
            empty.append((len(lines) + len(empty) + 1, NOT_AN_ARTICLE))
    columns = columns_of_records(records) or {"id": [], "title": []}
    return Rows(folder.name, digest.hexdigest(), columns, lines, tuple(empty), form="a folder of Markdown files")


def read_markdown_file(content: Content, kind: str) -> Rows:
    """Read one Markdown file as one article."""
    record = _record(content, kind, Path(content.name).stem)
    return Rows(content.name, content.checksum, columns_of_records([record]), (1,), form="Markdown")


def _files(folder: Path) -> list[Path]:
    return [
        path for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]  # fmt: skip


def _record(content: Content, kind: str, name: str) -> dict[str, str]:
    """Return title and body of one file, and the fields above its text; a first heading is the title."""
    fields, text = (
        split_front_matter(decode(content, kind)[0].removeprefix("\ufeff")) if content.data.strip() else ({}, "")
    )
    first, _, rest = text.lstrip().partition("\n")
    if not fields.get("title") and first.startswith("# "):
        fields, text = {**fields, "title": first[2:].strip()}, rest
    others = {field: value for field, value in fields.items() if field not in _OWN}
    category = name.rpartition("/")[0]
    return {
        "id": fields.get("id") or name, "title": fields.get("title", ""), "body": text,
        **({"category": category} if category else {}), **others,
    }  # fmt: skip

"""Files as people's systems write them, damaged on the way: read as what they are, or refused in one clear line."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.test_command_line import Done, faqeval, one_line

CASES = Path(__file__).resolve().parent / "field_cases"
SOUND = CASES / "61-logs-baseline"
FILES = [path for path in sorted(CASES.glob("*/*")) if path.is_file() and path.suffix != ".toml"]
ENDINGS = (".csv", ".tsv", ".json", ".jsonl", ".xlsx", ".parquet", ".html", ".xml", ".md", ".gz", ".zip", ".txt", "")
KINDS = ("queries", "visits", "contacts")
WHOLE = (".json", ".xlsx", ".parquet", ".gz", ".zip", ".xml")  # half of such a file is no file


def _kind(path: Path) -> str:
    return next((kind for kind in KINDS if kind in path.name), "articles")


def _zipped(data: bytes, name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return packed.getvalue()


def _zipped_twice(path: Path) -> bytes:
    return _zipped(_zipped(path.read_bytes(), path.name), f"{path.name}.zip")


def _in_a_folder(name: str, data: bytes, *arguments: str) -> Done:
    """Run a command on a file in a folder of its own; nothing may be left beside it, unless all went well."""
    with TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        done = faqeval(*arguments, folder=Path(folder))
        assert sorted(path.name for path in Path(folder).iterdir()) == [name]
    return done


def _looked_at(name: str, data: bytes, kind: str) -> Done:
    done = _in_a_folder(name, data, "doctor", name, "--as", kind)
    assert (done.returncode, bool(done.stdout), one_line(done.stderr)) in ((0, True, False), (2, False, True)), done
    return done


def _evaluated(name: str, data: bytes, kind: str) -> Done:
    """Run an evaluation with the damaged file in its place and sound ones beside it."""
    articles, queries = str(SOUND / "articles.csv"), str(SOUND / "queries.csv")
    arguments = {
        "articles": (name, queries),
        "queries": (articles, name),
        "visits": (articles, queries, "--visits", name),
        "contacts": (articles, queries, "--contacts", name),
    }[kind]
    return _in_a_folder(name, data, "evaluate", *arguments, "--quiet")


@pytest.mark.parametrize(
    ("name", "damage"), [("{0}", lambda path: b""), ("{0}", _zipped_twice), ("{0}.zip", _zipped_twice)],
    ids=["0 bytes", "zipped twice under its own name", "zipped twice"],
)  # fmt: skip
def test_no_file_of_0_bytes_or_zipped_twice_is_taken_for_one(name: str, damage: Callable[[Path], bytes]) -> None:
    for path in FILES:
        done = _looked_at(name.format(path.name), damage(path), _kind(path))
        assert done.returncode == 2, path


@settings(deadline=None)
@given(st.sampled_from(FILES), st.floats(0, 1))
def test_a_file_cut_anywhere_is_read_or_refused_in_one_line(path: Path, share: float) -> None:
    data = path.read_bytes()
    _looked_at(path.name, data[: int(share * len(data))], _kind(path))


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix in WHOLE], ids=lambda path: path.parent.name)
def test_half_of_a_file_that_must_be_whole_is_refused(path: Path) -> None:
    data = path.read_bytes()
    half = data[: len(data) // 2]
    is_whole_in_lines = b"\n{" in half.lstrip(b"{")  # one object a line: the whole lines are read, the last is named
    done = _looked_at(path.name, half, _kind(path))
    assert done.returncode == 2 or (is_whole_in_lines and "Left out" in done.stdout)


@settings(deadline=None)
@given(st.sampled_from(FILES), st.sampled_from(ENDINGS))
def test_a_wrong_ending_changes_nothing_of_what_is_read_or_is_refused_in_one_line(path: Path, ending: str) -> None:
    right = _looked_at(path.name, path.read_bytes(), _kind(path))
    wrong = _looked_at(path.stem + ending, path.read_bytes(), _kind(path))
    if right.returncode == wrong.returncode == 0:
        assert _rows(right) == _rows(wrong)


def _rows(done: Done) -> list[str]:
    return [line for line in done.stdout.splitlines() if line.startswith(("Rows ", "      "))]


@pytest.mark.parametrize("kind", ["articles", *KINDS])
@pytest.mark.parametrize("damage", [lambda path: b"", _zipped_twice], ids=["0 bytes", "zipped twice"])
def test_an_evaluation_with_a_damaged_file_ends_with_one_line_and_leaves_nothing(
    kind: str, damage: Callable[[Path], bytes]
) -> None:
    path = SOUND / f"{kind}.csv"
    done = _evaluated(path.name, damage(path), kind)
    assert (done.returncode, one_line(done.stderr), done.stdout) == (2, True, "")

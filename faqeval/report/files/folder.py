"""A folder that appears whole or not at all."""

import os
import shutil
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from ...errors import OutputError


def write_folder(folder: Path, files: Mapping[str, bytes], may_hold: Collection[str] = ()) -> Path:
    """Write files into a folder that replaces an earlier one with the same kind of files, and return it.

    Parameters
    ----------
    folder : where it shall appear. Folders above it that are missing are made.
    files : name to content.
    may_hold : names that an earlier folder may hold besides those of ``files``; they go with it.

    Raises
    ------
    OutputError
        If a file is in the way, the folder holds anything else, or it cannot be written. Whatever stops the
        writing, Ctrl-C as well, nothing is left behind and an earlier folder stays as it was.
    """
    folder = Path(os.path.realpath(folder))
    _refuse_foreign(folder, {*files, *may_hold})
    mark = token_hex(4)
    fresh, earlier = (folder.with_name(f".{folder.name}.{mark}.{part}") for part in ("new", "old"))
    made: list[Path] = []
    try:
        try:
            _make_parents(folder.parent, made)
            _write_all(fresh, files)
            _put_in_place(fresh, folder, earlier)
        except BaseException:
            shutil.rmtree(fresh, ignore_errors=True)
            _remove_empty(made)
            raise
    except OSError as exc:
        raise OutputError(
            f"the report must be writable to {folder}. Got: {exc.strerror or exc}. "
            "Choose another folder with --out, or free some space. Nothing was left behind."
        ) from exc
    shutil.rmtree(earlier, ignore_errors=True)
    return folder


def _refuse_foreign(folder: Path, names: Collection[str]) -> None:
    try:
        if not folder.exists():
            return
        if not folder.is_dir():
            raise OutputError(
                f"the report must go to a folder. Got the file {folder}. Choose another folder with --out."
            )
        foreign = sorted(entry.name for entry in folder.iterdir() if entry.name not in names)
    except OSError as exc:
        raise OutputError(
            f"the report must be writable to {folder}. Got: {exc.strerror or exc}. Choose another folder with --out."
        ) from exc
    if foreign:
        raise OutputError(
            f"the folder of the report must be new, empty or an earlier report. Got {folder} with '{foreign[0]}' in "
            "it. Choose another folder with --out."
        )
    here = Path(os.path.realpath(Path.cwd()))
    if folder == here or folder in here.parents:
        raise OutputError(
            f"the folder of the report must not be the one you work in. Got {folder}. "
            "Choose a folder inside it with --out."
        )


def _make_parents(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir()
        made.append(path)


def _write_all(fresh: Path, files: Mapping[str, bytes]) -> None:
    fresh.mkdir()
    for name, content in files.items():
        with (fresh / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    _sync_folder(fresh)


def _put_in_place(fresh: Path, folder: Path, earlier: Path) -> None:
    """Rename the fresh folder to its name; an earlier one steps aside and comes back when that fails."""
    try:
        if folder.exists():
            folder.rename(earlier)
        fresh.rename(folder)
        _sync_folder(folder.parent)
    except BaseException:
        if not fresh.exists() and folder.exists():
            folder.rename(fresh)
        if earlier.exists():
            earlier.rename(folder)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the names in a folder last; systems that cannot open a folder do so by themselves."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_empty(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):  # somebody else put something in
            path.rmdir()

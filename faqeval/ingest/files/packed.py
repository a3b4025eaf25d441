"""Packed files: a table by itself in a zip or gz is unpacked, within limits; of others it is said what they are."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Final

from ...errors import FileUnreadable
from .content import Content
from .limits import MAX_FILE_BYTES, MAX_ZIP_BYTES, MAX_ZIP_ENTRIES

_GZIP: Final = b"\x1f\x8b"
_ZIP: Final = b"PK\x03\x04"
_WORKBOOKS: Final = (".xlsx", ".xlsm", ".xltx")
_SHOWN: Final = 5
_KNOWN: Final = (  # a member, what the file is, what to do
    ("word/document.xml", "a Word document", "Put the articles into a table and save it as xlsx or CSV."),
    ("ppt/presentation.xml", "a PowerPoint presentation", "Put the articles into a table and save it as xlsx or CSV."),
    ("xl/workbook.bin", "a binary Excel workbook (xlsb)", "Save it as xlsx."),
    ("content.xml", "an OpenDocument file", "Save the table as xlsx or CSV."),
    ("Index/Document.iwa", "a Numbers or Pages document", "Export it as xlsx or CSV."),
)


def unpacked(content: Content, kind: str) -> Content:
    """Return what a gz file or a zip with one table holds; any other content, workbooks among them, as it is.

    Raises
    ------
    FileUnreadable
        If it is packed twice, too large, damaged, a document of another program, or holds several files.
    """
    if content.data.startswith(_GZIP):
        return _checked(_named(content, _ungzipped(content, kind), content.name.removesuffix(".gz")), content, kind)
    if not content.data.startswith(_ZIP):
        return content
    try:
        with zipfile.ZipFile(io.BytesIO(content.data)) as packed:
            names = {info.filename for info in packed.infolist()}
            for member, was, advice in _KNOWN:
                if member in names:
                    raise _refused(kind, f"{was}: {content.name}", advice)
            if content.suffix in _WORKBOOKS or any(name.startswith("xl/") for name in names):
                return content
            return _checked(_from_zip(content, packed, kind), content, kind)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as exc:
        if content.suffix in _WORKBOOKS:
            return content  # the reader of workbooks says what is wrong
        raise _refused(kind, f"a zip file that is damaged or locked: {content.name}", "Unpack it first.") from exc


def _from_zip(content: Content, packed: zipfile.ZipFile, kind: str) -> Content:
    infos = [info for info in packed.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
    names = {info.filename for info in infos}
    if len(infos) != 1 or len(packed.infolist()) > MAX_ZIP_ENTRIES:
        shown = ", ".join(sorted(names)[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
        raise _refused(
            kind, f"a zip of {len(infos)} files ({shown}): {content.name}", "Unpack it and name one of them."
        )
    with packed.open(infos[0]) as file:
        data = file.read(MAX_ZIP_BYTES + 1)
    return _named(content, data, PurePosixPath(infos[0].filename).name)


def _is_hidden(name: str) -> bool:
    return name.startswith("__MACOSX/") or PurePosixPath(name).name.startswith(".")


def _ungzipped(content: Content, kind: str) -> bytes:
    reader = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        data = reader.decompress(content.data, MAX_ZIP_BYTES + 1)
    except zlib.error as exc:
        raise _refused(kind, f"a damaged gz file: {content.name}", "Pack it again, or give it unpacked.") from exc
    if not reader.eof and len(data) <= MAX_ZIP_BYTES:
        raise _refused(kind, f"a gz file that is cut off: {content.name}", "Pack it again, or give it unpacked.")
    return data


def _named(content: Content, data: bytes, inner: str) -> Content:
    return Content(content.name, PurePosixPath(inner).suffix.lower(), data, content.checksum)


def _checked(inner: Content, content: Content, kind: str) -> Content:
    if len(inner.data) > min(MAX_ZIP_BYTES, MAX_FILE_BYTES):
        raise _refused(kind, f"more than {MAX_ZIP_BYTES // 2**20} MiB packed in {content.name}", "Unpack or split it.")
    if inner.data.startswith((_ZIP, _GZIP)) and inner.suffix not in _WORKBOOKS:
        raise _refused(kind, f"a packed file inside a packed file: {content.name}", "Unpack it first.")
    if not inner.data.strip():
        raise _refused(kind, f"an empty file packed in {content.name}", "Export it again.")
    return inner


def _refused(kind: str, was: str, advice: str) -> FileUnreadable:
    return FileUnreadable(f"{kind} file must be CSV, TSV, JSON, JSON Lines, xlsx or Parquet. Got {was}. {advice}")

"""Unpack the XML parts of a zip without trusting a size it declares."""

import io
import struct
import zipfile
import zlib
from typing import Final

from .limits import MAX_ZIP_BYTES, MAX_ZIP_ENTRIES, MAX_ZIP_RATIO, ZIP_RATIO_FROM_BYTES

_XML_SUFFIXES: Final = (".xml", ".rels")
_LOCAL_HEADER_BYTES: Final = 30
_ENCRYPTED: Final = 1


class UnsafeWorkbook(Exception):
    """Why a workbook is not opened, as the end of a sentence; the reader turns it into ``FileUnreadable``."""


def unpacked_parts(data: bytes) -> dict[str, bytes]:
    """Return name (lower case) and bytes of each XML part.

    Raises
    ------
    UnsafeWorkbook
        If there is more in it than ``limits`` allows, or it says other sizes than it has.
    zipfile.BadZipFile, zlib.error, struct.error
        If it is no sound zip.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    if len(entries) > MAX_ZIP_ENTRIES:
        raise UnsafeWorkbook(f"{len(entries)} parts (at most {MAX_ZIP_ENTRIES})")
    if sum(entry.file_size for entry in entries) > MAX_ZIP_BYTES:
        raise UnsafeWorkbook(f"more than {MAX_ZIP_BYTES // 2**20} MiB when unpacked")
    parts: dict[str, bytes] = {}
    for entry in entries:
        name = entry.filename.lower()
        unpacked = _unpack(data, entry)
        if name in parts:
            raise UnsafeWorkbook("two parts of one name")
        if name.endswith(_XML_SUFFIXES):
            parts[name] = unpacked
    return parts


def _unpack(data: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Unpack one entry, and stop as soon as it holds more than it declares."""
    if entry.flag_bits & _ENCRYPTED:
        raise UnsafeWorkbook("a password")
    if entry.file_size >= ZIP_RATIO_FROM_BYTES and entry.file_size > MAX_ZIP_RATIO * max(entry.compress_size, 1):
        raise UnsafeWorkbook(f"a part that grows more than {MAX_ZIP_RATIO} times when unpacked")
    header = data[entry.header_offset : entry.header_offset + _LOCAL_HEADER_BYTES]
    name_length, extra_length = struct.unpack("<HH", header[26:])
    start = entry.header_offset + _LOCAL_HEADER_BYTES + name_length + extra_length
    packed = data[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_STORED:
        unpacked, is_whole = packed, True
    elif entry.compress_type == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        unpacked = inflater.decompress(packed, entry.file_size + 1)
        is_whole = inflater.eof
    else:
        raise UnsafeWorkbook("a rare way of packing")
    if not is_whole or len(unpacked) != entry.file_size:
        raise UnsafeWorkbook("a part of another size than it declares")
    return unpacked

"""What can be wrong with a CSV file before its cells are looked at, told in one line.

Uses the standard library only: `tables` reads what passes here.
"""

import csv
import io
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Final

from palermo.domain.mistakes import Mistake

LIMIT: Final = 190_000_000  # bytes; what is larger is split by whoever sends it
_BOM: Final = b"\xef\xbb\xbf"
_WIDE: Final = {b"\xff\xfe\x00\x00": "UTF-32", b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CHUNK: Final = 1 << 20
_OTHERS: Final = {  # what is sent in place of a CSV file, by its first bytes
    b"PK\x03\x04": "a workbook or an archive",
    b"\xd0\xcf\x11\xe0": "a workbook of an old kind",
    b"%PDF": "a PDF file",
}
_SEPARATORS: Final = {";": "semicolons", "\t": "tabs", "|": "vertical bars"}


def read_bytes(path: Path, *, accept_bom: bool = False) -> bytes:
    """Return the content of a file as UTF-8 bytes without a byte-order mark; else a Mistake."""
    data = _content(path)
    _check_kind(data, path.name)
    if data.startswith(_BOM):
        if not accept_bom:
            raise Mistake(
                f'{path.name} begins with a byte-order mark, as Excel\'s "CSV UTF-8" writes it; '
                "--accept-bom takes it"
            )
        data = data[len(_BOM) :]
    if not data[:_CHUNK].strip() and not data.strip():
        raise Mistake(f"{path.name} is empty")
    if b"\0" in data:
        raise Mistake(_with_nul(data, path.name))
    if b"\n" not in data and b"\r" in data:
        raise Mistake(f"{path.name}: its lines end as on old Macs: save it as CSV UTF-8")
    _check_utf8(data, path.name)
    return data


def _check_kind(data: bytes, name: str) -> None:
    """Raise a Mistake where the first bytes are those of another kind of file."""
    for mark, kind in _OTHERS.items():
        if data.startswith(mark):
            raise Mistake(f"{name} is {kind}, not a CSV file: save the sheet as CSV UTF-8")
    for mark, encoding in _WIDE.items():
        if data.startswith(mark):
            raise Mistake(f"{name} is in {encoding}, not in UTF-8: save it as CSV UTF-8")


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Mistake(f"{path} is a folder, not a CSV file")
        if not path.exists():
            raise Mistake(f"{path} was not found")
        if not path.is_file():
            raise Mistake(f"{path} is not an ordinary file")
        size = path.stat().st_size
        if size > LIMIT:
            raise Mistake(
                f"{path.name} is larger than {LIMIT // 1_000_000} MB ({size:,} bytes): split it"
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Mistake(f"{path} cannot be read: {reason}") from error


def _with_nul(data: bytes, name: str) -> str:
    sample = data[:_CHUNK]
    if sample.count(0) * 3 > len(sample):
        return f"{name} is in UTF-16, not in UTF-8: save it as CSV UTF-8"
    line = data.count(b"\n", 0, data.index(0)) + 1
    return f"{name} holds a NUL byte in line {line}: it is not a text file"


def _check_utf8(data: bytes, name: str) -> None:
    view = memoryview(data)
    start = 0
    while start < len(data):
        end = start + _CHUNK
        while end < len(data) and data[end] & 0xC0 == 0x80 and end < start + _CHUNK + 4:
            end += 1  # never cut a character in two
        try:
            str(view[start:end], "utf-8")
        except UnicodeDecodeError as error:
            place = start + error.start
            line = data.count(b"\n", 0, place) + 1
            raise Mistake(
                f"{name} is not in UTF-8 (line {line}); it is probably in {_likely(data, place)}: "
                "save it as CSV UTF-8"
            ) from error
        start = end


def _likely(data: bytes, place: int) -> str:
    """Return the likely encoding of what begins at a place that is not UTF-8.

    Accented letters stand alone, the letters of other scripts in runs.
    """
    high = [place for place, byte in enumerate(data[place : place + _CHUNK]) if byte > 127]
    follow = sum(other == one + 1 for one, other in pairwise(high))
    if follow * 2 < len(high):
        return "Windows-1252"
    return "GB 18030, Windows-1251 or Windows-1256"


def header(data: bytes, name: str) -> tuple[str, ...]:
    """Return the column names; a Mistake where one stands twice or commas do not part them."""
    lines = io.StringIO(_head(data), newline="")
    try:
        cells = next(csv.reader(lines, strict=True))
    except (csv.Error, StopIteration) as error:
        raise Mistake(f"{name}: the quoting of the header (row 1) is broken") from error
    if cells and cells[0].startswith("sep="):
        raise Mistake(f'{name} begins with the line "sep=" of a spreadsheet: remove that line')
    if len(cells) <= 1:
        _check_separator(cells[0] if cells else "", name)
    for column, times in Counter(cells).items():
        if times > 1:
            shown = f"column {column}" if column.strip() else "a column without a name"
            raise Mistake(f"{name}: {shown} stands {times} times in the header")
        if column[:1] in tuple("=@+-\t\r"):
            raise Mistake(f"{name}: the column name {column[:40]!r} begins like a formula")
        if not column.strip():
            raise Mistake(f"{name}: column {cells.index(column) + 1} has no name in the header")
    return tuple(cells)


def _head(data: bytes) -> str:
    """Return the text up to the end of the header: its line, or more where a name is quoted."""
    end = data.find(b"\n")
    while end != -1 and data.count(b'"', 0, end) % 2 and end < _CHUNK:
        end = data.find(b"\n", end + 1)
    return data[: len(data) if end == -1 else end].decode("utf-8", "replace")[:_CHUNK]


def _check_separator(line: str, name: str) -> None:
    for mark, words in _SEPARATORS.items():
        if mark in line:
            raise Mistake(f"{name} parts its columns with {words}: save it with commas")


def broken_at(data: bytes, width: int) -> str:
    """Return which row of an unreadable file is wrong and why, in one line."""
    lines = io.StringIO(data.decode("utf-8", "replace"), newline="")
    row = 1
    try:
        for row, cells in enumerate(csv.reader(lines, strict=True), start=1):
            if len(cells) > width:
                return f"row {row} has {len(cells)} cells, the header has {width}"
    except csv.Error as error:
        if "field larger" in str(error):
            return f"row {row + 1} holds a cell of more than {csv.field_size_limit()} characters"
        return f"the quoting is broken in row {row + 1} or after it"
    return "the quoting is broken"

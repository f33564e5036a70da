"""CSV files as tables: Polars answers as plain rows do, and wrong files are told in a line."""

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from palermo.domain.mistakes import Mistake
from palermo.domain.statements import CONTROL, FORMULA, FORMULA_MARKS
from palermo.engines.csv_bytes import LIMIT
from palermo.engines.tables import CsvFile, CsvTable, open_csv
from tests.domain.plain_table import PlainTable, plain_table

NAMES = ("a", "b", "c")
CELL = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6) | st.sampled_from(
    ["", "x", "=x", "-", "- x", "\tx", ' "', "a,b", "x\ny", "\r\n", "\x1b", "é", "甲"]
)
ROWS = st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=12)


def written(rows: list[tuple[str, ...]], quoting: int = csv.QUOTE_ALL) -> bytes:
    file = io.StringIO()
    writer = csv.writer(file, quoting=quoting, lineterminator="\n")  # type: ignore[arg-type]
    writer.writerow(NAMES)
    writer.writerows(rows)
    return file.getvalue().encode()


def both(rows: list[tuple[str, ...]]) -> tuple[CsvTable, PlainTable]:
    return CsvFile("x.csv", written(rows), NAMES).table(), plain_table(NAMES, *rows)


@settings(max_examples=200, deadline=None)
@given(rows=ROWS)
def test_cells_come_back_as_they_were_written(rows: list[tuple[str, ...]]) -> None:
    one, _ = both(rows)
    assert list(one.rows(NAMES)) == rows
    assert len(one) == len(rows)


@settings(max_examples=150, deadline=None)
@given(rows=ROWS)
def test_polars_answers_as_plain_rows_do(rows: list[tuple[str, ...]]) -> None:
    one, other = both(rows)
    pair = ("a", "c")
    assert sorted(one.tally(pair)) == sorted(other.tally(pair))
    assert sorted(CsvFile("x.csv", written(rows), NAMES).tally(pair)) == sorted(one.tally(pair))
    wanted = {cells for cells, _ in other.tally(pair)[::2]}
    assert one.with_cells(pair, wanted) == other.with_cells(pair, wanted)
    assert one.repeated(pair) == other.repeated(pair)
    assert one.empty() == other.empty()
    for name in NAMES:
        assert one.matching(name, FORMULA) == other.matching(name, FORMULA)
        assert one.matching(name, CONTROL) == other.matching(name, CONTROL)
        assert one.longer(name, 3) == other.longer(name, 3)
    words = {cells: f"<{cells[0]}>" for cells in wanted}
    added = one.translated(pair, words, "=d").without({2}), other.translated(pair, words, "=d")
    assert list(added[0].rows(("=d",))) == list(added[1].without({2}).rows(("=d",)))
    assert added[0].matching("a", "x") == added[1].without({2}).matching("a", "x")


def mistake(tmp_path: Path, content: bytes, *, accept_bom: bool = False) -> str:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(Mistake) as told:
        open_csv(path, accept_bom=accept_bom).table()
    assert "\n" not in str(told.value)
    return str(told.value)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "file.csv is empty"),
        (b" \n\n", "file.csv is empty"),
        (b"a,b\n", "has a header and no rows"),
        (b"a,b\n1,2,3\n", "row 2 has 3 cells, the header has 2"),
        (b'a,b\n1,2\n"x\ny",2\n1,2,3\n', "row 4 has 3 cells, the header has 2"),
        (b"a,a\n1,2\n", "column a stands 2 times in the header"),
        (b"a,,b\n1,2,3\n", "column 2 has no name in the header"),
        (b"=a,b\n1,2\n", "begins like a formula"),
        (b"a;b\n1;2\n", "parts its columns with semicolons: save it with commas"),
        (b"a\tb\n1\t2\n", "parts its columns with tabs: save it with commas"),
        (b"\xef\xbb\xbfa,b\n1,2\n", "byte-order mark, as Excel"),
        ("a,b\n1,2\n".encode("utf-16"), "is in UTF-16, not in UTF-8"),
        ("a,b\n1,2\n".encode("utf-16-le"), "is in UTF-16, not in UTF-8"),
        ("a,b\n1,2\n".encode("utf-16-be"), "is in UTF-16, not in UTF-8"),
        ("a,b\n1,2\n".encode("utf-32"), "is in UTF-32, not in UTF-8"),
        (
            "a,b\n1,2\nCôte d’Ivoire,é\n".encode("cp1252"),
            "(line 3); it is probably in Windows-1252",
        ),
        ("a,b\n需要法律援助,立法\n".encode("gb18030"), "probably in GB 18030"),
        (b"a,b\n1,\x002\n" + b"1,2\n" * 9, "holds a NUL byte in line 2"),
        (b'a,b\n"x"y,2\n', "quoting is broken"),
        (b'a,b\n"x,2\n3,4\n', "quoting is broken"),
        (b'a,b\nx"y,2\n3,4"\n', "quoting is broken"),
        (b'"a,b\n1,2\n', "quoting of the header"),
        (b"a,b\r1,2\r3,4", "its lines end as on old Macs"),
        (b"PK\x03\x04\0\0 a workbook", "is a workbook or an archive, not a CSV file"),
        (b"\xd0\xcf\x11\xe0\0 a workbook", "is a workbook of an old kind"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF file, not a CSV file"),
        (b"sep=,\r\na,b\r\n1,2\r\n", 'begins with the line "sep=" of a spreadsheet'),
        (
            "a,b\n需要法律援助,立法\n".encode() + b"caf\xe9,2\n",
            "(line 3); it is probably in Windows-",
        ),
    ],
)
def test_a_file_that_is_no_csv_is_told_why(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in mistake(tmp_path, content)


def test_a_byte_order_mark_is_taken_where_it_is_allowed(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"\xef\xbb\xbfa,b\r\n1,2\r\n")
    file = open_csv(path, accept_bom=True)
    assert file.columns == ("a", "b")
    assert list(file.table().rows(("a", "b"))) == [("1", "2")]


def test_a_file_that_is_not_there_a_folder_and_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, words in [
        (tmp_path / "none.csv", "was not found"),
        (tmp_path, "is a folder"),
        (tmp_path / "pipe", "is not an ordinary file"),
        (Path("a\0b"), "was not found"),
    ]:
        with pytest.raises(Mistake, match=words):
            open_csv(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"a,b\n1,2\n")
    path.chmod(0)
    with pytest.raises(Mistake, match="cannot be read: Permission denied"):
        open_csv(path)


def test_a_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(
        Mistake, match=r"large.csv is larger than 190 MB .190,000,001 bytes.: split it"
    ):
        open_csv(path)


@pytest.mark.parametrize("content", ['"x"中,1\ny,2\n', '"x中', '1,"x"中\n2,3\n', '"x"y,1\n'])
def test_a_broken_quote_is_told_by_a_tally_too(content: str) -> None:
    file = CsvFile("x.csv", f"a,b\n{content}".encode(), ("a", "b"))
    with pytest.raises(Mistake, match="the quoting is broken"):
        file.tally(("a", "b"))


@given(rows=ROWS)
def test_a_cell_that_begins_with_a_mark_is_never_overlooked(rows: list[tuple[str, ...]]) -> None:
    file = CsvFile("x.csv", written(rows), NAMES)
    begins = any(cell.startswith(tuple(FORMULA_MARKS)) for row in rows for cell in row)
    assert file.may_begin(FORMULA_MARKS) or not begins


def test_a_byte_order_mark_alone_is_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "file.csv").write_bytes(b"\xef\xbb\xbf")
    with pytest.raises(Mistake, match="is empty"):
        open_csv(tmp_path / "file.csv", accept_bom=True)


def test_a_tally_asks_for_its_columns_only() -> None:
    file = CsvFile("x.csv", b"a,b,c\n1,8,3\n,2,3\n1,9,3\n", NAMES)
    assert sorted(file.tally(("c", "a"))) == [(("3", ""), 1), (("3", "1"), 2)]


def test_an_empty_line_keeps_its_number() -> None:
    table = CsvFile("x.csv", b"a,b,c\n1,2,3\n\n4,5,6\n", NAMES).table()
    assert table.empty() == [3]
    assert table.with_cells(("a",), {("4",)}) == [(4, ("4",))]


@pytest.mark.fuzz
@settings(max_examples=5000, deadline=None)
@given(
    content=st.binary(max_size=300)
    | st.text(alphabet='a,b"\n\r;\t\0é=', max_size=80).map(str.encode)
)
def test_any_bytes_are_a_table_or_a_mistake(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.csv"
    path.write_bytes(content)
    told, rows = "", 0
    try:
        rows = len(open_csv(path, accept_bom=True).table())
    except Mistake as mistake:
        told = str(mistake)
    assert bool(rows) != bool(told)
    assert "\n" not in told

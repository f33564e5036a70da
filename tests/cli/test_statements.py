"""`palermo statements check` and `palermo statements import`."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from palermo.cli.main import main
from palermo.engines.records import load_record
from palermo.engines.statement_files import check_statements

GOLDEN = Path(__file__).parent.parent / "golden"
Capture = pytest.CaptureFixture[str]


def whole(folder: Path) -> Path:
    """Write the facts of both notes as one file, as they were gathered."""
    first, second = (
        (GOLDEN / f"needs_{year}.csv").read_text(encoding="utf-8") for year in ("2009", "2007")
    )
    path = folder / "needs.csv"
    path.write_text(first + second.split("\n", 1)[1], encoding="utf-8")
    return path


def changed(folder: Path, row: int, column: str, value: str) -> Path:
    """Write the facts of 2009 with one cell changed; rows as a spreadsheet numbers them."""
    rows = list(csv.DictReader(io.StringIO((GOLDEN / "needs_2009.csv").read_text("utf-8"))))
    rows[row - 2][column] = value
    path = folder / "changed.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return path


def check(path: Path, capsys: Capture, *more: str) -> tuple[int, dict[str, object], str]:
    status = main(["statements", "check", str(path), "--json", *more])
    told = capsys.readouterr()
    return status, json.loads(told.out or "{}"), told.err


def test_the_facts_of_both_notes_are_accepted_as_they_are(tmp_path: Path, capsys: Capture) -> None:
    status, report, said = check(whole(tmp_path), capsys)
    assert (status, said) == (0, "")
    assert (report["rows"], report["accepted"], report["errors"]) == (205, 205, [])
    assert report["by_basis"] == {"need": 182, "view": 14, "difficulty": 9}
    assert report["ignored_columns"] == []


def test_the_contradictions_are_listed(capsys: Capture) -> None:
    _, report, _ = check(GOLDEN / "needs_2009.csv", capsys)
    found = report["findings"]
    assert isinstance(found, list)
    first = [(one["kind"], one["state"]) for one in found[:3]]
    assert first == [
        ("silent_but_quoted", "GRD"),
        ("silent_but_quoted", "LKA"),
        ("silent_before_consent", "YEM"),
    ]
    assert "8 February 2010" in found[2]["words"]


@pytest.mark.parametrize(
    ("column", "value", "where", "reason"),
    [
        ("iso3", "XYZ", "iso3", 'unknown State "XYZ"'),
        ("name_en", "Albnia", "name_en", "nearest: Albania (ALB)"),
        ("name_en", "Algeria", "iso3", "the columns name different States"),
        ("subcategory_code", "training", "subcategory_code", "unknown code"),
        ("category_code", "law", "category_code", "unknown code"),
        ("instrument", "UNCAC", "instrument", "unknown instrument"),
        ("basis", "wish", "basis", "unknown basis"),
        ("fit", "close", "fit", "unknown fit"),
        ("note", '=HYPERLINK("x")', "note", "formula"),
        ("statement_en", "", "statement_en", "empty"),
    ],
)
def test_a_bad_cell_is_reported_with_its_row(
    tmp_path: Path, capsys: Capture, column: str, value: str, where: str, reason: str
) -> None:
    path = changed(tmp_path, 2, column, value)
    status, report, said = check(path, capsys)
    assert status == 2
    (error,) = report["errors"]  # type: ignore[misc]
    assert (error["row"], error["column"]) == (2, where)
    assert reason in error["reason"]
    assert (report["rows"], report["accepted"]) == (181, 180)
    assert said == "palermo: changed.csv: 1 of 181 rows have errors\n"


def test_a_code_of_one_protocol_is_refused_elsewhere(tmp_path: Path, capsys: Capture) -> None:
    rows = list(csv.DictReader((GOLDEN / "needs_2009.csv").open(encoding="utf-8")))
    row = next(n for n, one in enumerate(rows, 2) if one["subcategory_code"] == "marking_support")
    _, report, _ = check(changed(tmp_path, row, "instrument", "SOM"), capsys)
    (error,) = report["errors"]  # type: ignore[misc]
    assert error["row"] == row
    assert error["reason"].endswith("belongs to FIREARMS only, not to SOM")


def test_a_repeated_row_names_the_first(tmp_path: Path, capsys: Capture) -> None:
    path = whole(tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.splitlines()[1] + "\n", encoding="utf-8")
    _, report, _ = check(path, capsys)
    (error,) = report["errors"]  # type: ignore[misc]
    assert error["row"] == 207
    assert error["reason"] == "the same statement as row 2"


def test_the_text_report_shows_fifty_errors_and_how_many_more(
    tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "bad.csv"
    text = whole(tmp_path).read_text(encoding="utf-8").replace(",need,", ",wish,")
    path.write_text(text, encoding="utf-8")
    assert main(["statements", "check", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out.count("unknown basis") == 50
    assert "and 132 more; --json lists all" in told.out


@pytest.mark.parametrize("verb", ["check", "import"])
def test_a_file_that_cannot_be_read_is_one_line_and_exit_2(
    verb: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "bom.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (GOLDEN / "needs_2009.csv").read_bytes())
    for file in (tmp_path / "none.csv", tmp_path, path):
        assert main(["statements", verb, str(file), "--json"]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert told.err.startswith("palermo: ")
        assert told.err.count("\n") == 1


def test_a_missing_column_is_named(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "short.csv"
    path.write_text("iso3,instrument,code\nALB,UNTOC,legal/drafting_amendment\n", encoding="utf-8")
    assert main(["statements", "check", str(path)]) == 2
    told = capsys.readouterr()
    assert told.err == "palermo: short.csv: column statement (or statement_en, ...) is missing\n"


def test_a_byte_order_mark_is_taken_on_request(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "bom.csv"
    path.write_bytes(b"\xef\xbb\xbf" + (GOLDEN / "needs_2009.csv").read_bytes())
    status, report, _ = check(path, capsys, "--accept-bom")
    assert (status, report["rows"]) == (0, 181)


@pytest.mark.usefixtures("loaded")
def test_importing_what_stands_there_already_changes_nothing(
    tmp_path: Path, capsys: Capture
) -> None:
    path = whole(tmp_path)
    counts = []
    for more in (["--dry-run"], [], [], ["--dry-run"]):
        assert main(["statements", "import", str(path), "--json", *more]) == 0
        report = json.loads(capsys.readouterr().out)
        counts.append((report["new"], report["already"]))
    assert counts == [(24, 181), (24, 181), (0, 205), (0, 205)]


@pytest.mark.usefixtures("loaded")
def test_a_file_with_one_error_stores_nothing(tmp_path: Path, capsys: Capture) -> None:
    path = changed(tmp_path, 100, "basis", "wish")
    path.write_text(path.read_text("utf-8").replace("indicated", "said"), encoding="utf-8")
    assert main(["statements", "import", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "row 100, column basis" in told.err
    assert told.err.endswith("1 of 181 rows have errors; nothing was imported\n")
    assert main(["statements", "import", str(GOLDEN / "needs_2009.csv"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["new"] == 0


def test_the_shipped_record_has_the_identities_of_the_file(tmp_path: Path) -> None:
    read = {one.identity for one in check_statements(whole(tmp_path)).statements()}
    assert {one.identity for one in load_record().statements} <= read


@pytest.mark.fuzz
@settings(
    max_examples=2000,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_a_damaged_file_is_a_report_or_one_line(
    data: st.DataObject, tmp_path: Path, capsys: Capture
) -> None:
    content = bytearray((GOLDEN / "needs_2009.csv").read_bytes()[:6000])
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    path = tmp_path / "damaged.csv"
    path.write_bytes(bytes(content))
    for arguments in (["statements", "check", str(path), "--json"], ["overview", str(path)]):
        status = main(arguments)
        told = capsys.readouterr()
        assert status in (0, 2)
        assert status == 0 or told.err.count("\n") == 1

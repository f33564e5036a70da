"""`palermo overview`: from a file without a database, and from the database."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from palermo.cli.main import main

GOLDEN = Path(__file__).parent.parent / "golden"
Capture = pytest.CaptureFixture[str]


def counted(capsys: Capture, *arguments: str) -> dict[str, object]:
    assert main(["overview", *arguments, "--json"]) == 0
    told = capsys.readouterr()
    assert told.err == ""
    found: dict[str, object] = json.loads(told.out)
    return found


def test_the_statements_of_2009(capsys: Capture) -> None:
    found = counted(capsys, str(GOLDEN / "needs_2009.csv"))
    assert (found["requests"], found["states"], found["statements"]) == (158, 45, 181)
    assert found["by_legal_subcategory"] == {
        "ratification_advice": 2,
        "model_legislation": 0,
        "drafting_amendment": 21,
        "implementation_issues": 6,
        "case_best_practice": 3,
        "unspecified": 0,
    }
    assert found["by_instrument"] == {"UNTOC": 93, "TIP": 36, "SOM": 15, "FIREARMS": 14}
    shares = found["shares"]
    assert isinstance(shares, dict)
    assert round(sum(shares.values()), 1) == 100.0
    assert found["by_basis"] == {"need": 158, "view": 14, "difficulty": 9}


def test_recorded_values_stand_beside_the_computed(capsys: Capture) -> None:
    found = counted(capsys, str(GOLDEN / "needs_2009.csv"))
    recorded = found["recorded_shares"]
    assert [one["percent"] for one in recorded] == [25, 20, 16, 16]  # type: ignore[attr-defined]
    rates = found["rates"]
    printed = [one for one in rates if one["recorded"] is not None]  # type: ignore[attr-defined]
    assert len(printed) == 7
    assert all(one["n"] is None and one["source"] for one in printed)
    assert "N = 158 requests" in str(found["computed_from"])
    assert "CTOC/COP/WG.2/2009/2" in str(found["computed_from"])


def test_both_notes_together(tmp_path: Path, capsys: Capture) -> None:
    first, second = ((GOLDEN / f"needs_{y}.csv").read_text("utf-8") for y in (2009, 2007))
    path = tmp_path / "needs.csv"
    path.write_text(first + second.split("\n", 1)[1], encoding="utf-8")
    found = counted(capsys, str(path))
    assert (found["requests"], found["states"]) == (182, 52)


def test_the_file_and_the_database_give_the_same_figures(loaded: None, capsys: Capture) -> None:
    from_file = counted(capsys, str(GOLDEN / "needs_2009.csv"))
    assert counted(capsys) == from_file


def test_an_empty_row_changes_nothing(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "needs_2009.csv"
    path.write_bytes((GOLDEN / "needs_2009.csv").read_bytes() + b"\n,,,,,,,,,,,,\n")
    assert counted(capsys, str(path)) == counted(capsys, str(GOLDEN / "needs_2009.csv"))


def test_a_wrong_cell_is_one_line_and_exit_2(tmp_path: Path, capsys: Capture) -> None:
    text = (GOLDEN / "needs_2009.csv").read_text("utf-8").replace(",ALB,", ",QQQ,", 1)
    path = tmp_path / "wrong.csv"
    path.write_text(text, encoding="utf-8")
    assert main(["overview", str(path), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert 'row 2, column iso3: unknown State "QQQ"' in told.err


def test_an_unknown_record_is_one_line_and_exit_2(capsys: Capture) -> None:
    assert main(["overview", str(GOLDEN / "needs_2009.csv"), "--record", "1999"]) == 2
    assert capsys.readouterr().err == "palermo: there is no record 1999; there is 2009-2\n"


def test_the_table_says_its_unit_and_its_shares(capsys: Capture) -> None:
    assert main(["overview", str(GOLDEN / "needs_2009.csv")]) == 0
    told = capsys.readouterr().out
    assert "158 requests of 45 States" in told
    assert "one request = one State, one instrument, one subcategory" in told
    assert "share of 158 requests" in told


def test_a_file_is_counted_without_django_or_pandas() -> None:
    code = (
        "import sys; from palermo.cli.main import main; "
        f"main(['overview', {str(GOLDEN / 'needs_2009.csv')!r}, '--json']); "
        "sys.exit(bool({'django', 'pandas'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+1", "-1", "\t=1"])
@pytest.mark.parametrize("column", ["note", "statement_en", "name_zh"])
def test_a_formula_in_any_cell_is_refused(
    tmp_path: Path, capsys: Capture, column: str, cell: str
) -> None:
    rows = list(csv.DictReader(io.StringIO((GOLDEN / "needs_2009.csv").read_text("utf-8"))))
    rows[4][column] = cell
    path = tmp_path / "formula.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    assert main(["overview", str(path), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"row 6, column {column}: the cell begins like a spreadsheet formula" in told.err
    assert told.err.count("\n") == 1


def test_a_list_and_an_equals_sign_inside_a_text_are_no_formula(
    tmp_path: Path, capsys: Capture
) -> None:
    text = (GOLDEN / "needs_2009.csv").read_text("utf-8")
    path = tmp_path / "needs_2009.csv"
    path.write_text(text.replace("needed", "- needed,=,"), encoding="utf-8")
    assert counted(capsys, str(path)) == counted(capsys, str(GOLDEN / "needs_2009.csv"))

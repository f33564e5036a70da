"""`palermo states resolve` and `palermo states list`."""

import io
import json
import sys
from pathlib import Path

import pytest

from palermo.cli.main import main


def test_a_known_name_gives_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["states", "resolve", "Perú", "Iran, Islamic Republic of"]) == 0
    told = capsys.readouterr()
    assert told.out == "PER\tPerú\nIRN\tIran, Islamic Republic of\n"
    assert told.err == ""


def test_an_unknown_name_is_an_error_that_names_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["states", "resolve", "Peru", "Nigr"]) == 1
    told = capsys.readouterr()
    assert told.out == "PER\tPeru\n"
    assert told.err == "unknown: Nigr — nearest: Niger (NER), Nigeria (NGA)\n"


def test_json_goes_alone_to_the_output_one_object_per_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["states", "resolve", "--json", "Côte d'Ivoire", "Korea"]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    assert [json.loads(line) for line in told.out.splitlines()] == [
        {"name": "Côte d'Ivoire", "iso3": "CIV", "suggestions": []},
        {
            "name": "Korea",
            "iso3": None,
            "suggestions": [
                "Democratic People’s Republic of Korea (PRK)",
                "Republic of Korea (KOR)",
            ],
        },
    ]
    assert "ô" in told.out


def test_a_file_has_one_name_per_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = tmp_path / "names.txt"
    names.write_bytes("\ufeffTürkiye\r\n\r\n 中国 \nالأردن\n".encode())
    assert main(["states", "resolve", "Чад", "--file", str(names)]) == 0
    assert capsys.readouterr().out == "TCD\tЧад\nTUR\tTürkiye\nCHN\t中国\nJOR\tالأردن\n"


def test_a_dash_reads_the_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Fiji\n")))
    assert main(["states", "resolve", "--file", "-"]) == 0
    assert capsys.readouterr().out == "FJI\tFiji\n"


def test_bad_input_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Peru\nPérou\n".encode("latin-1"))
    empty = tmp_path / "empty.txt"
    empty.write_text("\n")
    for wrong, words in [
        (["resolve", "--file", str(latin)], "line 2 is not UTF-8 text"),
        (["resolve", "--file", str(tmp_path / "none")], "cannot be read: No such file"),
        (["resolve", "--file", str(tmp_path)], "cannot be read: Is a directory"),
        (["resolve", "--file", str(empty)], "no names"),
        (["resolve"], "no names"),
        (["resolve", "\udcff"], "not UTF-8 text"),
        (["list", "--language", "de"], "unknown language 'de'"),
    ]:
        assert main(["states", *wrong]) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert words in told.err
        assert told.err.count("\n") == 1


def test_the_list_is_in_the_order_of_its_language(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["states", "list", "--language", "fr"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 198
    assert lines[:3] == ["AFG\tAfghanistan", "ZAF\tAfrique du Sud", "ALB\tAlbanie"]


def test_the_list_as_json_says_everything(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["states", "list", "--language", "ru", "--json"]) == 0
    first = json.loads(capsys.readouterr().out.splitlines()[0])
    assert first == {
        "iso3": "AUS",
        "iso2": "AU",
        "m49": "036",
        "kind": "member",
        "regional_group": "western-european-other",
        "unodc_region": "asia-pacific",
        "short": "Австралия",
        "formal": "Австралия",
    }

"""`palermo instruments`: the day asked for, both counts, and what is missing."""

import json
from pathlib import Path

import pytest

from palermo.cli.main import main

PARTICIPATION = ("instruments", "participation")


@pytest.mark.parametrize("day", ["yesterday", "20.08.2009", "2009-02-30", ""])
def test_what_is_no_day_is_refused_in_one_line(
    day: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*PARTICIPATION, "--on", day]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "2009-08-20" in told.err
    assert told.err.count("\n") == 1


def test_an_unknown_instrument_is_refused_and_the_known_ones_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*PARTICIPATION, "--on", "2009-08-20", "--instrument", "UNCAC"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "UNTOC, TIP, SOM, FIREARMS" in told.err


def test_the_day_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(list(PARTICIPATION)) == 2
    assert "--on" in capsys.readouterr().err


def test_both_counts_are_labelled_and_the_missing_consents_are_told(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*PARTICIPATION, "--on", "2009-08-20"]) == 0
    told = capsys.readouterr().out
    rows = [line.split() for line in told.splitlines()]
    assert ["UNTOC", "consented", "150", "1"] in rows
    assert ["UNTOC", "bound", "149", "1"] in rows
    assert ["FIREARMS", "consented", "79", "0"] in rows
    assert "published in March 2015" in told
    assert "missing" in told
    assert "30th day after deposit" in told


def test_one_instrument_may_be_asked_for_in_small_letters(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([*PARTICIPATION, "--on", "2009-08-20", "--instrument", "tip", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told["instruments"]) == ["TIP"]
    assert told["latest_consent_on_file"] == "2013-12-13"


def test_json_goes_to_standard_output_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PARTICIPATION, "--on", "2009-08-20", "--json"]) == 0
    streams = capsys.readouterr()
    assert streams.err == ""
    told = json.loads(streams.out)
    consented = told["instruments"]["SOM"]["consented"]
    assert (consented["states"], consented["organizations"]) == (119, 1)
    assert len(consented["participants"]) == 120
    assert "missing" in told["limit"]
    assert set(told["measures"]) == {"consented", "bound", "signatories"}


def test_a_day_before_the_convention_counts_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*PARTICIPATION, "--on", "2000-11-14", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    for measures in told["instruments"].values():
        assert all(not one["participants"] for one in measures.values())


def test_the_list_names_the_four_in_the_language_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["instruments", "list", "--language", "zh", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in told] == ["UNTOC", "TIP", "SOM", "FIREARMS"]
    assert told[0]["title"] == "联合国打击跨国有组织犯罪公约"
    assert [one["articles"] for one in told] == [41, 20, 25, 21]


def test_the_list_in_words_gives_resolution_and_dates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments", "list"]) == 0
    told = capsys.readouterr().out
    assert "A/RES/55/255, adopted 2001-05-31, in force 2005-07-03" in told


@pytest.mark.parametrize("code", ["untoc", "UNTOC/18", "18(13)", "untoc/18/31", "uncac/46", ""])
def test_what_no_instrument_has_is_refused(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments", "show", code]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1


def test_a_provision_is_shown_with_level_condition_duty_and_counterparts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["instruments", "show", "untoc/18/13"]) == 0
    told = capsys.readouterr().out
    assert "Organized Crime Convention, 18 (13): Mutual legal assistance" in told
    assert "mandatory; optional" in told
    assert "central authority; Secretary-General of the United Nations" in told
    assert "Convention against Corruption 46 (13)" in told
    assert "special region or territory" in told


def test_a_container_shows_its_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments", "show", "untoc/5/1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    shown = [line.split() for line in lines if line.startswith("  5 (1)")]
    assert shown[-1][:3] == ["5", "(1)", "(b)"]
    assert len(shown) == 6


def test_a_provision_is_shown_with_its_summary(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"tip/5/2": "What else is an offence.", "tip/5/2/a": "An attempt is one."}
    monkeypatch.setattr("palermo.cli.instruments.load_summaries", lambda *_: words)
    assert main(["instruments", "show", "tip/5/2"]) == 0
    told = capsys.readouterr().out
    assert "  summary, not the treaty text: What else is an offence." in told
    assert told.count("An attempt is one.") == 1
    assert main(["instruments", "show", "tip/5/2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["summary"] == "What else is an offence."


def test_a_provision_as_json_is_its_tree_with_its_parts_and_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["instruments", "show", "untoc/5/1/a", "--json", "--language", "fr"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["level"] == "parts"
    assert told["parts"] == told["alternatives"]["branches"]
    assert told["cluster"] == "I"
    assert told["cluster_confirmed"] is True
    assert told["words"]["levels"] == ["voir ses subdivisions"]


def test_the_shipped_provisions_are_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["instruments", "check"]) == 0
    streams = capsys.readouterr()
    assert streams.err == ""
    assert "UNTOC      345 codes" in streams.out


def test_no_file_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["instruments", "list"]) == 0
    assert not list(tmp_path.iterdir())

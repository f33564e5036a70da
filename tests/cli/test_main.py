"""The command itself: help without a key, one line for what is wrong, where its words go."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from palermo.cli.main import NOUNS, main

PALERMO = (sys.executable, "-m", "palermo.cli.main")
Capture = pytest.CaptureFixture[str]


def call(
    *words: str, home: Path, shell: str = "", **more: str
) -> "subprocess.CompletedProcess[str]":
    """Run the command as somebody who has set nothing; `shell` is added to the line as it is."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("PALERMO_")}
    line = ["sh", "-c", f'"$@" {shell}', "sh", *PALERMO, *words]
    return subprocess.run(
        line,
        env={**env, "PALERMO_HOME": str(home), **more},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if noun != "django"])
def test_the_help_of_every_noun_needs_no_key_and_no_database(noun: str, tmp_path: Path) -> None:
    told = call(noun, "--help", home=tmp_path / "home")
    assert told.returncode == 0
    assert told.stdout.startswith(f"usage: palermo {noun} ")
    assert told.stderr == ""


def test_the_options_of_django_go_to_django(tmp_path: Path) -> None:
    told = call("django", "check", "--help", home=tmp_path, PALERMO_DEMO="1")
    assert told.returncode == 0
    assert told.stdout.startswith("usage: palermo django check")


@pytest.mark.parametrize(
    "words",
    [
        ["overview"],
        ["note", "--language", "en", "--format", "json", "--out", "out"],
        ["work", "--once"],
        ["data", "load"],
    ],
)
def test_without_a_database_a_command_says_what_to_do(words: list[str], tmp_path: Path) -> None:
    for home in (tmp_path / "none", tmp_path):
        told = call(*words, home=home)
        assert (told.returncode, told.stdout) == (2, "")
        assert told.stderr == (
            f"palermo: there is no database in {home}; run `palermo upgrade` first\n"
        )
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_database_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "palermo.sqlite3").write_text("this is not a database at all, only words\n" * 99)
    for words in (["overview"], ["work", "--once"], ["upgrade"]):
        told = call(*words, home=tmp_path)
        assert told.returncode == 2
        assert told.stderr == (
            f"palermo: the database in {tmp_path} cannot be used: file is not a database\n"
        )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "say what to do: states, instruments, statements"),
        (["frob"], "'frob'"),
        (["states"], "VERB"),
        (["states", "frob"], "'frob'"),
        (["note", "--out", "x"], "--language"),
        (["overview", "--frob"], "--frob"),
        (["serve", "--port", "eighty"], "'eighty'"),
        (["serve", "--port", "99999"], "no port 99999"),
        (["overview", "two\nlines"], "two\N{REPLACEMENT CHARACTER}lines was not found"),
        (["overview", "not-\udcff-text"], "not-\N{REPLACEMENT CHARACTER}-text was not found"),
    ],
)
def test_a_wrong_word_is_told_in_one_line(words: list[str], said: str, capsys: Capture) -> None:
    assert main(words) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("palermo: ")
    assert said in told.err
    assert told.err.count("\n") == 1


def test_answers_are_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    for more in ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}):
        told = call("states", "list", "--language", "zh", home=tmp_path, **more)
        assert (told.returncode, told.stderr) == (0, "")
        assert told.stdout.startswith("AFG\t阿富汗\n")


def test_a_reader_that_leaves_early_causes_no_complaint(tmp_path: Path) -> None:
    for words in (["states", "list"], ["--help"], ["instruments", "list", "--json"]):
        told = call(*words, home=tmp_path, shell="| true")
        assert told.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_answer_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    told = call("states", "list", home=tmp_path, shell=">/dev/full")
    assert told.returncode == 2
    assert told.stderr == ("palermo: the answer could not be written: No space left on device\n")


def test_a_closed_stream_swallows_its_words_alone(tmp_path: Path) -> None:
    told = call("states", "resolve", "Peru", "Narnia", home=tmp_path, shell="2>&-")
    assert (told.returncode, told.stdout) == (1, "PER\tPeru\n")
    told = call("states", "resolve", "Peru", "Narnia", home=tmp_path, shell=">&-")
    assert told.returncode == 1
    assert told.stderr.startswith("unknown: Narnia")

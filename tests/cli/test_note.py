"""`palermo note`: files in six languages and four formats, all of them or none."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from palermo.cli.main import main
from palermo.domain.languages import LANGUAGES

GOLDEN = Path(__file__).parent.parent / "golden" / "needs_2009.csv"
Capture = pytest.CaptureFixture[str]


def note(out: Path, *arguments: str) -> int:
    return main(["note", "--out", str(out), "--statements", str(GOLDEN), *arguments])


def refused(out: Path, capsys: Capture, *arguments: str) -> str:
    """Return the one line that a refused call says; it wrote nothing."""
    before = sorted(out.parent.rglob("*"))
    assert note(out, *arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert sorted(out.parent.rglob("*")) == before
    assert told.err.count("\n") == 1
    return told.err


def test_an_unknown_language_is_refused(tmp_path: Path, capsys: Capture) -> None:
    told = refused(tmp_path / "out", capsys, "--language", "de", "--format", "json")
    assert "'de'" in told
    assert "ar, zh, en, fr, ru, es" in told


def test_an_unknown_format_is_refused(tmp_path: Path, capsys: Capture) -> None:
    told = refused(tmp_path / "out", capsys, "--language", "en", "--format", "odt")
    assert "'odt'" in told


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "file"
    place.write_text("a file stands where the folder should be")
    told = refused(place, capsys, "--language", "en", "--format", "json")
    assert str(place) in told


def test_a_missing_file_of_statements_is_refused(tmp_path: Path, capsys: Capture) -> None:
    told = refused(
        tmp_path / "out",
        capsys,
        *("--language", "en", "--format", "json", "--statements", str(tmp_path / "none.csv")),
    )
    assert "none.csv" in told


def test_a_wrong_row_is_refused(tmp_path: Path, capsys: Capture) -> None:
    wrong = tmp_path / "wrong.csv"
    wrong.write_text(GOLDEN.read_text(encoding="utf-8").replace("ALB", "ZZZ"), encoding="utf-8")
    told = refused(
        tmp_path / "out",
        capsys,
        *("--language", "en", "--format", "json", "--statements", str(wrong)),
    )
    assert "row 2" in told


def test_a_failure_while_writing_leaves_nothing(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []

    def fails_at_the_second(self: Path, data: bytes) -> int:
        if done:
            raise OSError(28, "No space left on device")
        done.append(self)
        with self.open("wb") as file:
            return file.write(data)

    monkeypatch.setattr(Path, "write_bytes", fails_at_the_second)
    assert note(tmp_path, "--language", "en", "--language", "fr", "--format", "json") == 2
    assert "No space left" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_a_files_place_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "note-2009-2.fr.json").mkdir()
    told = refused(tmp_path, capsys, "--language", "en", "--language", "fr", "--format", "json")
    assert "note-2009-2.fr.json: there is a folder of that name" in told


@pytest.mark.parametrize("trouble", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_fails_at_the_end_leaves_no_folder_and_no_part(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, trouble: BaseException
) -> None:
    def fails(self: Path, _data: bytes) -> int:
        self.touch()
        raise trouble

    monkeypatch.setattr(Path, "write_bytes", fails)
    status = note(tmp_path / "new" / "out", "--language", "en", "--format", "json")
    told = capsys.readouterr()
    assert (status, told.out) == (2 if isinstance(trouble, OSError) else 130, "")
    assert told.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_failure_keeps_the_files_that_stood_there(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "note-2009-2.en.json"
    old.write_text("an older note")

    def fails(_self: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fails)
    refused(tmp_path, capsys, "--language", "en", "--format", "json")
    assert old.read_text() == "an older note"


def test_all_languages_as_json(tmp_path: Path, capsys: Capture) -> None:
    assert note(tmp_path, "--language", "all", "--format", "json", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    named = [Path(one["file"]).name for one in told["files"]]
    assert named == [f"note-2009-2.{language}.json" for language in LANGUAGES]
    for one in told["files"]:
        data = Path(one["file"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (one["bytes"], one["sha256"])
        assert json.loads(data)["kind"] == "Paper"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(named)


def test_the_same_statements_give_the_same_bytes(tmp_path: Path, capsys: Capture) -> None:
    for folder in ("one", "two"):
        call = [sys.executable, "-m", "palermo.cli.main", "note", "--language", "ar"]
        call += ["--format", "docx", "--format", "pdf", "--format", "html"]
        call += ["--out", str(tmp_path / folder), "--statements", str(GOLDEN)]
        without_database = {
            **{name: value for name, value in os.environ.items() if "PALERMO" not in name},
            "PYTHONHASHSEED": folder.replace("one", "1").replace("two", "2"),
        }
        subprocess.run(call, check=True, env=without_database, capture_output=True)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
    assert len(list((tmp_path / "two").iterdir())) == 3


def test_the_web_page_stands_alone(tmp_path: Path, capsys: Capture) -> None:
    assert note(tmp_path, "--language", "zh", "--format", "html") == 0
    page = (tmp_path / "note-2009-2.zh.html").read_text(encoding="utf-8")
    assert 'lang="zh' in page
    assert "科摩罗和危地马拉" in page
    assert "各项数字所依据的陈述" in page

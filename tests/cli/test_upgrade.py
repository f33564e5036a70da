"""A database that an earlier release left behind is brought up to this one, nothing lost."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parent.parent / "golden"
RELEASES = sorted(GOLDEN.glob("database-*.sql"))
COUNTED = (
    "needs_statementrow",
    "instruments_participationrow",
    "responses_listedstate",
    "responses_printedpercentage",
    "analysis_frozensnapshot",
    "notes_note",
)


def upgrade(home: Path) -> "subprocess.CompletedProcess[str]":
    key = "a-key-for-this-test-only-0123456789-0123456789"
    env = {**os.environ, "PALERMO_HOME": str(home), "PALERMO_SECRET_KEY": key, "PALERMO_DEMO": ""}
    command = [sys.executable, "-m", "palermo.cli.main", "upgrade"]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False)


def rows(home: Path) -> dict[str, int]:
    with sqlite3.connect(home / "palermo.sqlite3") as database:
        return {
            table: database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in COUNTED
        }


@pytest.mark.parametrize("dump", RELEASES, ids=lambda path: path.stem)
def test_a_database_of_an_earlier_release_is_upgraded(dump: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "palermo.sqlite3") as database:
        database.executescript(dump.read_text(encoding="utf-8"))
    before = rows(tmp_path)
    assert before["needs_statementrow"] == 181
    done = upgrade(tmp_path)
    assert done.returncode == 0, done.stderr
    after = rows(tmp_path)
    assert all(after[table] >= n for table, n in before.items())
    assert "181 already there" in done.stderr


def test_upgrading_twice_changes_nothing(tmp_path: Path) -> None:
    assert upgrade(tmp_path).returncode == 0
    first = rows(tmp_path)
    assert upgrade(tmp_path).returncode == 0
    assert rows(tmp_path) == first

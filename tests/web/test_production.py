"""What production refuses to start with: no key, the demonstration's key, its accounts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from palermo.web.settings import DEMO_KEY

OWN_KEY = "a-key-for-this-test-only-0123456789-0123456789"
PALERMO = (sys.executable, "-m", "palermo.cli.main")
SERVE = (*PALERMO, "serve", "--port", "8341")
SITE = (sys.executable, "-c", "import palermo.web.wsgi")


def run(home: Path, *command: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    env = {name: value for name, value in os.environ.items() if not name.startswith("PALERMO_")}
    return subprocess.run(
        command,
        env={**env, "PALERMO_HOME": str(home), **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a demonstration: its accounts are in the database."""
    home = tmp_path_factory.mktemp("demonstration")
    made = run(home, *PALERMO, "upgrade", PALERMO_DEMO="1")
    assert made.returncode == 0, made.stderr
    return home


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "PALERMO_SECRET_KEY is not set"),
        ({"PALERMO_SECRET_KEY": ""}, "PALERMO_SECRET_KEY is not set"),
        ({"PALERMO_SECRET_KEY": DEMO_KEY}, "PALERMO_SECRET_KEY is the demonstration's key"),
        ({"PALERMO_DEMO": "0"}, "PALERMO_SECRET_KEY is not set"),
    ],
)
def test_without_a_key_of_its_own_nothing_is_started_or_made(
    tmp_path: Path, more: dict[str, str], said: str
) -> None:
    told = run(tmp_path / "home", *SERVE, **more)
    assert (told.returncode, told.stdout) == (2, "")
    assert told.stderr.startswith(f"palermo: {said}")
    assert told.stderr.count("\n") == 1
    site = run(tmp_path / "home", *SITE, **more)
    assert site.returncode != 0
    assert said in site.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", [SERVE, SITE])
def test_the_accounts_of_the_demonstration_keep_production_shut(
    demonstration: Path, command: tuple[str, ...]
) -> None:
    told = run(demonstration, *command, PALERMO_SECRET_KEY=OWN_KEY)
    assert told.returncode != 0
    assert told.stdout == ""
    assert "the database holds accounts of the demonstration" in told.stderr
    assert "analyst" in told.stderr


def test_with_the_accounts_gone_the_site_starts(tmp_path: Path) -> None:
    assert run(tmp_path, *PALERMO, "upgrade").returncode == 0
    told = run(tmp_path, *SITE, PALERMO_SECRET_KEY=OWN_KEY)
    assert (told.returncode, told.stderr) == (0, "")


def test_debug_is_off_unless_asked_for(tmp_path: Path) -> None:
    ask = "from django.conf import settings; print(settings.DEBUG)"
    more = {"PALERMO_SECRET_KEY": OWN_KEY, "DJANGO_SETTINGS_MODULE": "palermo.web.settings"}
    assert run(tmp_path, sys.executable, "-c", ask, **more).stdout == "False\n"

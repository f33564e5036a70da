"""The house's rules, as tests: sizes, who imports whom, where is written, what is named where."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from palermo.engines.messages import gather, untranslated
from palermo.web.messages import LOCALE, TRANSLATED, sources

ROOT = Path(__file__).resolve().parent.parent
PALERMO = ROOT / "palermo"
PYTHON = [path for path in sorted(PALERMO.rglob("*.py")) if "migrations" not in path.parts]
TEMPLATES = sorted(PALERMO.rglob("*.html"))
#: Files over 400 lines, each with its reason.
LONG_FILES: dict[str, str] = {}
#: Functions over 50 lines, each with its reason.
LONG_FUNCTIONS: dict[str, str] = {}
ROOMS = sorted(path.parent.name for path in (PALERMO / "apps").glob("*/__init__.py"))
ROOM_ORDER = [
    "notes",
    "analysis",
    "needs",
    "responses",
    "instruments",
    "accounts",
    "states",
    "jobs",
    "journal",
]


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def test_import_contracts_hold() -> None:
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_python_files_are_short() -> None:
    long = {place(path): len(path.read_text().splitlines()) for path in PYTHON}
    over = {name for name, lines in long.items() if lines > 400}
    assert over == set(LONG_FILES)


def test_functions_are_short() -> None:
    over = {
        f"{place(path)}:{node.name}"
        for path in PYTHON
        for node in functions(path)
        if (node.end_lineno or 0) - node.lineno + 1 > 50
    }
    assert over == set(LONG_FUNCTIONS)


def test_templates_are_short() -> None:
    over = [place(path) for path in TEMPLATES if len(path.read_text().splitlines()) > 200]
    assert not over


def test_root_is_uncluttered() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    assert len({name.split("/")[0] for name in tracked if name}) <= 18


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_are_ordered(room: str) -> None:
    assert room in ROOM_ORDER


def test_rows_are_written_in_actions_only() -> None:
    allowed = {"actions.py", "models.py", "queries.py", "checks.py"}
    for path in PYTHON:
        if {"apps", "web"} & set(path.parts):
            text = path.read_text(encoding="utf-8")
            if ".objects." in text:
                assert path.name in allowed or "actions" in path.parts, place(path)
            if re.search(r"\.save\(|bulk_create\(|\.delete\(\)|\.update_or_create\(", text):
                assert path.name == "actions.py" or "actions" in path.parts, place(path)


def test_writes_take_their_actor_first() -> None:
    exempt = {"jobs"}  # the worker has no actor: whoever asked is in the job's details
    for path in (PALERMO / "apps").glob("*/actions.py"):
        if path.parent.name in exempt:
            continue
        for node in functions(path):
            if not node.name.startswith("_"):
                first = node.args.args[0].arg if node.args.args else ""
                assert first in {"actor", "details"}, f"{place(path)}:{node.name}"


def test_rooms_use_only_queries_and_actions_of_lower_rooms() -> None:
    for path in (PALERMO / "apps").rglob("*.py"):
        room = path.relative_to(PALERMO / "apps").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("palermo.apps."):
                parts = (node.module or "").split(".")
                other = parts[2]
                if other == room:
                    continue
                named = parts[3] if len(parts) > 3 else node.names[0].name
                allowed = {"queries", "actions", "models", "viewers", "checks"}
                assert named in allowed, f"{place(path)} imports {node.module}"


def test_no_import_hides_in_a_function() -> None:
    for path in PYTHON:
        for node in functions(path):
            hidden = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
            assert not hidden, f"{place(path)}:{node.name}"


def test_packages_say_what_they_are() -> None:
    for path in PALERMO.rglob("__init__.py"):
        if path.parent.name in {"migrations"} or path == PALERMO / "__init__.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), place(path)


def test_architecture_names_every_folder() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {
        f"{path.name}/"
        for storey in ("apps", "data", "domain", "engines")
        for path in (PALERMO / storey).iterdir()
        if path.is_dir() and not path.name.startswith("__")
    }
    named = set(re.findall(r"`([a-z_]+/)`", text))
    storeys = {"data/", "domain/", "engines/", "apps/", "web/", "cli/", "browser/"}
    outside = {"tests/", "bench/", "locks/", "docs/"}
    assert folders <= named, folders - named
    assert named - storeys - outside <= folders, named - storeys - outside - folders


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    for path in PYTHON:
        for name in re.findall(r"PALERMO_[A-Z_]+", path.read_text(encoding="utf-8")):
            assert f"`{name}`" in text, name


def test_every_interface_text_is_in_six_languages() -> None:
    template = gather(sources())
    lacking = {code: untranslated(LOCALE, code, template) for code in TRANSLATED}
    assert lacking == {code: [] for code in TRANSLATED}


def test_nothing_names_a_registry_or_a_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\n")
    hosts = ("py" + "pi.org", "pythonhosted" + ".org", "registry." + "npmjs", "deb." + "debian.org")
    for name in filter(None, tracked):
        path = ROOT / name
        if path.suffix in {".png", ".webp"} or not path.is_file():
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        assert not any(host in text for host in hosts), name
        assert not re.search(r"(?<![\w.])/(work|root|home/\w+)/", text), name


def test_items_delivered_have_a_test() -> None:
    rows = re.findall(
        r"^\| ([A-L]\d\d) \|.*\| `([^`]+)` \|",
        (ROOT / "docs" / "items.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert len(rows) >= 16
    for item, test in rows:
        file, _, name = test.partition("::")
        path = ROOT / file
        assert path.is_file(), f"{item}: {test}"
        assert re.search(rf"def {name}\b", path.read_text(encoding="utf-8")), f"{item}: {test}"


def test_pages_do_not_carry_inline_styles_or_scripts() -> None:
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        inline = re.search(r"\sstyle=|<style|<script(?![^>]*\ssrc=)|\son[a-z]+=", text)
        assert not inline, place(path)

"""`palermo note`: the official note in six languages and four formats."""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from palermo.cli.progress import followed
from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.domain.snapshots import Snapshot
from palermo.engines.papers import FORMATS, compose_note, write
from palermo.engines.records import DEFAULT, load_record
from palermo.engines.statement_files import check_statements


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `note`."""
    parser = nouns.add_parser("note", help="write the official note")
    parser.add_argument(
        "--language", action="append", required=True, help="ar, zh, en, fr, ru, es or all"
    )
    parser.add_argument(
        "--format", action="append", required=True, help="docx, pdf, html, json or all"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder to write into")
    parser.add_argument(
        "--statements", type=Path, metavar="FILE.csv", help="from a file, without a database"
    )
    parser.add_argument("--accept-bom", action="store_true", help="take a byte-order mark")
    parser.add_argument("--json", action="store_true", help="list what was written as JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the files, all or none of them; return 0."""
    languages = _chosen(options.language, LANGUAGES, "language")
    forms = _chosen(options.format, FORMATS, "format")
    snapshot = _snapshot(options)
    _ask_for_folder(options.out)
    wanted = [(language, form) for language in languages for form in forms]
    made = {
        options.out / f"note-{DEFAULT}.{language}.{form}": write(
            compose_note(snapshot, language), form, snapshot
        )
        for language, form in followed(wanted, len(wanted), "Writing the note", short=1)
    }
    _keep(made)
    written = [
        {"file": str(path), "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in made.items()
    ]
    if options.json:
        print(json.dumps({"snapshot": snapshot.digest, "files": written}, ensure_ascii=False))
    else:
        for one in written:
            print(one["file"])
    return 0


def _chosen(asked: Sequence[str], known: Sequence[str], what: str) -> list[str]:
    if "all" in asked:
        return list(known)
    for one in asked:
        if one not in known:
            raise Mistake(f"there is no {what} {one!r}; choose among {', '.join(known)} or all")
    return list(dict.fromkeys(asked))


def _snapshot(options: argparse.Namespace) -> Snapshot:
    if options.statements is None:
        stored: Snapshot = import_module("palermo.cli.stored").snapshot()  # starts Django
        return stored
    checked = check_statements(options.statements, accept_bom=options.accept_bom)
    if checked.faults:
        first = checked.faults[0]
        raise Mistake(
            f"{options.statements}: {len(checked.faults)} wrong cells, the first in row "
            f"{first.row}, column {first.column}: {first.reason}; "
            "see them all with `palermo statements check`"
        )
    facts = load_record(DEFAULT)
    quoted = tuple(told for told in checked.statements() if told.visibility != "state")
    return replace(facts, statements=quoted)


def _ask_for_folder(folder: Path) -> None:
    """Make the folder and see that one can write there, before any work is done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as trouble:
        raise Mistake(f"cannot write into {folder}: {trouble.strerror}") from trouble


def _keep(made: dict[Path, bytes]) -> None:
    """Put every file in its place: written in full beside it first, then all renamed."""
    parts: dict[Path, Path] = {}
    try:
        for path, data in made.items():
            part = path.with_name(f".{path.name}.part")
            parts[part] = path
            part.write_bytes(data)
        for part, path in parts.items():
            part.replace(path)
    except OSError as trouble:
        for part in parts:
            part.unlink(missing_ok=True)
        raise Mistake(f"the note could not be written: {trouble.strerror}") from trouble
    print(f"{len(made)} files written", file=sys.stderr)

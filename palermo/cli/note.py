"""`palermo note`: the official note in six languages and four formats."""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from palermo.cli.progress import followed
from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.domain.snapshots import Snapshot
from palermo.engines.papers import FORMATS, compose_note, write
from palermo.engines.records import DEFAULT, load_record
from palermo.engines.statement_files import check_statements, refuse_faults


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
    wanted = {
        options.out / f"note-{DEFAULT}.{language}.{form}": (language, form)
        for language in languages
        for form in forms
    }
    snapshot = _snapshot(options)
    with _folder(options.out):
        _ask_for_places(wanted)
        made = {
            path: write(compose_note(snapshot, language), form, snapshot)
            for path, (language, form) in followed(
                wanted.items(), len(wanted), "Writing the note", short=1
            )
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
    refuse_faults(options.statements.name, checked)
    facts = load_record(DEFAULT)
    quoted = tuple(told for told in checked.statements() if told.visibility != "state")
    return replace(facts, statements=quoted)


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Make the folder and see that one can write there; what was made goes if the rest fails."""
    absent = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder):
                pass
        except OSError as trouble:
            raise Mistake(f"cannot write into {folder}: {trouble.strerror}") from trouble
        yield
    except BaseException:  # stopped by hand as well
        for one in absent:
            with suppress(OSError):
                one.rmdir()
        raise


def _ask_for_places(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            raise Mistake(f"cannot write {path}: there is a folder of that name")


def _keep(made: Mapping[Path, bytes]) -> None:
    """Put every file in its place: written in full beside it first, then all renamed."""
    parts = {path: path.with_name(f".{path.name}.part") for path in made}
    try:
        for path, part in parts.items():
            part.write_bytes(made[path])
        for path, part in parts.items():
            part.replace(path)
    except OSError as trouble:
        raise Mistake(f"the note could not be written: {trouble.strerror}") from trouble
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
    print(f"{len(made)} {'file' if len(made) == 1 else 'files'} written", file=sys.stderr)

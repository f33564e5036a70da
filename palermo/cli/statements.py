"""`palermo statements ...`: check a file of statements of need, and import it into the database."""

import argparse
import json
import sys
from collections import Counter
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from palermo.cli.progress import followed
from palermo.domain.findings import Finding, findings, words
from palermo.domain.mistakes import Mistake
from palermo.domain.needs import BASES
from palermo.domain.statements import Checked
from palermo.engines.knowledge_instruments import load_participations, load_words
from palermo.engines.knowledge_states import load_register
from palermo.engines.phrases import load_phrases
from palermo.engines.records import DEFAULT, load_record
from palermo.engines.statement_files import check_statements

_LISTED: Final = 50  # errors that are printed; --json lists all


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `statements` with what it can do."""
    parser = nouns.add_parser("statements", help="check and import statements of need")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    verb = verbs.add_parser("check", help="say what import would do and find; needs no database")
    _add_file(verb)
    verb.set_defaults(run=check)
    verb = verbs.add_parser("import", help="store them: all or nothing, the same statement once")
    _add_file(verb)
    verb.add_argument("--dry-run", action="store_true", help="say what would be stored")
    verb.set_defaults(run=store)


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE.csv", type=Path)
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--accept-bom", action="store_true", help="take a byte-order mark")


def check(options: argparse.Namespace) -> int:
    """Print what import would do and find; return 0 if the file can be imported, else 2."""
    checked = check_statements(options.file, accept_bom=options.accept_bom)
    report = _report(checked)
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        print(_told(options.file.name, report))
    if checked.faults:
        print(f"palermo: {_summary(options.file.name, checked)}", file=sys.stderr)
    return 2 if checked.faults else 0


def store(options: argparse.Namespace) -> int:
    """Store the statements of a file that has no error; return 0, or 2 where it has one."""
    checked = check_statements(options.file, accept_bom=options.accept_bom)
    report = _report(checked)
    if checked.faults:
        if options.json:
            print(json.dumps({**report, "new": 0, "already": 0}, ensure_ascii=False))
        else:
            print(_errors_told(report["errors"]), file=sys.stderr)
        raise Mistake(f"{_summary(options.file.name, checked)}; nothing was imported")
    stored = import_module("palermo.cli.stored")  # starts Django
    statements = list(followed(checked.statements(), checked.rows, "reading"))
    counts = stored.import_statements(statements, dry_run=options.dry_run)
    if options.json:
        told = {**report, **counts, "dry_run": options.dry_run}
        print(json.dumps(told, ensure_ascii=False))
    else:
        verb = "would be imported" if options.dry_run else "imported"
        print(_told(options.file.name, report))
        print(f"{counts['new']:,} {verb}, {counts['already']:,} stood there already")
    return 0


def _report(checked: Checked) -> dict[str, Any]:
    bases = Counter[str]()
    for line in checked.lines():
        bases[line.basis] += line.statements
    record = load_record(DEFAULT)
    on = date.fromisoformat(record.as_of)
    found = findings(checked.said(), record.listings, load_participations(), on)
    return {
        "rows": checked.rows,
        "accepted": checked.accepted,
        "importable": not checked.faults,
        "errors": [
            {"row": fault.row, "column": fault.column, "reason": fault.reason}
            for fault in checked.faults
        ],
        "findings": [{**finding.tree(), "words": _words(finding)} for finding in found],
        "by_basis": {basis: bases[basis] for basis in BASES},
        "ignored_columns": list(checked.layout.ignored),
        "record": record.quoted,
    }


def _words(finding: Finding, language: str = "en") -> str:
    state = load_register().name(finding.state, language)
    instrument = load_words(finding.instrument, language).short
    return words(finding, load_phrases("findings", language), state, instrument)


def _summary(name: str, checked: Checked) -> str:
    wrong = checked.rows - checked.accepted
    return f"{name}: {wrong:,} of {checked.rows:,} rows have errors"


def _told(name: str, report: dict[str, Any]) -> str:
    bases = ", ".join(f"{basis} {n:,}" for basis, n in report["by_basis"].items())
    lines = [
        f"{name}: {report['rows']:,} rows, {report['accepted']:,} accepted",
        f"by basis: {bases}",
    ]
    if report["ignored_columns"]:
        lines.append(f"columns not used: {', '.join(report['ignored_columns'])}")
    if report["errors"]:
        lines.append(_errors_told(report["errors"]))
    if report["findings"]:
        lines.append(f"Findings, with the lists and the cut-off date of {report['record']}:")
        lines += (f"  {finding['words']}" for finding in report["findings"])
    return "\n".join(lines)


def _errors_told(errors: list[dict[str, Any]]) -> str:
    lines = [
        f"  row {error['row']}, column {error['column']}: {error['reason']}"
        for error in errors[:_LISTED]
    ]
    if len(errors) > _LISTED:
        lines.append(f"  and {len(errors) - _LISTED:,} more; --json lists all")
    return "\n".join(["Errors:", *lines])

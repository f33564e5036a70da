"""Loading the shipped knowledge and records into the database; loading twice changes nothing."""

from collections.abc import Callable

from palermo.apps.accounts import actions as accounts
from palermo.apps.analysis import queries as analysis
from palermo.apps.instruments import actions as instruments
from palermo.apps.needs import actions as needs
from palermo.apps.notes import actions as notes
from palermo.apps.responses import actions as responses
from palermo.domain.access import SYSTEM
from palermo.engines.files import read_yaml
from palermo.engines.records import load_record, record_names


def load_all(tell: Callable[[str], None]) -> None:
    """Load instruments, participation, records and statements; ask for the note's files."""
    tell(f"instruments and participation: {instruments.load(SYSTEM)} new")
    for code in record_names():
        facts = load_record(code)
        changed = responses.load_record(SYSTEM, code=code, facts=facts)
        counts = needs.import_statements(SYSTEM, statements=facts.statements)
        tell(f"{facts.quoted}: {counts['new']} new statements, {counts['already']} already there")
        if changed or counts["new"]:
            notes.draft(SYSTEM, snapshot=analysis.snapshot(code))


def demonstration() -> list[tuple[str, str, str, str]]:
    """Return the demonstration's accounts: name, role, State, passphrase."""
    return [
        (one["name"], one["role"], one["state"], one["passphrase"])
        for one in read_yaml("demonstration", "accounts.yaml")
    ]


def load_demonstration() -> int:
    """Make the demonstration's accounts; return how many are new."""
    return accounts.make_demonstration(SYSTEM, accounts=demonstration())

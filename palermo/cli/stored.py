"""The door from commands to the database: Django starts when this module is imported. Not a noun.

Commands that can work without a database import it only when they need it.
"""

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.db import DatabaseError, connection

# A command serves nobody and signs nothing: where no key is set it takes one that ends with it.
# Servers ask for their key before they come here.
if not os.environ.get("PALERMO_SECRET_KEY") and os.environ.get("PALERMO_DEMO") != "1":
    os.environ["PALERMO_SECRET_KEY"] = secrets.token_hex(32)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.settings")
django.setup()

from palermo.apps.analysis import queries as analysis  # noqa: E402 - Django has to start first
from palermo.apps.needs import actions as needs  # noqa: E402
from palermo.domain.access import SYSTEM  # noqa: E402
from palermo.domain.mistakes import Mistake  # noqa: E402
from palermo.domain.needs import Statement  # noqa: E402
from palermo.domain.snapshots import Snapshot  # noqa: E402


@contextmanager
def database() -> Iterator[None]:
    """Tell in one line what the database refuses: locked, full, not writable, not a database."""
    try:
        yield
    except DatabaseError as trouble:
        words = str(trouble).splitlines()[0] if str(trouble) else type(trouble).__name__
        raise Mistake(f"the database in {settings.HOME} cannot be used: {words}") from trouble


@contextmanager
def tables() -> Iterator[None]:
    """The database for a command that needs what `palermo upgrade` made; a Mistake without it."""
    with database():
        file = Path(str(connection.settings_dict["NAME"]))
        absent = connection.vendor == "sqlite" and not connection.in_atomic_block
        if absent and not file.exists():  # asking would make an empty one
            raise Mistake(f"there is no database in {settings.HOME}; run `palermo upgrade` first")
        if "needs_statementrow" not in connection.introspection.table_names():
            raise Mistake("the database holds no tables yet; run `palermo upgrade` first")
        yield


def snapshot() -> Snapshot:
    """Return what is known now, as a snapshot; a Mistake where nothing is loaded."""
    with tables():
        found = analysis.snapshot()
    if not found.as_of:
        raise Mistake("the database holds no records yet; run `palermo upgrade` first")
    return found


def import_statements(statements: Sequence[Statement], *, dry_run: bool) -> dict[str, int]:
    """Store checked statements and return how many are `new` and how many stand `already`."""
    with tables():
        return needs.import_statements(SYSTEM, statements=statements, dry_run=dry_run)

"""The door from commands to the database: Django starts when this module is imported.

Commands that can work without a database import it only when they need it.
"""

import os
from collections.abc import Sequence

import django
from django.db import connection

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.settings")
django.setup()

from palermo.apps.analysis import queries as analysis  # noqa: E402 - Django has to start first
from palermo.apps.needs import actions as needs  # noqa: E402
from palermo.domain.access import SYSTEM  # noqa: E402
from palermo.domain.mistakes import Mistake  # noqa: E402
from palermo.domain.needs import Statement  # noqa: E402
from palermo.domain.snapshots import Snapshot  # noqa: E402


def snapshot() -> Snapshot:
    """Return what is known now, as a snapshot; a Mistake where nothing is loaded."""
    _ask_for_tables()
    found = analysis.snapshot()
    if not found.as_of:
        raise Mistake("the database holds no records yet; run `palermo upgrade` first")
    return found


def import_statements(statements: Sequence[Statement], *, dry_run: bool) -> dict[str, int]:
    """Store checked statements and return how many are `new` and how many stand `already`."""
    _ask_for_tables()
    return needs.import_statements(SYSTEM, statements=statements, dry_run=dry_run)


def _ask_for_tables() -> None:
    if "needs_statementrow" not in connection.introspection.table_names():
        raise Mistake("there is no database yet; run `palermo upgrade` first")

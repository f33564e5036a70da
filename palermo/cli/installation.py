"""Keeping an installation: what `upgrade`, `data`, `work` and `serve` do. Not a noun.

Django starts when this module is imported; the nouns import it only when they run, so that their
help needs no key and no database.
"""

import sys
import time

from django.conf import settings
from django.core.management import call_command
from django.db import close_old_connections

import palermo.cli.stored  # starts Django
from palermo.apps.accounts.checks import refuse_demonstration
from palermo.apps.jobs import actions as jobs
from palermo.engines.messages import compile_all
from palermo.web import loading

PAUSE = 1.0  # seconds between two looks for work


def upgrade() -> None:
    """Make the folders, the tables and the static files, and load the shipped data."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    compile_all(settings.LOCALE_PATHS[0])
    with palermo.cli.stored.database():
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
        loading.load_all(tell)
        if settings.DEMO:
            loading.load_demonstration()


def load() -> None:
    """Load the shipped data into the tables that are there."""
    with palermo.cli.stored.tables():
        loading.load_all(tell)


def refuse() -> None:
    """Raise a Mistake where production would open with the demonstration's accounts."""
    if not settings.DEMO:
        refuse_demonstration()


def sign_ins() -> list[tuple[str, str, str, str]]:
    """Return the demonstration's accounts (name, role, State, passphrase); none in production."""
    return loading.demonstration() if settings.DEMO else []


def work(*, once: bool) -> int:
    """Do jobs until stopped; with `once`, until nothing waits. Status 1 where one failed."""
    failed = False
    with palermo.cli.stored.tables():
        while True:
            job = jobs.claim()
            if job is not None:
                failed |= not jobs.perform(job)
            elif once:
                return int(failed)
            else:
                close_old_connections()
                time.sleep(PAUSE)


def tell(words: str) -> None:
    """Say a line to whoever watches; standard output stays free for answers."""
    print(words, file=sys.stderr)

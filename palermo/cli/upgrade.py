"""`palermo upgrade`: migrate the database and load the shipped data; safe to run again."""

import argparse
import sys

from django.conf import settings
from django.core.management import call_command

import palermo.cli.stored  # noqa: F401 - starts Django
from palermo.engines.messages import compile_all
from palermo.web import loading


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `upgrade`."""
    parser = nouns.add_parser("upgrade", help="migrate the database and load the shipped data")
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Bring the installation up to this release."""
    upgrade()
    return 0


def upgrade() -> None:
    """Make the folders, the tables and the static files, and load the shipped data."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    compile_all(settings.LOCALE_PATHS[0])
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    loading.load_all(tell)
    if settings.DEMO:
        loading.load_demonstration()


def tell(words: str) -> None:
    """Say a line to whoever watches; standard output stays free for answers."""
    print(words, file=sys.stderr)

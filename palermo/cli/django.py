"""`palermo django ...`: Django's own management commands, with Palermo's settings."""

import argparse
import os

from django.core.management import execute_from_command_line


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `django`; everything after it goes to Django as it is."""
    parser = nouns.add_parser("django", add_help=False, help="one of Django's own commands")
    parser.add_argument("words", nargs=argparse.REMAINDER)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Run the command; Django itself exits with another status where it fails."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "palermo.web.settings")
    words = options.given[options.given.index("django") + 1 :]  # --help and its like included
    execute_from_command_line(["palermo django", *words])
    return 0

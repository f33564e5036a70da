"""`palermo upgrade`: migrate the database and load the shipped data; safe to run again."""

import argparse
from importlib import import_module


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `upgrade`."""
    parser = nouns.add_parser("upgrade", help="migrate the database and load the shipped data")
    parser.set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Bring the installation up to this release."""
    import_module("palermo.cli.installation").upgrade()  # starts Django
    return 0

"""`palermo data load`: load the shipped knowledge and records into the database."""

import argparse

import palermo.cli.stored  # noqa: F401 - starts Django
from palermo.cli.upgrade import tell
from palermo.web import loading


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `data`."""
    parser = nouns.add_parser("data", help="the shipped knowledge and records")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("load", help="load them; loading twice changes nothing").set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Load the shipped data."""
    loading.load_all(tell)
    return 0

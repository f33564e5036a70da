"""`palermo data load`: load the shipped knowledge and records into the database."""

import argparse
from importlib import import_module


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `data`."""
    parser = nouns.add_parser("data", help="the shipped knowledge and records")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    verbs.add_parser("load", help="load them; loading twice changes nothing").set_defaults(run=run)


def run(_options: argparse.Namespace) -> int:
    """Load the shipped data."""
    import_module("palermo.cli.installation").load()  # starts Django
    return 0

"""`palermo work`: the worker that does the jobs the site asks for."""

import argparse
from importlib import import_module


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `work`."""
    parser = nouns.add_parser("work", help="run the worker")
    parser.add_argument("--once", action="store_true", help="do what waits, then stop")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Do jobs until stopped; with --once, until nothing waits. Status 1 where one failed."""
    installation = import_module("palermo.cli.installation")  # starts Django
    try:
        status: int = installation.work(once=options.once)
    except KeyboardInterrupt:
        return 0
    return status

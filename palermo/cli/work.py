"""`palermo work`: the worker that does the jobs the site asks for."""

import argparse
import time

from django.db import close_old_connections

import palermo.cli.stored  # noqa: F401 - starts Django
from palermo.apps.jobs import actions

PAUSE = 1.0


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `work`."""
    parser = nouns.add_parser("work", help="run the worker")
    parser.add_argument("--once", action="store_true", help="do what waits, then stop")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Do jobs until stopped; with --once, until nothing waits. Status 1 where one failed."""
    failed = False
    try:
        while True:
            job = actions.claim()
            if job is not None:
                failed |= not actions.perform(job)
            elif options.once:
                return int(failed)
            else:
                close_old_connections()
                time.sleep(PAUSE)
    except KeyboardInterrupt:
        return 0

"""The console command `palermo`: finds the noun, loads only what that noun needs."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final

from palermo import __version__
from palermo.domain.mistakes import Mistake

NOUNS: Final = {
    "states": "names and codes of States and other participants",
    "instruments": "the Convention and its Protocols, and who takes part in them",
    "statements": "check and import statements of need",
    "overview": "the figures of the needs that States stated",
    "note": "write the official note as DOCX, PDF, HTML or JSON",
    "data": "load the shipped knowledge and records into the database",
    "serve": "start the site and its worker",
    "work": "run the worker alone",
    "upgrade": "migrate the database and load the shipped data",
    "django": "run one of Django's own management commands",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 a negative answer, 2 wrong input."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="palermo", description="Run Palermo.")
    parser.add_argument("--version", action="version", version=f"palermo {__version__}")
    nouns = parser.add_subparsers(dest="noun", metavar="NOUN", required=True)
    chosen = next((word for word in given if not word.startswith("-")), "")
    for noun, words in NOUNS.items():
        if noun == chosen:
            import_module(f"palermo.cli.{noun}").add_parser(nouns)
        else:
            nouns.add_parser(noun, help=words)
    options = parser.parse_args(given)
    try:
        status: int = options.run(options)
    except Mistake as mistake:
        print(f"palermo: {mistake}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 141
    return status


if __name__ == "__main__":
    sys.exit(main())

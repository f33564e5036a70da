"""The console command `palermo`: finds the noun, loads only what that noun needs."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn, TextIO

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
_STOPPED: Final = 130  # as a shell gives it: 128 and the number of the signal
_PIPE_CLOSED: Final = 141


class _Parser(argparse.ArgumentParser):
    """A parser that tells a wrong word in one line, like every other wrong input."""

    def error(self, message: str) -> NoReturn:
        raise Mistake(f"{message}; `{self.prog} --help` tells more")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 a negative answer, 2 wrong input."""
    _open_streams()
    try:
        status = _run(list(sys.argv[1:] if arguments is None else arguments))
        sys.stdout.flush()  # what still waits to be written may fail as well
    except Mistake as mistake:
        return _complain(str(mistake), 2)
    except KeyboardInterrupt:
        return _complain("stopped", _STOPPED)
    except BrokenPipeError:
        _leave_pipe()
        return _PIPE_CLOSED
    except OSError as trouble:
        place = f"{trouble.filename}: " if trouble.filename else "the answer could not be written: "
        return _complain(f"{place}{trouble.strerror or trouble}", 2)
    return status


def _run(given: Sequence[str]) -> int:
    if not given:
        raise Mistake(f"say what to do: {', '.join(NOUNS)}; `palermo --help` tells more")
    parser: argparse.ArgumentParser = _Parser(prog="palermo", description="Run Palermo.")
    parser.add_argument("--version", action="version", version=f"palermo {__version__}")
    nouns = parser.add_subparsers(dest="noun", metavar="NOUN", required=True)
    chosen = next((word for word in given if not word.startswith("-")), "")
    for noun, words in NOUNS.items():
        if noun == chosen:
            import_module(f"palermo.cli.{noun}").add_parser(nouns)
        else:
            nouns.add_parser(noun, help=words)
    try:
        options, rest = parser.parse_known_args(given)
        if rest and chosen != "django":
            parser.error(f"unrecognized arguments: {' '.join(rest)}")
        options.given = given
        status: int = options.run(options)
    except SystemExit as end:  # argparse ends so after its help, Django's commands as they like
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return status


def _open_streams() -> None:
    """Let answers be UTF-8 wherever they go, and let a stream that was closed swallow its words."""
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()  # else what is printed there would go among the answers
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _complain(words: str, status: int) -> int:
    """Say what is wrong in one line, whatever a file's name or a cell put into it."""
    plain = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in words)
    with suppress(BrokenPipeError):
        print(f"palermo: {plain}", file=sys.stderr)
    return status


def _leave_pipe() -> None:
    """Turn the output away from a reader that has gone, so that nothing complains at the end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())

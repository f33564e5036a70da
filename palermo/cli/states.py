"""`palermo states ...`: whose name it is, and the names of all; needs no database."""

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.domain.states import Resolution
from palermo.engines.knowledge_states import load_register


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `states` with what it can do."""
    parser = nouns.add_parser("states", help="names and codes of States and other participants")
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    verb = verbs.add_parser("resolve", help="turn names in any of the six languages into codes")
    verb.add_argument("names", nargs="*", metavar="NAME")
    verb.add_argument("--file", metavar="FILE", help="one name per line, UTF-8; - reads the input")
    verb.add_argument("--json", action="store_true", help="one JSON object per name and line")
    verb.set_defaults(run=resolve)
    verb = verbs.add_parser("list", help="list all participants in a language's own order")
    verb.add_argument("--language", default="en", metavar="CODE", help=", ".join(LANGUAGES))
    verb.add_argument("--json", action="store_true", help="one JSON object per line")
    verb.set_defaults(run=list_all)


def resolve(options: argparse.Namespace) -> int:
    """Print the code of each name; return 0 if all are known and 1 if one is not."""
    names = [*options.names, *(_lines(options.file) if options.file else ())]
    if not names:
        raise Mistake("no names: give them one by one, or --file with one name on each line")
    answers = [load_register().resolve(_text(name)) for name in names]
    for answer in answers:
        if options.json:
            told = {"name": answer.name, "iso3": answer.code, "suggestions": answer.suggestions}
            print(json.dumps(told, ensure_ascii=False))
        elif answer.code:
            print(f"{answer.code}\t{answer.name}")
        else:
            print(_unknown(answer), file=sys.stderr)
    return int(any(answer.code is None for answer in answers))


def list_all(options: argparse.Namespace) -> int:
    """Print every participant with its short name, in the order of that language's documents."""
    language = options.language
    if language not in LANGUAGES:
        raise Mistake(f"unknown language {language!r}: one of {', '.join(LANGUAGES)}")
    register = load_register()
    for code in register.ordered(register.participants, language):
        name = register.name(code, language)
        if not options.json:
            print(f"{code}\t{name}")
            continue
        one = register.participants[code]
        told = {
            "iso3": code,
            "iso2": one.iso2,
            "m49": one.m49,
            "kind": one.kind,
            "regional_group": one.regional_group,
            "unodc_region": one.unodc_region,
            "short": name,
            "formal": register.formal(code, language),
        }
        print(json.dumps(told, ensure_ascii=False))
    return 0


def _unknown(answer: Resolution) -> str:
    nearest = ", ".join(answer.suggestions) or "none"
    return f"unknown: {answer.name} — nearest: {nearest}"


def _lines(file: str) -> Iterable[str]:
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise Mistake(f"{file}: cannot be read: {error.strerror}") from error
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Mistake(f"{file}: line {line} is not UTF-8 text") from error
    return [line.strip() for line in lines if line.strip()]


def _text(name: str) -> str:
    """Return the name as given; bytes of a command line that are no text are a Mistake."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Mistake("a name is not UTF-8 text") from error
    return name

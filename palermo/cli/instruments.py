"""`palermo instruments`: the Convention and its Protocols, and who takes part; no database."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from palermo.domain.instruments import INSTRUMENTS, check, count
from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.engines.knowledge_instruments import (
    load_instruments,
    load_participations,
    load_words,
)

SOURCE: Final = "United Nations Treaty Collection, as published in March 2015"
LIMIT: Final = "Later consents are missing: no count here is today's."
MEASURES: Final = {
    "consented": "instrument of consent deposited on or before the day",
    "bound": "in force for the participant on the day (30th day after deposit)",
    "signatories": "signed on or before the day, no consent yet",
}


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `instruments` with `list` and `participation`."""
    parser = subparsers.add_parser(
        "instruments", help="the Convention and its Protocols, and who takes part in them"
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listing = verbs.add_parser("list", help="the four instruments with their dates")
    listing.add_argument("--language", choices=LANGUAGES, default="en")
    listing.add_argument("--json", action="store_true", help="print JSON to standard output")
    listing.set_defaults(run=list_instruments)
    taking_part = verbs.add_parser("participation", help="who takes part on a day")
    taking_part.add_argument("--on", required=True, metavar="DATE", help="a day, 2009-08-20")
    taking_part.add_argument("--instrument", metavar="CODE", help=", ".join(INSTRUMENTS))
    taking_part.add_argument("--json", action="store_true", help="print JSON to standard output")
    taking_part.set_defaults(run=participation)


def list_instruments(options: argparse.Namespace) -> int:
    """Print the four instruments; return 0."""
    told = [_instrument(code, options.language) for code in INSTRUMENTS]
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return 0
    for one in told:
        print(f"{one['code']:<9} {one['articles']:>2} articles  {one['title']}")
        print(f"{'':<9} {one['resolution']}, adopted {one['adopted']}, in force {one['in_force']}")
    return 0


def _instrument(code: str, language: str) -> dict[str, Any]:
    instrument, words = load_instruments()[code], load_words(code, language)
    return {
        "code": code,
        "version": instrument.version,
        "title": words.title,
        "short": words.short,
        "label": words.label,
        "resolution": instrument.resolution,
        "annex": instrument.annex,
        "adopted": instrument.adopted.isoformat(),
        "in_force": instrument.in_force.isoformat(),
        "articles": len(instrument.articles),
        "digest": instrument.digest,
    }


def participation(options: argparse.Namespace) -> int:
    """Print who takes part on a day, by each of the two counts; return 0."""
    on = _day(options.on)
    table = {code: _counts(code, on) for code in _chosen(options.instrument)}
    findings = [
        f"{one.kind}: {one.state}, {one.instrument}" for one in check(load_participations())
    ]
    if options.json:
        told = {
            "on": on.isoformat(),
            "source": SOURCE,
            "limit": LIMIT,
            "latest_consent_on_file": _latest(table),
            "measures": MEASURES,
            "instruments": table,
            "findings": findings,
        }
        print(json.dumps(told, indent=1))
        return 0
    print(f"Participation on {on.isoformat()}. {SOURCE}.")
    print(f"{LIMIT} The latest consent on file is of {_latest(table)}.\n")
    print(f"{'':<9} {'measure':<12} {'States':>6} {'organizations':>14}")
    for code, measures in table.items():
        for measure, one in measures.items():
            print(f"{code:<9} {measure:<12} {one['states']:>6} {one['organizations']:>14}")
    print()
    for measure, words in MEASURES.items():
        print(f"{measure}: {words}")
    for finding in findings:
        print(f"to be read with care: {finding}", file=sys.stderr)
    return 0


def _counts(code: str, on: date) -> dict[str, dict[str, Any]]:
    facts = load_participations()
    found = {
        "consented": facts.consented(code, on),
        "bound": facts.bound(code, on),
        "signatories": facts.signatories(code, on),
    }
    return {
        measure: {
            "states": count(named).states,
            "organizations": count(named).organizations,
            "participants": sorted(named),
        }
        for measure, named in found.items()
    }


def _latest(codes: Iterable[str]) -> str:
    days = [load_participations().latest(code) for code in codes]
    return max(day.isoformat() for day in days if day)


def _chosen(code: str | None) -> Sequence[str]:
    if code is None:
        return INSTRUMENTS
    if code.upper() not in INSTRUMENTS:
        raise Mistake(f"{code} is no instrument; there are {', '.join(INSTRUMENTS)}")
    return (code.upper(),)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Mistake(f"{text} is not a day; write it as 2009-08-20") from None

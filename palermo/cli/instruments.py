"""`palermo instruments`: the Convention and its Protocols, their provisions, and who takes part.

No database.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from palermo.domain.instruments import INSTRUMENTS, Code, Instrument, check, count
from palermo.domain.languages import LANGUAGES
from palermo.domain.mistakes import Mistake
from palermo.domain.provision_words import Told, gaps
from palermo.domain.provisions import Provision, below, cite, faults, parts, units
from palermo.engines.knowledge_instruments import (
    load_instruments,
    load_participations,
    load_summaries,
    load_vocabulary,
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
    """Add the noun `instruments` with `list`, `show`, `check` and `participation`."""
    parser = subparsers.add_parser(
        "instruments", help="the Convention and its Protocols, and who takes part in them"
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    listing = verbs.add_parser("list", help="the four instruments with their dates")
    listing.add_argument("--language", choices=LANGUAGES, default="en")
    listing.add_argument("--json", action="store_true", help="print JSON to standard output")
    listing.set_defaults(run=list_instruments)
    showing = verbs.add_parser("show", help="what one provision asks, and what it is made of")
    showing.add_argument("code", metavar="CODE", help="such as untoc/18/13")
    showing.add_argument("--language", choices=LANGUAGES, default="en")
    showing.add_argument("--json", action="store_true", help="print JSON to standard output")
    showing.set_defaults(run=show)
    checking = verbs.add_parser("check", help="whether the shipped provisions are in order")
    checking.set_defaults(run=check_provisions)
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


def show(options: argparse.Namespace) -> int:
    """Print one provision in words with its parts; return 0."""
    code = Code.parse(options.code)
    instrument = load_instruments().get(code.instrument.upper())
    found = instrument.provision(code) if instrument else None
    if instrument is None or found is None:
        raise Mistake(f"no instrument has a provision {code}")
    if options.json:
        print(json.dumps(_tree(instrument, found, options.language), ensure_ascii=False, indent=1))
        return 0
    words = load_words(instrument.code, options.language)
    print(f"{code}  {words.short}, {cite(found.code)}: {words.articles[code.article]}")
    summaries = load_summaries(instrument.code, options.language)
    if found.code in summaries:
        print(f"  summary, not the treaty text: {summaries[found.code]}")
    for label, text in _lines(load_vocabulary().tell(found, options.language), options.language):
        print(f"  {label:<14} {text}")
    for one in below(instrument.provisions, found.code)[1:]:
        told = load_vocabulary().tell(one, options.language)
        print(f"  {told.cited:<18} {'; '.join((*told.levels, *told.remarks))}")
        if one.code in summaries:
            print(f"  {'':<18} {summaries[one.code]}")
    return 0


def _lines(told: Told, language: str) -> Iterable[tuple[str, str]]:
    yield "level", "; ".join(told.levels)
    for label, several in (("qualifiers", told.qualifiers), ("remarks", told.remarks)):
        if several:
            yield label, "; ".join(several)
    if told.branches:
        yield "alternatives", f"{told.rule}: {'; '.join(told.branches)}"
    if told.only_if:
        yield "applies if", told.only_if
    if told.part_if:
        yield "a part, if", told.part_if
    if told.notification:
        yield "notification", "; ".join(told.notification)
    if told.references:
        yield "elsewhere", "; ".join(_reference(code, language) for code in told.references)


def _reference(code: str, language: str) -> str:
    instrument = code.partition("/")[0]
    if instrument.upper() in INSTRUMENTS:
        return f"{load_words(instrument.upper(), language).short} {cite(code)}"
    return f"{load_vocabulary().name('elsewhere', instrument, language)} {cite(code)}"


def _tree(instrument: Instrument, found: Provision, language: str) -> dict[str, Any]:
    number = Code.parse(found.code).article
    article = instrument.article(number)
    return {
        **found.tree(),
        "instrument": instrument.code,
        "version": instrument.version,
        "title": load_words(instrument.code, language).articles[number],
        "cluster": article.cluster if article else None,
        "cluster_confirmed": bool(article and article.confirmed),
        "summary": load_summaries(instrument.code, language).get(found.code),
        "parts": [one.code for one in parts(instrument.provisions, found.code)],
        "words": {"language": language, **dict(_lines_by_name(found, language))},
    }


def _lines_by_name(found: Provision, language: str) -> Iterable[tuple[str, Any]]:
    for name, value in vars(load_vocabulary().tell(found, language)).items():
        if name not in {"code", "is_container", "references"}:
            yield name, value


def check_provisions(options: argparse.Namespace) -> int:  # noqa: ARG001 - every verb takes them
    """Print what is wrong in the shipped provisions, or how many there are; return 1 or 0."""
    found = 0
    for code, instrument in load_instruments().items():
        wrong = (*faults(instrument.provisions), *gaps(instrument.provisions, load_vocabulary()))
        for line in wrong:
            print(f"{code}: {line}", file=sys.stderr)
        found += len(wrong)
        assessed = len(units(instrument.provisions))
        print(f"{code:<9} {len(instrument.provisions):>4} codes, {assessed:>4} with a level")
    return 1 if found else 0


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

"""`palermo overview`: the figures of the needs that States stated, from a file or the database."""

import argparse
import gc
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import NO_GROUP, Line, Overview, Rate, overview
from palermo.domain.needs import BASES
from palermo.domain.replies import rates
from palermo.domain.snapshots import Snapshot
from palermo.domain.states import regions_of
from palermo.engines.knowledge_instruments import load_participations, load_words
from palermo.engines.knowledge_states import (
    load_participants,
    load_regional_groups,
    load_register,
)
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.records import DEFAULT, load_record
from palermo.engines.statement_files import count_statements

UNIT: Final = (
    "one request = one State, one instrument, one subcategory, stated with basis need; "
    "views and difficulties are never counted as requests"
)


@dataclass(frozen=True)
class Figures:
    """What the command prints: the overview, the rates, and a record's printed values beside."""

    overview: Overview
    rates: tuple[Rate, ...]
    facts: Snapshot
    computed_from: str


def add_parser(nouns: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the noun `overview`."""
    parser = nouns.add_parser("overview", help="the figures of the needs that States stated")
    parser.add_argument(
        "file", metavar="FILE.csv", type=Path, nargs="?", help="count a file, without a database"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    parser.add_argument("--accept-bom", action="store_true", help="take a byte-order mark")
    parser.add_argument(
        "--record", default=DEFAULT, metavar="NAME", help="whose printed values stand beside"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the overview; return 0."""
    if options.file is None:
        figures = _from_database()
    else:
        figures = figures_of_file(options.file, options.record, accept_bom=options.accept_bom)
    if options.json:
        print(json.dumps(tree(figures), ensure_ascii=False))
    else:
        print(_table(figures))
    return 0


def figures_of_file(path: Path, record: str = DEFAULT, *, accept_bom: bool = False) -> Figures:
    """Return the figures of a file of statements, with a record's printed values beside them."""
    facts = load_record(record)
    with _collector_at_rest():
        counted = count_statements(path, accept_bom=accept_bom)
        return _figures(counted.lines, facts, f"quoted in {_joined(counted.documents)}")


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Count without the garbage collector: a tally is many small tuples and not one cycle."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _from_database() -> Figures:
    facts: Snapshot = import_module("palermo.cli.stored").snapshot()  # starts Django
    return _figures(facts.lines, facts, f"quoted in {facts.quoted}" if facts.quoted else "stored")


def _joined(documents: tuple[str, ...]) -> str:
    shown = ", ".join(documents[:3])
    return f"{shown} and {len(documents) - 3} more" if len(documents) > 3 else shown


def _figures(lines: tuple[Line, ...], facts: Snapshot, where: str) -> Figures:
    made = overview(
        lines,
        categories=load_taxonomy().members,
        instruments=INSTRUMENTS,
        regions=regions_of(load_participants()),
        region_order=load_regional_groups(),
    )
    on = date.fromisoformat(facts.as_of)
    sentence = (
        f"Computed from the {made.statements:,} statements {where} "
        f"(N = {made.requests:,} requests of {made.states:,} States), not from the replies of all "
        "States; percentages that a document prints stand beside as recorded and are never mixed in"
    )
    found = rates(lines, load_participations(), facts.recorded_rates, on)
    return Figures(made, found, facts, sentence)


def tree(figures: Figures) -> dict[str, Any]:
    """Return the figures as a JSON tree; each mapping goes from a code to a count of requests."""
    made = figures.overview
    return {
        "requests": made.requests,
        "states": made.states,
        "by_category": dict(made.by_category),
        "by_legal_subcategory": {
            code.partition("/")[2]: n for code, n in made.by_legal_subcategory.items()
        },
        "by_region": dict(made.by_region),
        "by_instrument": dict(made.by_instrument),
        "shares": {share.code: float(share.percent) for share in made.shares},
        "statements": made.statements,
        "by_basis": {basis: made.by_basis.get(basis, 0) for basis in BASES},
        "unit": UNIT,
        "shares_of": made.requests,
        "recorded_shares": [
            {"code": one.code, "percent": one.percent, "source": one.source}
            for one in figures.facts.recorded_shares
        ],
        "rates": [_rate(rate) for rate in figures.rates],
        "as_of": figures.facts.as_of,
        "computed_from": figures.computed_from,
    }


def _rate(rate: Rate) -> dict[str, Any]:
    return {
        "instrument": rate.instrument,
        "cycle": rate.cycle,
        "n": rate.n,
        "of": rate.of,
        "percent": None if rate.percent is None else float(rate.percent),
        "measure": rate.measure,
        "recorded": rate.recorded,
        "source": rate.source,
    }


def _table(figures: Figures) -> str:
    made, taxonomy, register = figures.overview, load_taxonomy(), load_register()
    percents = {share.code: str(share.percent) for share in made.shares}
    regions = {**register.group_names["en"], NO_GROUP: "In no regional group"}
    parts = [
        f"{made.requests:,} requests of {made.states:,} States",
        f"Unit: {UNIT}",
        _rows(
            f"By category (share of {made.requests:,} requests)",
            {taxonomy.short(code, "en"): n for code, n in made.by_category.items()},
            {taxonomy.short(code, "en"): f"{text} %" for code, text in percents.items()},
        ),
        _rows(
            "Legal assistance by kind",
            {taxonomy.name(code, "en"): n for code, n in made.by_legal_subcategory.items()},
        ),
        _rows("By region", {regions.get(code, code): n for code, n in made.by_region.items()}),
        _rows(
            "By instrument",
            {load_words(code, "en").label: n for code, n in made.by_instrument.items()},
        ),
        _printed(figures),
        figures.computed_from + ".",
    ]
    return "\n\n".join(part for part in parts if part)


def _rows(title: str, counts: Mapping[str, int], beside: Mapping[str, str] | None = None) -> str:
    margin = 10 if beside else 0
    lines = (
        f"{n:>9,}" + f"{(beside or {}).get(name, ''):>{margin}}" + f"  {name}"
        for name, n in counts.items()
    )
    return "\n".join([title, *lines])


def _printed(figures: Figures) -> str:
    title = (
        "Parties quoted with a statement, of the States that had consented by "
        f"{figures.facts.as_of} (a lower bound of the replies)"
    )
    lines = [title]
    for rate in figures.rates:
        name = load_words(rate.instrument, "en").label
        if rate.recorded is None:
            lines.append(f"  {name}: {rate.n} of {rate.of} ({rate.percent} %)")
        else:
            cycle = f", cycle {rate.cycle}" if rate.cycle else ""
            lines.append(f"  {name}{cycle}: recorded {rate.recorded} % ({rate.source})")
    lines += _recorded_shares(figures.facts)
    return "\n".join(lines)


def _recorded_shares(facts: Snapshot) -> Iterable[str]:
    if facts.recorded_shares:
        yield f"\nShares of the most-asked areas as printed in {facts.quoted}"
    for one in facts.recorded_shares:
        yield f"  {load_taxonomy().short(one.code, 'en')}: {one.percent} % ({one.source})"

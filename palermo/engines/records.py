"""Facts of published notes as shipped: reads `palermo/data/records`, one folder a note.

Wraps no tool of its own; the files are read by `files`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from palermo.domain.measures import Rate, Recorded
from palermo.domain.mistakes import Mistake
from palermo.domain.needs import Source, Statement
from palermo.domain.snapshots import Listing, Snapshot
from palermo.engines.files import data_folder, read_rows, read_yaml

DEFAULT: Final = "2009-2"  # the record of the note on technical assistance needs of 2009


@dataclass(frozen=True)
class Record:
    """A published note: its symbol, its title in six languages, what its facts were taken from.

    `as_of` is the day (ISO) on which its Parties are counted.
    """

    symbol: str
    title: Mapping[str, str]
    as_of: str
    source: str


def record_names() -> list[str]:
    """Return the names of the records that are shipped, as `--record` takes them."""
    return data_folder("records")


@cache
def describe_record(name: str) -> Record:
    """Return what a record is; a Mistake where there is none of that name."""
    facts = _facts(name)
    return Record(facts["symbol"], facts["title"], facts["as_of"], facts["source"])


@cache
def load_record(name: str = DEFAULT) -> Snapshot:
    """Return the facts of a published note: statements, listings, printed rates and shares."""
    facts = _facts(name)
    return Snapshot(
        as_of=facts["as_of"],
        quoted=facts["symbol"],
        statements=tuple(
            _statement(row, facts) for row in read_rows("records", name, "statements.csv")
        ),
        listings=tuple(_listing(one) for one in read_yaml("records", name, "listings.yaml")),
        recorded_rates=tuple(_rate(one) for one in read_yaml("records", name, "rates.yaml")),
        recorded_shares=tuple(_share(one) for one in read_yaml("records", name, "shares.yaml")),
    )


def _facts(name: str) -> dict[str, Any]:
    if name not in record_names():
        raise Mistake(f"there is no record {name}; there is {', '.join(record_names())}")
    facts: dict[str, Any] = read_yaml("records", name, "record.yaml")
    return facts


def _statement(row: dict[str, str], facts: dict[str, Any]) -> Statement:
    language = facts["language"]
    return Statement(
        state=row["iso3"],
        instrument=row["instrument"],
        code=f"{row['category_code']}/{row['subcategory_code']}",
        basis=row["basis"],
        words=row[f"statement_{language}"],
        language=language,
        source=Source(row["document"], row["paragraph"]),
        fit=row["fit"],
        topic=row["topic"],
        remark=row["note"],
        coder=facts["coder"],
        coded_on=facts["coded_on"],
    )


def _listing(entry: dict[str, Any]) -> Listing:
    return Listing(entry["kind"], tuple(entry["states"]), _source(entry))


def _rate(entry: dict[str, Any]) -> Rate:
    return Rate(
        instrument=entry["instrument"],
        cycle=entry["cycle"],
        n=None,
        of=None,
        measure="",
        recorded=entry["percent"],
        source=str(_source(entry)),
    )


def _share(entry: dict[str, Any]) -> Recorded:
    return Recorded(entry["category"], entry["percent"], str(_source(entry)))


def _source(entry: dict[str, Any]) -> Source:
    return Source(entry["document"], entry["paragraph"])

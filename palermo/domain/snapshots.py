"""A snapshot: what was known on one day, frozen, with a digest: what a figure rests on."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from typing import Any

from palermo.domain.measures import Line, Rate, Recorded
from palermo.domain.needs import Source, Statement
from palermo.domain.papers import digest


@dataclass(frozen=True)
class Listing:
    """A list of States that a document prints: which list, who stands on it, and where."""

    kind: str  # "silent" (gave no information at all) or "reporting_help"
    states: tuple[str, ...]
    source: Source


@dataclass(frozen=True)
class Snapshot:
    """What the overview and the note are made from, and nothing else.

    `as_of` is the cut-off date (ISO) on which Parties are counted. `quoted` is the document whose
    quoted statements these are, or "" when they are not taken from one document. `recorded_rates`
    and `recorded_shares` are percentages that the document prints.
    """

    as_of: str
    quoted: str
    statements: tuple[Statement, ...]
    listings: tuple[Listing, ...] = ()
    recorded_rates: tuple[Rate, ...] = ()
    recorded_shares: tuple[Recorded, ...] = ()

    def listed(self, kind: str) -> tuple[str, ...]:
        """Return the States of the listing of that kind, or nothing where there is none."""
        return next((found.states for found in self.listings if found.kind == kind), ())

    def about(self, instrument: str) -> "Snapshot":
        """Return the snapshot with the statements on one instrument only; "" is on all."""
        if not instrument:
            return self
        told = tuple(one for one in self.statements if one.instrument == instrument)
        return replace(self, statements=told)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return one line of a tally for each statement."""
        return tuple(
            Line(told.state, told.instrument, told.code, told.basis) for told in self.statements
        )

    @cached_property
    def digest(self) -> str:
        """Return the SHA-256 of the snapshot's canonical JSON."""
        return digest(self.tree())

    def tree(self) -> dict[str, Any]:
        """Return the snapshot as a JSON tree; `from_tree` reads it back."""
        tree: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return tree


def from_tree(tree: Mapping[str, Any]) -> Snapshot:
    """Return the snapshot a JSON tree tells of."""
    return Snapshot(
        as_of=tree["as_of"],
        quoted=tree["quoted"],
        statements=tuple(
            Statement(**{**told, "source": Source(**told["source"])}) for told in tree["statements"]
        ),
        listings=tuple(
            Listing(one["kind"], tuple(one["states"]), Source(**one["source"]))
            for one in tree["listings"]
        ),
        recorded_rates=tuple(Rate(**one) for one in tree["recorded_rates"]),
        recorded_shares=tuple(Recorded(**one) for one in tree["recorded_shares"]),
    )

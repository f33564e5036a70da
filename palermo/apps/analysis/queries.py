"""Reading the overview: one snapshot of what may be counted, and the figures made of it."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from palermo.apps.analysis.models import FrozenSnapshot
from palermo.apps.needs import queries as needs
from palermo.apps.responses import queries as responses
from palermo.domain.instruments import INSTRUMENTS
from palermo.domain.measures import Overview, overview, requests_of
from palermo.domain.snapshots import Snapshot
from palermo.engines.knowledge_states import load_register
from palermo.engines.knowledge_taxonomy import load_taxonomy
from palermo.engines.records import DEFAULT


def snapshot(record: str = DEFAULT) -> Snapshot:
    """Return what is known now about the needs that a document quotes, ready to be frozen."""
    return _snapshot(record, needs.mark())


@lru_cache(maxsize=8)
def _snapshot(record: str, _mark: needs.Mark) -> Snapshot:
    facts = responses.record(record)
    if facts is None:
        return Snapshot(as_of="", quoted="", statements=needs.counted())
    return Snapshot(
        as_of=facts.as_of,
        quoted=facts.quoted,
        statements=needs.counted(facts.quoted),
        listings=facts.listings,
        recorded_rates=facts.recorded_rates,
        recorded_shares=facts.recorded_shares,
    )


@lru_cache(maxsize=32)
def overview_of(frozen: Snapshot, instrument: str = "") -> Overview:
    """Return the overview of a snapshot, of one instrument where one is named.

    `by_state` names States, so it counts what is public only.
    """
    told = frozen.about(instrument)
    counted = overview(
        told.lines,
        categories=load_taxonomy().members,
        instruments=INSTRUMENTS,
        regions=load_register().regions,
        region_order=load_register().regional_groups,
    )
    public = requests_of(one for one in told.statements if one.visibility == "public")
    return replace(counted, by_state=dict(Counter(state for state, _, _ in sorted(public))))


def frozen(digest: str) -> Snapshot | None:
    """Return a frozen snapshot by its digest, or None."""
    row = FrozenSnapshot.objects.filter(digest=digest).first()
    return row.value() if row else None

"""Reading what documents record about replies; printed facts are public, so no viewer is needed."""

from itertools import groupby

from palermo.apps.responses.models import ListedState, PrintedPercentage, Record
from palermo.domain.measures import Rate, Recorded
from palermo.domain.needs import Source
from palermo.domain.snapshots import Listing, Snapshot


def record(code: str) -> Snapshot | None:
    """Return what a document records, without statements, or None where it is not loaded."""
    row = Record.objects.filter(code=code).first()
    if row is None:
        return None
    printed = PrintedPercentage.objects.filter(record=row).order_by("kind", "position")
    return Snapshot(
        as_of=row.as_of.isoformat(),
        quoted=row.symbol,
        statements=(),
        listings=_listings(row),
        recorded_rates=tuple(
            Rate(one.code, one.cycle, None, None, "", one.percent, one.source)
            for one in printed
            if one.kind == "rate"
        ),
        recorded_shares=tuple(
            Recorded(one.code, one.percent, one.source) for one in printed if one.kind == "share"
        ),
    )


def _listings(row: Record) -> tuple[Listing, ...]:
    listed = ListedState.objects.filter(record=row).order_by("kind", "position")
    return tuple(
        Listing(kind, tuple(one.state for one in same), Source(row.symbol, same[0].paragraph))
        for kind, same in ((kind, list(ones)) for kind, ones in groupby(listed, lambda o: o.kind))
    )

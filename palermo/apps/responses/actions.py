"""Loading what a document records about replies; loading twice changes nothing."""

from django.db import transaction

from palermo.apps.journal.actions import record
from palermo.apps.responses.models import ListedState, PrintedPercentage, Record
from palermo.domain.access import Viewer, require
from palermo.domain.snapshots import Snapshot


@transaction.atomic
def load_record(actor: Viewer, *, code: str, facts: Snapshot) -> bool:
    """Store the lists and printed percentages of a document; return whether anything changed."""
    require(actor, "load_reference_data")
    stored = Record.objects.filter(code=code).first()
    if stored is not None and stored.digest == facts.digest:
        return False
    row, _ = Record.objects.update_or_create(
        code=code,
        defaults={"symbol": facts.quoted, "as_of": facts.as_of, "digest": facts.digest},
    )
    ListedState.objects.filter(record=row).delete()
    PrintedPercentage.objects.filter(record=row).delete()
    ListedState.objects.bulk_create(
        ListedState(
            record=row,
            kind=listing.kind,
            position=place,
            state=state,
            paragraph=listing.source.paragraph,
        )
        for listing in facts.listings
        for place, state in enumerate(listing.states, 1)
    )
    PrintedPercentage.objects.bulk_create(
        PrintedPercentage(
            record=row,
            kind="rate",
            code=rate.instrument,
            cycle=rate.cycle,
            percent=rate.recorded or 0,
            source=rate.source,
            position=place,
        )
        for place, rate in enumerate(facts.recorded_rates, 1)
        if rate.recorded is not None
    )
    PrintedPercentage.objects.bulk_create(
        PrintedPercentage(
            record=row,
            kind="share",
            code=share.code,
            percent=share.percent,
            source=share.source,
            position=place,
        )
        for place, share in enumerate(facts.recorded_shares, 1)
    )
    record(actor, act="load_record", subject=code, details={"digest": facts.digest})
    return True

"""Loading the shipped instruments and the facts of participation; loading twice changes nothing."""

from django.db import transaction

from palermo.apps.instruments.models import InstrumentVersion, ParticipationRow
from palermo.apps.journal.actions import record
from palermo.domain.access import Viewer, require
from palermo.engines.knowledge_instruments import load_instruments, load_participations


@transaction.atomic
def load(actor: Viewer) -> int:
    """Store every shipped instrument version and participation; return how many rows are new."""
    require(actor, "load_reference_data")
    new = 0
    for instrument in load_instruments().values():
        _, made = InstrumentVersion.objects.update_or_create(
            code=instrument.code,
            version=instrument.version,
            defaults={"digest": instrument.digest, "document": instrument.tree()},
        )
        new += made
    for fact in load_participations().facts:
        _, made = ParticipationRow.objects.update_or_create(
            instrument=fact.instrument,
            participant=fact.state,
            defaults={
                "signature": fact.signature,
                "consent": fact.consent,
                "act": fact.act or "",
            },
        )
        new += made
    if new:
        record(actor, act="load_instruments", subject="instruments", details={"new": new})
    return new

"""Loading the shipped instruments and the facts of participation; loading twice changes nothing."""

from django.db import transaction

from palermo.apps.instruments.models import InstrumentVersion, ParticipationRow
from palermo.apps.instruments.queries import participations
from palermo.apps.journal.actions import record
from palermo.domain.access import Viewer, require
from palermo.domain.instruments import Participation
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
    new += _load_participations()
    if new:
        record(actor, act="load_instruments", subject="instruments", details={"new": new})
    return new


def _load_participations() -> int:
    """Store the facts that are not stored yet, or stand otherwise; return how many are new."""
    stored = participations()
    missing = [one for one in load_participations().facts if one != stored.of(*_whose(one))]
    new = sum(stored.of(*_whose(one)) is None for one in missing)
    ParticipationRow.objects.bulk_create(
        (
            ParticipationRow(
                instrument=one.instrument,
                participant=one.state,
                signature=one.signature,
                consent=one.consent,
                act=one.act or "",
            )
            for one in missing
        ),
        update_conflicts=True,
        unique_fields=("instrument", "participant"),
        update_fields=("signature", "consent", "act"),
    )
    return new


def _whose(fact: Participation) -> tuple[str, str]:
    return fact.instrument, fact.state

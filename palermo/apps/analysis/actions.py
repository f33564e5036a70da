"""Freezing a snapshot, so that what is published from it never moves."""

from django.db import transaction

from palermo.apps.analysis.models import FrozenSnapshot
from palermo.apps.journal.actions import record
from palermo.domain.access import Viewer, require
from palermo.domain.snapshots import Snapshot


@transaction.atomic
def freeze(actor: Viewer, *, snapshot: Snapshot) -> FrozenSnapshot:
    """Store a snapshot and return its row; the same snapshot is stored once."""
    require(actor, "freeze_snapshot")
    row, made = FrozenSnapshot.objects.get_or_create(
        digest=snapshot.digest, defaults={"document": snapshot.tree(), "made_by": actor.id}
    )
    if made:
        record(actor, act="freeze_snapshot", subject=snapshot.digest)
    return row

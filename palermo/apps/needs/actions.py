"""Writing statements of need: all or nothing, and the same statement once."""

from collections.abc import Sequence

from django.db import transaction

from palermo.apps.journal.actions import record
from palermo.apps.needs.models import StatementRow
from palermo.domain.access import Refused, Viewer, require
from palermo.domain.needs import VISIBILITIES, Statement


def import_statements(
    actor: Viewer, *, statements: Sequence[Statement], dry_run: bool = False
) -> dict[str, int]:
    """Store checked statements; return how many are `new` and how many stand `already`.

    With `dry_run` nothing is stored and the counts are what storing would give.
    """
    require(actor, "import_statements")
    with transaction.atomic():
        known = set(StatementRow.objects.values_list("identity", flat=True))
        named = [(told, told.identity) for told in statements]
        fresh = [(told, identity) for told, identity in named if identity not in known]
        counts = {"new": len(fresh), "already": len(named) - len(fresh)}
        if dry_run or not fresh:
            return counts
        StatementRow.objects.bulk_create(
            (_row(told, identity, place) for place, (told, identity) in enumerate(fresh, 1)),
            batch_size=500,
        )
        record(actor, act="import_statements", subject=fresh[0][0].source.document, details=counts)
    return counts


@transaction.atomic
def set_visibility(actor: Viewer, *, identity: str, visibility: str) -> None:
    """Change who may read a State's statement; only that State's focal point may."""
    require(actor, "set_visibility")
    row = StatementRow.objects.get(identity=identity)
    if row.state != actor.state or visibility not in VISIBILITIES:
        raise Refused(actor, "set_visibility")
    row.visibility = visibility
    row.save(update_fields=["visibility"])
    record(
        actor,
        act="set_visibility",
        subject=identity,
        state=row.state,
        details={"visibility": visibility},
    )


def _row(told: Statement, identity: str, place: int) -> StatementRow:
    return StatementRow(
        identity=identity,
        state=told.state,
        instrument=told.instrument,
        category=told.category,
        code=told.code,
        basis=told.basis,
        words=told.words,
        language=told.language,
        document=told.source.document,
        paragraph=told.source.paragraph,
        fit=told.fit,
        topic=told.topic,
        remark=told.remark,
        coder=told.coder,
        coded_on=told.coded_on,
        visibility=told.visibility,
        position=place,
    )

"""Reading who takes part in which instrument; public, so no viewer is needed."""

from palermo.apps.instruments.models import ParticipationRow
from palermo.domain.instruments import Participations


def participations() -> Participations:
    """Return all facts of participation that are stored."""
    rows = ParticipationRow.objects.order_by("instrument", "participant")
    return Participations(tuple(row.value() for row in rows))

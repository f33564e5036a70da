"""Writing one line of the journal, beside the write it tells of."""

import hashlib
import json
from collections.abc import Mapping

from palermo.apps.journal.models import JournalLine
from palermo.domain.access import Viewer


def record(
    actor: Viewer,
    *,
    act: str,
    subject: str,
    state: str = "",
    details: Mapping[str, object] | None = None,
) -> None:
    """Append one line; call it inside the transaction of the act itself."""
    text = json.dumps(dict(details or {}), ensure_ascii=False, sort_keys=True)
    JournalLine.objects.create(
        actor=actor.id,
        act=act,
        state=state,
        subject=subject,
        details=text,
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )

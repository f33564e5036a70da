"""Writing accounts, and noting who came in."""

from collections.abc import Iterable

from django.db import transaction

from palermo.apps.accounts.models import User
from palermo.apps.journal.actions import record
from palermo.domain.access import Viewer, require


def note_sign_in(actor: Viewer, *, let_in: bool) -> None:
    """Write into the journal that an account came in, or that a name was refused."""
    record(actor, act="sign_in" if let_in else "sign_in_refused", subject="accounts")


@transaction.atomic
def make_demonstration(actor: Viewer, *, accounts: Iterable[tuple[str, str, str, str]]) -> int:
    """Make accounts (name, role, State, passphrase); return how many are new."""
    require(actor, "load_reference_data")
    new = 0
    for name, role, state, passphrase in accounts:
        if User.objects.filter(username=name).exists():
            continue
        User.objects.create_user(
            name, password=passphrase, role=role, state=state, demonstration=True
        )
        new += 1
    if new:
        record(actor, act="make_demonstration", subject="accounts", details={"new": new})
    return new

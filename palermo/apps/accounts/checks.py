"""What production refuses to start with."""

from palermo.apps.accounts.models import User
from palermo.domain.mistakes import Mistake


def refuse_demonstration() -> None:
    """Raise a Mistake where the database holds accounts of the demonstration."""
    names = User.objects.filter(demonstration=True, is_active=True).values_list(
        "username", flat=True
    )
    if names:
        raise Mistake(
            "the database holds accounts of the demonstration, whose passphrases are public: "
            + ", ".join(sorted(names))
        )

"""The table of accounts."""

from django.contrib.auth.models import AbstractUser
from django.db import models

from palermo.domain.access import ROLES


class User(AbstractUser):
    """An account: one role, and the State it acts for where the role belongs to a State."""

    role = models.CharField(
        max_length=40,
        blank=True,
        choices=[(role, role) for role in ROLES if role != "system"],
        help_text="What the account may do; see the table in domain/access.",
    )
    state = models.CharField(max_length=3, blank=True, help_text="ISO 3166-1 alpha-3, or empty.")
    rights_until = models.DateTimeField(
        null=True, blank=True, help_text="When time-limited full rights end."
    )
    demonstration = models.BooleanField(
        default=False, help_text="Made by the demonstration, with a known passphrase."
    )

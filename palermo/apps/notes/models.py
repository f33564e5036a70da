"""The table of notes: one row for each frozen snapshot that a note is made from."""

from django.db import models

from palermo.apps.analysis.models import FrozenSnapshot


class Note(models.Model):
    """The note made from one snapshot: a draft until the Secretariat issues it."""

    snapshot = models.OneToOneField(
        FrozenSnapshot, models.PROTECT, related_name="+", help_text="What it is made from."
    )
    symbol = models.CharField(max_length=60, blank=True, help_text="Typed in by the Secretariat.")
    issued = models.DateField(null=True, blank=True, help_text="When it was issued.")
    issued_by = models.CharField(max_length=200, blank=True, help_text="By whom, as text.")

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.symbol or f"draft {self.snapshot}"

"""The journal's table: appended, never changed; no foreign keys."""

from django.db import models


class JournalLine(models.Model):
    """One act: who did what to which object, for which State, with a digest of the details."""

    at = models.DateTimeField(auto_now_add=True, help_text="When, in UTC.")
    actor = models.CharField(max_length=200, help_text="Who, as text.")
    act = models.CharField(max_length=80, db_index=True, help_text="What was done.")
    state = models.CharField(max_length=3, blank=True, help_text="Whose data, or empty.")
    subject = models.CharField(max_length=300, help_text="To what, as text.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the details.")
    details = models.TextField(blank=True, help_text="The details as JSON; may be erased by law.")

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.act} {self.subject}"

"""The table of frozen snapshots."""

from django.db import models

from palermo.domain.snapshots import Snapshot, from_tree


class FrozenSnapshot(models.Model):
    """A snapshot as it was: figures and notes made from it never move."""

    digest = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the document.")
    document = models.JSONField(help_text="The snapshot as a JSON tree.")
    made = models.DateTimeField(auto_now_add=True, help_text="When it was frozen.")
    made_by = models.CharField(max_length=200, help_text="By whom, as text.")

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.digest[:12]

    def value(self) -> Snapshot:
        """Return the domain value."""
        return from_tree(self.document)

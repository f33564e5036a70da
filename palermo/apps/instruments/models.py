"""Tables: which instrument versions are loaded, and who takes part in them."""

from django.db import models

from palermo.domain.instruments import Participation


class InstrumentVersion(models.Model):
    """One version of an instrument, as one document; other rows hold provision codes as text."""

    code = models.CharField(max_length=20, help_text="UNTOC, TIP, SOM or FIREARMS.")
    version = models.CharField(max_length=10, help_text="The version's folder name.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the document.")
    document = models.JSONField(help_text="Articles and rules, codes only.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("code", "version"), name="one_row_a_version")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.version}"


class ParticipationRow(models.Model):
    """What one participant did about one instrument."""

    instrument = models.CharField(max_length=20, help_text="Code of the instrument.")
    participant = models.CharField(max_length=3, help_text="ISO 3166-1 alpha-3, or EU.")
    signature = models.DateField(null=True, help_text="Date of signature.")
    consent = models.DateField(null=True, help_text="Date of deposit.")
    act = models.CharField(max_length=30, blank=True, help_text="Ratification, accession, ...")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("instrument", "participant"), name="one_row_a_participant"
            )
        ]

    def __str__(self) -> str:
        return f"{self.participant} {self.instrument}"

    def value(self) -> Participation:
        """Return the domain value."""
        return Participation(
            instrument=self.instrument,
            state=self.participant,
            signature=self.signature,
            consent=self.consent,
            act=self.act or None,
        )

"""The table of statements of need."""

from django.db import models

from palermo.domain.needs import BASES, FITS, VISIBILITIES, Source, Statement


class StatementRow(models.Model):
    """What one State said, coded once; corrected by a new row, never overwritten."""

    identity = models.CharField(max_length=64, unique=True, help_text="SHA-256 of what was told.")
    state = models.CharField(max_length=3, db_index=True, help_text="ISO 3166-1 alpha-3.")
    instrument = models.CharField(max_length=20, db_index=True, help_text="Instrument code.")
    category = models.CharField(max_length=40, db_index=True, help_text="Category code.")
    code = models.CharField(max_length=80, db_index=True, help_text="category/subcategory.")
    basis = models.CharField(
        max_length=10, choices=[(basis, basis) for basis in BASES], help_text="Only needs count."
    )
    words = models.TextField(blank=True, help_text="The State's own words, or the document's.")
    language = models.CharField(max_length=2, help_text="Language of the words.")
    document = models.CharField(max_length=60, help_text="Document symbol, or answer.")
    paragraph = models.CharField(max_length=20, blank=True, help_text="Paragraph, or digest.")
    fit = models.CharField(
        max_length=5, choices=[(fit, fit) for fit in FITS], help_text="How well the code fits."
    )
    topic = models.CharField(max_length=120, blank=True, help_text="Narrower subject.")
    remark = models.TextField(blank=True, help_text="How to read the coding.")
    coder = models.CharField(max_length=120, blank=True, help_text="Who coded it.")
    coded_on = models.CharField(max_length=10, blank=True, help_text="When, as an ISO date.")
    visibility = models.CharField(
        max_length=12,
        choices=[(seen, seen) for seen in VISIBILITIES],
        default="public",
        help_text="Who may read it.",
    )
    position = models.PositiveIntegerField(help_text="Its place in the file it came from.")

    class Meta:
        ordering = ("document", "position", "id")

    def __str__(self) -> str:
        return f"{self.state} {self.instrument} {self.code}"

    def value(self) -> Statement:
        """Return the domain value."""
        return Statement(
            state=self.state,
            instrument=self.instrument,
            code=self.code,
            basis=self.basis,
            words=self.words,
            language=self.language,
            source=Source(self.document, self.paragraph),
            fit=self.fit,
            topic=self.topic,
            remark=self.remark,
            coder=self.coder,
            coded_on=self.coded_on,
            visibility=self.visibility,
        )

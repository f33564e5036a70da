"""Tables: the records that documents of the Secretariat print about replies."""

from django.db import models


class Record(models.Model):
    """A document whose facts are loaded: its symbol and the cut-off date of its counts."""

    code = models.CharField(max_length=20, unique=True, help_text="Short code, such as 2009-2.")
    symbol = models.CharField(max_length=60, help_text="United Nations document symbol.")
    as_of = models.DateField(help_text="The day on which Parties are counted.")
    digest = models.CharField(max_length=64, help_text="SHA-256 of what was loaded.")

    def __str__(self) -> str:
        return self.symbol


class ListedState(models.Model):
    """A State on a list that a document prints."""

    record = models.ForeignKey(Record, models.CASCADE, help_text="The document.")
    kind = models.CharField(max_length=30, help_text="silent, or reporting_help.")
    position = models.PositiveIntegerField(help_text="Its place on the printed list, from 1.")
    state = models.CharField(max_length=3, help_text="ISO 3166-1 alpha-3.")
    paragraph = models.CharField(max_length=20, help_text="Where it is printed.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("record", "kind", "state"), name="once_on_a_list")
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.kind}"


class PrintedPercentage(models.Model):
    """A percentage that a document prints; never mixed with a computed one."""

    record = models.ForeignKey(Record, models.CASCADE, help_text="The document.")
    kind = models.CharField(max_length=20, help_text="rate (of replies) or share (of needs).")
    code = models.CharField(max_length=40, help_text="An instrument, or a category of needs.")
    cycle = models.CharField(max_length=5, blank=True, help_text="Reporting cycle, for rates.")
    percent = models.PositiveIntegerField(help_text="As printed.")
    source = models.CharField(max_length=80, help_text="Symbol and paragraph.")
    position = models.PositiveIntegerField(help_text="Its place as printed, from 1.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("record", "kind", "code", "cycle"), name="one_percentage_a_code"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.percent} %"

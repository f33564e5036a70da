"""The table of jobs."""

from django.db import models


class Job(models.Model):
    """A piece of work for the worker; `key` makes asking for it twice the same as once."""

    class State(models.TextChoices):
        """Where a job stands."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    kind = models.CharField(max_length=60, help_text="Which work; a key of the setting JOBS.")
    key = models.CharField(max_length=200, unique=True, help_text="Kind and object, once each.")
    details = models.JSONField(default=dict, help_text="What the work needs to know.")
    state = models.CharField(
        max_length=10, choices=State, default=State.WAITING, db_index=True, help_text="Where it is."
    )
    done = models.PositiveIntegerField(default=0, help_text="Steps done.")
    of = models.PositiveIntegerField(default=1, help_text="Steps in all.")
    tries = models.PositiveIntegerField(default=0, help_text="How often it was begun.")
    trouble = models.TextField(blank=True, help_text="What went wrong the last time.")
    asked = models.DateTimeField(auto_now_add=True, help_text="When it was asked for.")
    touched = models.DateTimeField(auto_now=True, help_text="When it last moved.")

    def __str__(self) -> str:
        return f"{self.key}: {self.state}"

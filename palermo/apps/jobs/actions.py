"""Asking for work, and doing it: claimed one at a time, begun again if the worker died."""

import traceback
from collections.abc import Mapping
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.module_loading import import_string

from palermo.apps.jobs.models import Job

LOST_AFTER = timedelta(minutes=15)
TRIES = 3


def enqueue(kind: str, key: str, details: Mapping[str, object]) -> None:
    """Ask for work after the commit; asking again for the same key does nothing."""
    whole = f"{kind}:{key}"
    asked = {"kind": kind, "details": dict(details)}
    transaction.on_commit(lambda: Job.objects.get_or_create(key=whole, defaults=asked))


def claim() -> Job | None:
    """Return the next job, marked as running, or None where nothing waits.

    A job whose worker died each time it was tried is given up, as one that failed each time.
    """
    lost = Q(state=Job.State.RUNNING, touched__lt=timezone.now() - LOST_AFTER)
    with transaction.atomic():
        Job.objects.filter(lost, tries__gte=TRIES).update(
            state=Job.State.FAILED, trouble="the worker ended each time before the job did"
        )
        job = (
            Job.objects.filter(Q(state=Job.State.WAITING) | lost, tries__lt=TRIES)
            .order_by("id")
            .first()
        )
        if job is None:
            return None
        job.state = Job.State.RUNNING
        job.tries += 1
        job.save()
    return job


def perform(job: Job) -> bool:
    """Do one claimed job and note how it ended; return whether it was done."""
    work = import_string(settings.JOBS[job.kind])

    def progress(done: int, of: int) -> None:
        Job.objects.filter(pk=job.pk).update(done=done, of=of, touched=timezone.now())

    try:
        work(job.details, progress)
    except Exception:  # noqa: BLE001 - whatever goes wrong is kept for the operator, and tried again
        again = job.tries < TRIES
        Job.objects.filter(pk=job.pk).update(
            state=Job.State.WAITING if again else Job.State.FAILED,
            trouble=traceback.format_exc(limit=8),
            touched=timezone.now(),
        )
        return False
    Job.objects.filter(pk=job.pk).update(
        state=Job.State.DONE, done=F("of"), trouble="", touched=timezone.now()
    )
    return True

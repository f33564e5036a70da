"""Reading the table of jobs; it holds nothing that is protected, so no viewer is needed."""

from palermo.apps.jobs.models import Job


def progress(kind: str, key: str) -> tuple[str, int, int] | None:
    """Return where a job is (state, steps done, steps in all), or None where none was asked for."""
    job = Job.objects.filter(key=f"{kind}:{key}").first()
    return (job.state, job.done, job.of) if job else None


def waiting() -> int:
    """Return how many jobs wait for the worker."""
    return Job.objects.filter(state=Job.State.WAITING).count()

"""Jobs: asked for once, claimed once, tried again, given up."""

from collections.abc import Callable, Mapping

import pytest
from django.utils import timezone

from palermo.apps.jobs import actions, queries
from palermo.apps.jobs.models import Job

DONE: list[Mapping[str, object]] = []


def work(details: Mapping[str, object], progress: Callable[[int, int], None]) -> None:
    progress(1, 2)
    DONE.append(details)


def fail(_details: Mapping[str, object], _progress: Callable[[int, int], None]) -> None:
    raise ValueError("the printer is on fire")


@pytest.fixture(autouse=True)
def kinds(settings: object) -> None:
    DONE.clear()
    settings.JOBS = {"work": f"{__name__}.work", "fail": f"{__name__}.fail"}  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_asking_twice_is_asking_once() -> None:
    actions.enqueue("work", "a", {"n": 1})
    actions.enqueue("work", "a", {"n": 2})
    assert queries.waiting() == 1


@pytest.mark.django_db(transaction=True)
def test_a_job_is_claimed_once_and_done() -> None:
    actions.enqueue("work", "a", {"n": 1})
    job = actions.claim()
    assert job is not None
    assert actions.claim() is None
    assert actions.perform(job)
    assert DONE == [{"n": 1}]
    assert queries.progress("work", "a") == ("done", 2, 2)


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_worker_dies_each_time_is_given_up() -> None:
    actions.enqueue("work", "a", {})
    long_ago = timezone.now() - 2 * actions.LOST_AFTER
    for _ in range(actions.TRIES):
        assert actions.claim() is not None
        Job.objects.update(touched=long_ago)
    assert actions.claim() is None
    assert Job.objects.get().state == Job.State.FAILED


@pytest.mark.django_db(transaction=True)
def test_a_failing_job_is_tried_three_times_and_keeps_its_trouble() -> None:
    actions.enqueue("fail", "a", {})
    for _ in range(actions.TRIES):
        job = actions.claim()
        assert job is not None
        assert not actions.perform(job)
    assert actions.claim() is None
    left = Job.objects.get()
    assert left.state == Job.State.FAILED
    assert "the printer is on fire" in left.trouble

"""What is to be done to the store, one thing after another, and how far each has come."""

from collections import OrderedDict
from dataclasses import dataclass, replace
from threading import Lock
from typing import Literal

from dateline.errors import NotFound
from dateline.ids import content_id
from dateline.types import Rejected

MOST_JOBS = 200  # that are remembered

Step = Literal["waiting", "reading", "making", "done", "failed"]
LIVE: tuple[Step, ...] = ("waiting", "reading", "making")


@dataclass(frozen=True, slots=True)
class Job:
    """Something that was asked for: it waits, its pages are being read, the record is being made, and it is done or has failed.

    `title` says what it is. Of `total` pages, null where that is not known before, `read` are read. The counts after them are
    those of its pages once they are read; `rejected` names what cannot be used, and why. `problem` says why it failed.
    `edition` is the one that has it.
    """

    id: str
    title: str
    step: Step
    read: int = 0
    total: int | None = None
    new: int = 0
    known: int = 0
    revisions: int = 0
    rejected: tuple[Rejected, ...] = ()
    foreign: tuple[str, ...] = ()
    problem: str | None = None
    edition: int | None = None


class Jobs:
    """The jobs of this server since it was started, by id."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = Lock()
        self._count = 0

    def open(self, title: str, total: int | None = None) -> Job:
        """A new job that waits."""
        with self._lock:
            self._count += 1
            job = Job(content_id("job", str(self._count), title), title, "waiting", total=total)
            self._jobs[job.id] = job
            done = [one.id for one in self._jobs.values() if one.step not in LIVE]
            for old in done[: max(0, len(self._jobs) - MOST_JOBS)]:
                del self._jobs[old]
            return job

    def update(self, identity: str, **told: object) -> None:
        """Tell how far a job has come."""
        with self._lock:
            job = self._jobs.get(identity)
            if job is not None:
                self._jobs[identity] = replace(job, **told)  # type: ignore[arg-type]

    def get(self, identity: str) -> Job:
        """The job of that id; `NotFound` for one that is not known here, or no longer."""
        with self._lock:
            job = self._jobs.get(identity)
        if job is None:
            raise NotFound(f"There is no job {identity}; jobs are forgotten when the server ends.")
        return job

    def all(self) -> tuple[Job, ...]:
        """All jobs, the last one first."""
        with self._lock:
            return tuple(reversed(self._jobs.values()))

    def live(self) -> int:
        """How many jobs are not done."""
        return sum(job.step in LIVE for job in self.all())

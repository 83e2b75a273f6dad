"""Work in batches: the same results in the same order, in one process or in several."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor

import pytest

from newsarc.building.jobs import _AHEAD, BATCH, WORTH_WORKERS, executor_for, in_batches
from newsarc.errors import WorkerLostError


def double(numbers: Sequence[int]) -> list[int]:
    return [2 * number for number in numbers]


def process_and_sum(numbers: Sequence[int]) -> tuple[int, int]:
    return os.getpid(), sum(numbers)


def fail_at_100(numbers: Sequence[int]) -> int:
    if 100 in numbers:
        raise ValueError("100")
    return len(numbers)


@pytest.mark.parametrize("items", [0, 1, BATCH - 1, BATCH, BATCH + 1, 10 * BATCH + 3])
def test_results_come_in_the_order_of_the_items(items: int) -> None:
    alone = list(in_batches(None, 1, double, range(items)))
    assert [number for batch in alone for number in batch] == [2 * n for n in range(items)]
    assert all(0 < len(batch) <= BATCH for batch in alone)
    with ThreadPoolExecutor(2) as executor:
        assert list(in_batches(executor, 2, double, range(items))) == alone


@pytest.mark.parametrize(
    ("jobs", "amount"), [(1, 10 * WORTH_WORKERS), (0, 10 * WORTH_WORKERS), (4, WORTH_WORKERS - 1)]
)
def test_little_work_is_done_here(jobs: int, amount: int) -> None:
    with executor_for(jobs, amount) as executor:
        assert executor is None
        results = in_batches(executor, jobs, process_and_sum, range(BATCH))
        assert list(results) == [(os.getpid(), sum(range(BATCH)))]


def test_much_work_is_done_elsewhere() -> None:
    with executor_for(2, WORTH_WORKERS) as executor:
        assert executor is not None
        results = list(in_batches(executor, 2, process_and_sum, range(WORTH_WORKERS)))
    assert sum(number for _, number in results) == sum(range(WORTH_WORKERS))
    assert os.getpid() not in {process for process, _ in results}


class Waiting(Executor):
    """Notes what is submitted, and does it only when asked for the result."""

    def __init__(self) -> None:
        self.submitted: list[Future[object]] = []

    def submit(self, fn, /, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[object] = Future()
        if len(self.submitted) < 3 * _AHEAD:
            future.set_result(fn(*args, **kwargs))
        self.submitted.append(future)
        return future


def endless() -> Iterator[int]:
    number = 0
    while True:
        yield number
        number += 1


def test_no_more_batches_wait_than_keep_the_workers_busy() -> None:
    executor = Waiting()
    results = in_batches(executor, 2, len, endless())
    assert executor.submitted == []
    for taken in range(1, 4):
        assert next(results) == BATCH
        assert len(executor.submitted) - taken < 2 * _AHEAD


def test_what_still_waits_is_given_up_when_nobody_wants_it() -> None:
    executor = Waiting()
    results = in_batches(executor, 4, len, endless())
    next(results)
    results.close()  # type: ignore[attr-defined]
    waiting = executor.submitted[3 * _AHEAD :]
    assert waiting
    assert all(future.cancelled() for future in waiting)


def test_a_mistake_in_the_work_is_raised_here() -> None:
    with pytest.raises(ValueError, match="100"):
        list(in_batches(None, 1, fail_at_100, range(1000)))
    with ThreadPoolExecutor(2) as executor, pytest.raises(ValueError, match="100"):
        list(in_batches(executor, 2, fail_at_100, range(1000)))


def interrupt_all(_: Sequence[int]) -> int:
    os.kill(os.getpid(), signal.SIGINT)
    return os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_workers_leave_ctrl_c_to_the_program_that_started_them() -> None:
    with executor_for(2, WORTH_WORKERS) as executor:
        assert os.getpid() not in in_batches(executor, 2, interrupt_all, range(WORTH_WORKERS))


def build_and_be_interrupted() -> None:
    with executor_for(2, WORTH_WORKERS) as executor:
        next(in_batches(executor, 2, process_and_sum, range(WORTH_WORKERS)))
        raise KeyboardInterrupt


def test_an_interrupt_ends_the_workers() -> None:
    before = signal.getsignal(signal.SIGINT)  # a shell's background jobs ignore interrupts
    with pytest.raises(KeyboardInterrupt):
        build_and_be_interrupted()
    assert not multiprocessing.active_children()
    assert signal.getsignal(signal.SIGINT) is before


def die_at_100(numbers: Sequence[int]) -> None:
    if 100 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="processes are ended otherwise there")
def test_a_worker_that_is_killed_is_said_with_what_to_do() -> None:
    with (
        pytest.raises(WorkerLostError, match="use fewer than 2 with --jobs"),
        executor_for(2, WORTH_WORKERS) as executor,
    ):
        list(in_batches(executor, 2, die_at_100, range(1000)))

"""Work in batches, in this process or in several, through ``concurrent.futures`` alone."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from newsarc.errors import WorkerLostError

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
R = TypeVar("R")

BATCH = 128
"""Small enough for even loads, large enough that sending one costs little."""
WORTH_WORKERS = 400
"""Starting workers takes about as long as rendering this many pages."""
_AHEAD = 4
"""Batches waiting for each worker: keeps them busy, and what is in memory bounded."""


@contextmanager
def executor_for(jobs: int, amount: int, worth: int | None = None) -> Iterator[Executor | None]:
    """An executor where the amount of work is worth one, None for working in this process.

    ``worth`` is the least such amount, that of pages if it is not given.
    """
    if jobs <= 1 or amount < (WORTH_WORKERS if worth is None else worth):
        yield None
        return
    # These are a fifth of what a build with nothing to do would import.
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(jobs, initializer=_begin_worker) as executor:
            with _without_interrupts():
                executor.submit(int)  # starts workers; half started ones would never end
            yield executor
    except BrokenProcessPool as error:
        raise WorkerLostError(
            "a process that worked for this build was ended by the system, or by somebody\n"
            f"hint: if it ran out of memory, use fewer than {jobs} with --jobs; then build again:"
            " the site is whole"
        ) from error


def collect_seldom() -> None:
    """Look for garbage in cycles every 20,000 objects instead of every 700, in this process.

    Frozen values hold none of it, and looking through them took a tenth of a clean build.
    """
    gc.set_threshold(20_000, 20, 100)


def _begin_worker() -> None:
    gc.freeze()  # what was imported stays
    collect_seldom()
    _live_with_parent()


def _live_with_parent() -> None:
    """Leave it to the parent to end this worker, be it by its own end.

    A terminal sends Ctrl-C to workers too. Without the parent they would wait for work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield  # Ctrl-C interrupts the main thread alone
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def in_batches(
    executor: Executor | None,
    jobs: int,
    work: Callable[[Sequence[T]], R],
    items: Iterable[T],
) -> Iterator[R]:
    """The results of working on all items, in their order, a batch at a time."""
    iterator = iter(items)
    batches = iter(lambda: tuple(islice(iterator, BATCH)), ())
    if executor is None:
        yield from map(work, batches)
        return
    waiting: deque[Future[R]] = deque()
    try:
        for batch in batches:
            waiting.append(executor.submit(work, batch))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()

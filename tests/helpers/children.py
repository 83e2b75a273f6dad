"""Processes in which a build may be killed, starved or refused what it asks for.

They are forks of the test's own process, so that nothing has to be imported again.
"""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from newsarc.cli.main import main
from tests.helpers.project import Project

MOST_SECONDS = 120.0
"""What hangs for so long will never end."""
_POLL = 0.002
_NEVER = 70


@dataclass(frozen=True)
class Ending:
    """How a child ended."""

    status: int
    """The exit status, or the signal that killed it, negative."""
    output: str
    errors: str

    @property
    def killed(self) -> bool:
        return self.status == -signal.SIGKILL


class Child:
    """A process that does one thing: its exit status is 0 if that returns."""

    def __init__(self, work: Callable[[], object]) -> None:
        # Pipes rather than files, for a full disk takes no message.
        pipes = [os.pipe() for _ in range(2)]
        sys.stdout.flush()
        sys.stderr.flush()
        self.process = os.fork()
        if not self.process:
            try:
                _run(work, [end for _, end in pipes])
            finally:
                os._exit(_NEVER)  # into the test
        self._ends = [end for end, _ in pipes]
        self._texts = [b"", b""]
        for end, other in pipes:
            os.close(other)
            os.set_blocking(end, False)

    def kill(self) -> Ending:
        """Kill the process and no other: what it started has to notice by itself."""
        os.kill(self.process, signal.SIGKILL)
        return self.wait()

    def wait(self) -> Ending:
        """Wait for the end, for a bounded time."""
        end = time.monotonic() + MOST_SECONDS
        while True:
            process, status = os.waitpid(self.process, os.WNOHANG)
            self._read()
            if process:
                break
            if time.monotonic() > end:
                os.killpg(self.process, signal.SIGKILL)
                os.waitpid(self.process, 0)
                raise AssertionError(f"hangs, after {self._texts}")
            time.sleep(_POLL)
        for pipe in self._ends:
            os.close(pipe)
        return Ending(os.waitstatus_to_exitcode(status), *(text.decode() for text in self._texts))

    def _read(self) -> None:
        """Take what was written. Not to the end: what a killed process started may outlive it."""
        for number, pipe in enumerate(self._ends):
            with suppress(BlockingIOError):
                while data := os.read(pipe, 65536):
                    self._texts[number] += data


def _run(work: Callable[[], object], outputs: list[int]) -> NoReturn:
    """Do the work in a child."""
    os.setpgid(0, 0)
    for target, output in zip((1, 2), outputs, strict=True):
        os.dup2(output, target)
    # The test's own are pytest's, which collects what is written to them.
    sys.stdout, sys.stderr = (
        open(number, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        for number in (1, 2)
    )
    status = 0
    try:
        work()
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except BaseException:  # noqa: BLE001 - it is what a program does with it
        traceback.print_exc()
        status = 1
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)


def memory() -> str | None:
    """Where files are kept in memory alone, if anywhere: hundreds of sites wear out a disk."""
    folder = "/dev/shm"
    return folder if os.access(folder, os.W_OK | os.X_OK) else None


def in_child(work: Callable[[], object]) -> Ending:
    return Child(work).wait()


def command_line(
    project: Project, *words: str, before: Callable[[], object] = lambda: None
) -> Callable[[], object]:
    """``newsarc`` with words in a project's folder, as work for a child.

    ``before`` is what befalls the process first.
    """

    def work() -> None:
        os.chdir(project.folder)
        os.environ["NO_COLOR"] = "1"
        sys.argv = ["newsarc", *words]
        before()
        main()

    return work


# What a process is about to change on the disk, told by the interpreter's own audit events

_CHANGING: Mapping[str, int] = {
    "open": 1,
    "os.chmod": 1,
    "os.link": 2,
    "os.mkdir": 1,
    "os.remove": 1,
    "os.rename": 2,
    "os.rmdir": 1,
    "os.symlink": 2,
    "os.truncate": 1,
    "os.utime": 1,
}
"""Events that announce a change, each with how many of its arguments are paths."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True)
class Step:
    """A change that a process is about to make."""

    number: int
    """From 0, in this process."""
    event: str
    paths: tuple[str, ...]


def before_each_step(folder: Path, do: Callable[[Step], object]) -> None:
    """Call a function before each change below a folder; what it raises, the change raises.

    For children alone: an audit hook stays until its process ends. Forks inherit it. The database
    writes by itself, and unseen.
    """
    below = f"{folder}/"
    number = 0
    busy = False

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal number, busy
        if event not in _CHANGING or busy:
            return
        named = arguments[: _CHANGING[event]]
        paths = tuple(os.fsdecode(path) for path in named if isinstance(path, str | bytes | Path))
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
            return
        # A path from an open folder is but a name.
        if not any(path.startswith(below) or not path.startswith("/") for path in paths):
            return
        busy = True
        try:
            do(Step(number, event, paths))
        finally:
            number += 1
            busy = False

    sys.addaudithook(hook)


def die() -> None:
    """End this process as the kernel does when memory runs out."""
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at(folder: Path, step: int) -> Callable[[], object]:
    """What befalls a process that is killed before one of its changes below a folder."""
    return lambda: before_each_step(folder, lambda at: die() if at.number == step else None)

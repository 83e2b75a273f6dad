"""Builds the site: ``python3 build.py``. Needs Python 3.11 or newer with venv, nothing else.

python3 build.py                     build the site of the folder that this file is in
python3 build.py test [words ...]    check and test newsarc itself; the words go to pytest
python3 build.py parse FILE          any other words go to newsarc: this is ``newsarc parse FILE``

The first run makes .venv and installs what .ci/requirements.txt pins; .venv is build.py's own and
may be deleted at any time. Every command runs in the folder of this file, wherever it is called.
"""

import os
import sys

# Nothing above or below may need a newer Python to be parsed than 3.6.
if sys.version_info < (3, 11):
    sys.stderr.write(
        "newsarc: needs Python 3.11 or newer, and this is Python {}.{}; install a newer one and "
        "call build.py with it, or use uv: uv run newsarc build\n".format(*sys.version_info)
    )
    sys.exit(2)

PROJECT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(PROJECT, ".venv")
PROGRAMS = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin")
PYTHON = os.path.join(PROGRAMS, "python.exe" if os.name == "nt" else "python")

RUNTIME_LOCK = os.path.join(PROJECT, ".ci", "requirements.txt")
TEST_LOCK = os.path.join(PROJECT, ".ci", "requirements-test.txt")  # holds the runtime's pins too

STANDARD_ERROR = 2

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy", "--strict"),
    ("pytest",),
)
# On every core up to four, each with its own browser; what one has not begun another takes over.
IN_PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "worksteal")


class SetupError(Exception):
    """Why .venv cannot be made, and what to do, as one sentence."""


def main(words: list[str]) -> int:  # a Python 2 stops here: newsarc needs Python 3.11 or newer
    """Do what the words after ``build.py`` ask for; gives the exit status."""
    os.chdir(PROJECT)
    testing = words[:1] == ["test"]
    try:
        ensure_venv(TEST_LOCK if testing else RUNTIME_LOCK)
        return run_checks(words[1:]) if testing else run_newsarc(command(words))
    except SetupError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        return 130


def command(words: list[str]) -> list[str]:
    """What newsarc is asked: options alone are those of ``newsarc build``."""
    asks_newsarc_itself = words[:1] in (["-h"], ["--help"], ["--version"])
    options_alone = not words or words[0].startswith("-")
    return ["build", *words] if options_alone and not asks_newsarc_itself else words


def say(sentence: str) -> None:
    print("newsarc:", sentence, file=sys.stderr, flush=True)


# --- running -----------------------------------------------------------------------------------


def run_newsarc(words: list[str]) -> int:
    """Become ``newsarc``, or where a process cannot become another one, run it."""
    if os.name == "posix":
        # Through the interpreter, since the first line of a script cannot hold every path.
        os.execv(PYTHON, [PYTHON, os.path.join(PROGRAMS, "newsarc"), *words])
    import subprocess

    return subprocess.call([os.path.join(PROGRAMS, "newsarc.exe"), *words])


def run_checks(words: list[str]) -> int:
    """Run every check, whatever the earlier ones say; gives the first failure's exit status."""
    import shlex
    import subprocess

    failures = []
    for check in CHECKS:
        step = [*check, *IN_PARALLEL, *words] if check == ("pytest",) else [*check]
        print("$", shlex.join(step), file=sys.stderr, flush=True)
        status = subprocess.call([PYTHON, "-m", *step])
        if status:
            failures.append((shlex.join(check), status))
    if not failures:
        return 0
    say("failed: " + ", ".join(name for name, _ in failures))
    return failures[0][1]


# --- setting up --------------------------------------------------------------------------------
#
# A stamp in .venv holds everything that the installation depends on, as it was when it succeeded.
# Equal stamps are all that a later run looks at, so imports that only set-up needs wait until then.


def ensure_venv(lock: str) -> None:
    """Make .venv hold the packages of a lock file. Raises SetupError."""
    if is_ready(lock):
        return
    with open(__file__, "rb") as own_file:
        wait_for_others(own_file.fileno())
        if not is_ready(lock):
            set_up(lock)


def is_ready(lock: str) -> bool:
    return os.path.exists(PYTHON) and read(stamp_of(lock)) == wanted_stamp(lock)


def stamp_of(lock: str) -> str:
    """Where the stamp of a lock file is: ``.venv/requirements.txt.installed``."""
    return os.path.join(VENV, os.path.basename(lock) + ".installed")


def wanted_stamp(lock: str) -> bytes:
    """The interpreter and the place, the project's metadata and the pins."""
    metadata = read(os.path.join(PROJECT, "pyproject.toml")).partition(b"[tool.")[0]
    return identity() + metadata + read(lock)


def identity() -> bytes:
    """What .venv is made for: with another Python, or in another place, it has to be made anew."""
    return os.fsencode(f"{sys.platform} {sys.implementation.cache_tag} {VENV}\n")


def read(path: str) -> bytes:
    """The bytes of a file, none where there is none."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        return b""


def wait_for_others(descriptor: int) -> None:
    """Hold the lock on an open file, so that of several build.py at once one sets up."""
    if sys.platform != "win32":
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another build.py that is setting up .venv")
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        except OSError:
            pass  # a file system without locks: the stamp, written last, has to do


def set_up(lock: str) -> None:
    """Make .venv where there is none that fits, and install into it. Raises SetupError."""
    stamps = [stamp_of(RUNTIME_LOCK), stamp_of(TEST_LOCK)]
    fits = os.path.exists(PYTHON) and any(read(stamp).startswith(identity()) for stamp in stamps)
    if not fits:
        require_venv()
    say("setting up .venv (once, about half a minute)")
    try:
        # A run that is killed leaves no stamp, and what it leaves is made anew by the next one.
        for stamp in filter(os.path.exists, stamps):
            os.remove(stamp)
        if not fits:
            make_venv()
        install(lock)
        for done in {lock, RUNTIME_LOCK}:
            with open(stamp_of(done), "wb") as file:
                file.write(wanted_stamp(done))
    except (OSError, ValueError) as error:  # venv's own refusals are a ValueError
        raise SetupError(f".venv cannot be made: {error}") from error


def require_venv() -> None:
    """Raise SetupError where Python comes without what makes .venv, as Debian's does."""
    import importlib.util

    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        version = "{}.{}".format(*sys.version_info)
        raise SetupError(
            f"this Python {version} comes without venv; install it (on Debian and Ubuntu: sudo apt "
            f"install python{version}-venv) and run build.py again, or use uv: uv run newsarc build"
        )


def make_venv() -> None:
    """Make .venv, in place of whatever is there. Raises SetupError."""
    import subprocess
    import venv

    try:
        venv.create(VENV, clear=True, symlinks=os.name == "posix", with_pip=True)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(error.output.decode(errors="replace"))
        raise SetupError("putting pip into .venv failed, for the reason above") from error


def install(lock: str) -> None:
    """Install the pinned packages, then newsarc itself as a path to this folder."""
    run_pip("--require-hashes", "--requirement", os.path.relpath(lock, PROJECT))
    run_pip("--no-deps", "--no-build-isolation", "--editable", ".")


def run_pip(*what: str) -> None:
    """Run ``pip install`` in the project's folder. Raises SetupError."""
    import subprocess

    pip = [PYTHON, "-I", "-m", "pip", "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--no-input"]
    # Standard output is newsarc's own, so what pip says goes to standard error.
    if subprocess.call([*pip, *what], cwd=PROJECT, stdout=STANDARD_ERROR):
        raise SetupError(
            f"pip could not install {what[-1]}, for the reason above; once that is mended, run "
            "build.py again"
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

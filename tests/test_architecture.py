"""The rooms of newsarc, held by reading every module's code: who imports whom, what is pure."""

from __future__ import annotations

import ast
import functools
import graphlib
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import packages_distributions
from pathlib import Path
from types import MappingProxyType

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST_FILE = 400

NOUNS = ("newsarc.model", "newsarc.errors", "newsarc.config")
BELOW_BUILDING = (
    *NOUNS,
    "newsarc.reading",
    "newsarc.catalog",
    "newsarc.site",
    "newsarc.rendering",
)

# A room may import these and its own modules; what is not here is a room without a rule.
MAY_IMPORT: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "newsarc": (),
        "newsarc.__main__": ("newsarc.cli",),
        "newsarc.model": (),
        "newsarc.errors": (),
        "newsarc.setting_places": (),
        "newsarc.config": ("newsarc.errors", "newsarc.setting_places"),
        "newsarc.reading": NOUNS,
        "newsarc.catalog": ("newsarc.model", "newsarc.errors"),
        "newsarc.site": (*NOUNS, "newsarc.catalog"),
        "newsarc.rendering": (*NOUNS, "newsarc.site.views", "newsarc.site.routes"),
        "newsarc.building": BELOW_BUILDING,
        "newsarc.cli": (*BELOW_BUILDING, "newsarc.building"),
    }
)

# Who may put off an import of newsarc's own until a function runs, each with its reason.
IMPORT_LATE: Mapping[str, str] = MappingProxyType(
    {
        "newsarc.config": "settings without a mistake wait for nothing that finds its place",
        "newsarc.cli": "a command waits only for what it needs itself",
        "newsarc.reading.reader": "front matter waits for no reading of pasted text, nor for tags",
        "newsarc.reading.front_matter": "plain front matter waits for no parser, which takes 30 ms",
        "newsarc.reading.field_types": "a date of ISO 8601 waits for the words of no language",
        "newsarc.reading.field_groups": "a plain name waits for nothing that takes bylines apart",
        "newsarc.building.build": "a build with nothing to do waits for no reader or renderer",
        "newsarc.building.theme_warnings": "a theme that is as it was waits for no Jinja",
        "newsarc.rendering.bodies": "Python-Markdown takes 30 ms, and plain stories do without it",
    }
)

PURE_ROOMS = ("newsarc.site", "newsarc.rendering")
IMPURE_MODULES = frozenset(
    "apsw glob io locale multiprocessing os random secrets shutil socket sqlite3 subprocess "
    "tempfile threading time urllib.request".split()
)
IMPURE_CALLS = frozenset({"open", "input", "print"})
IMPURE_ATTRIBUTES = frozenset(
    "environ getenv now today utcnow "  # and what a Path can do to a disk, or ask of it
    "chmod cwd exists glob is_dir is_file is_symlink iterdir mkdir open read_bytes read_text "
    "rename resolve rglob rmdir stat touch unlink write_bytes write_text".split()
)
# Modules of pure rooms that may touch the disk, each with its reason.
IMPURE_BY_DESIGN: Mapping[str, str] = MappingProxyType(
    {
        "newsarc.site.tailoring": "reads newsarc's own tables of letters, a part of its code",
        "newsarc.rendering.theme_files": "reads the whole theme once, before anything is rendered",
        "newsarc.rendering.translations": "reads newsarc's own catalogs, a part of its code",
        "newsarc.rendering.compiled_templates": "keeps what saves time and never changes a page",
    }
)

MUTABLE_TYPES = frozenset("Counter OrderedDict bytearray defaultdict deque dict list set".split())
MUTATING_METHODS = frozenset(
    "add append clear discard extend insert pop popitem remove setdefault update".split()
)


def modules() -> Mapping[str, Path]:
    """Every module of newsarc by its dotted name."""
    found = {}
    for path in sorted((ROOT / "newsarc").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path
    return MappingProxyType(found)


MODULES = modules()
every_module = pytest.mark.parametrize("module", MODULES)


@functools.cache
def parse(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def place(module: str, node: ast.stmt | ast.expr) -> str:
    return f"{MODULES[module].relative_to(ROOT)}:{node.lineno}"


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def imported(node: ast.AST) -> Iterator[str]:
    """The dotted names that an import statement asks for; of first-party ones, the modules."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        for alias in node.names:
            full = f"{node.module}.{alias.name}"
            known = node.module is None or not is_own(node.module) or full in MODULES
            yield full if known else str(node.module)


def is_own(name: str) -> bool:
    return is_in(name, ("newsarc",))


def is_in(module: str, rooms: tuple[str, ...]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def own_imports(module: str) -> Iterator[tuple[ast.stmt, str]]:
    """A module's imports of others of newsarc, wherever they stand, and what they name."""
    for node in ast.walk(parse(module)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for name in imported(node):
                if is_own(name):
                    yield node, name


@every_module
def test_imports_go_one_way(module: str) -> None:
    room = room_of(module)
    assert room in MAY_IMPORT, f"say in MAY_IMPORT what {room} may import"
    # The package itself holds only its version, and imports nothing.
    allowed = (*MAY_IMPORT[room], *(() if room == "newsarc" else (room,)))
    wrong = [
        f"{place(module, node)}: {room} may not import {name}"
        for node, name in own_imports(module)
        if name != "newsarc" and not is_in(name, allowed)
    ]
    assert wrong == []


@pytest.mark.parametrize("module", [name for name in MODULES if not is_in(name, (*IMPORT_LATE,))])
def test_no_import_hides_in_a_function_or_a_condition(module: str) -> None:
    at_top = parse(module).body
    wrong = [
        f"{place(module, node)}: import {name} at the top of the file"
        for node, name in own_imports(module)
        if not any(node.lineno == statement.lineno for statement in at_top)
    ]
    assert wrong == []


def test_no_two_modules_need_each_other() -> None:
    graph = {module: {name for _, name in own_imports(module)} for module in MODULES}
    graphlib.TopologicalSorter(graph).prepare()


def test_every_imported_package_is_declared_and_every_declared_one_imported() -> None:
    packages = {
        name.partition(".")[0]
        for module in MODULES
        for node in ast.walk(parse(module))
        for name in imported(node)
    }
    foreign = packages - sys.stdlib_module_names - {"newsarc"}
    distributions = packages_distributions()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[^\w.-]", text, maxsplit=1)[0] for text in project["dependencies"]}
    assert {distributions.get(name, [name])[0].lower() for name in foreign} == declared


@every_module
def test_files_are_short(module: str) -> None:
    lines = MODULES[module].read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{module} has {lines} lines: is it one thing?"


def impurities(module: str) -> list[str]:
    """What a module uses of disk, clock, chance and environment."""
    found = []
    for node in ast.walk(parse(module)):
        what: list[str] = []
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = set(imported(node))
            parents = {name.rpartition(".")[0] for name in names}
            what += sorted((names | parents) & IMPURE_MODULES)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            what += {node.func.id} & IMPURE_CALLS
        elif isinstance(node, ast.Attribute):
            what += {node.attr} & IMPURE_ATTRIBUTES
        if isinstance(node, ast.stmt | ast.expr):
            found += [f"{place(module, node)}: {name}" for name in what]
    return found


@pytest.mark.parametrize("module", [name for name in MODULES if is_in(name, PURE_ROOMS)])
def test_pure_rooms_know_no_disk_no_clock_and_no_environment(module: str) -> None:
    if module in IMPURE_BY_DESIGN:
        assert impurities(module), f"{module} needs no exemption any more"
    else:
        assert impurities(module) == []


def is_mutable(value: ast.expr | None) -> bool:
    """Whether a value is written as a list, a dictionary or a set that stays open to change."""
    if isinstance(value, ast.Call):
        name = value.func.attr if isinstance(value.func, ast.Attribute) else None
        name = value.func.id if isinstance(value.func, ast.Name) else name
        return name in MUTABLE_TYPES
    displays = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    return isinstance(value, displays)


def open_tables(tree: ast.Module) -> dict[str, ast.stmt]:
    """The names that a module gives, at its top, to values that could be changed."""
    found: dict[str, ast.stmt] = {}
    for statement in tree.body:
        if isinstance(statement, ast.Assign) and is_mutable(statement.value):
            names = [target for target in statement.targets if isinstance(target, ast.Name)]
            found.update((name.id, statement) for name in names)
        elif isinstance(statement, ast.AnnAssign) and is_mutable(statement.value):
            found[ast.unparse(statement.target)] = statement
    return found


def changed_name(node: ast.AST) -> str | None:
    """The name of the table that an expression changes, if it does."""
    if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
        table = node.value
    elif isinstance(node, ast.AugAssign):
        table = node.target
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr not in MUTATING_METHODS:
            return None
        table = node.func.value
    else:
        return None
    return table.id if isinstance(table, ast.Name) else None


@every_module
def test_modules_hold_no_state(module: str) -> None:
    tree = parse(module)
    tables = open_tables(tree)
    wrong = [
        f"{place(module, statement)}: {name} can be changed: write it in capitals and leave it so"
        for name, statement in tables.items()
        if not name.isupper() and name != "__all__"
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            wrong.append(f"{place(module, node)}: global {', '.join(node.names)}")
        elif (name := changed_name(node)) in tables and isinstance(node, ast.stmt | ast.expr):
            wrong.append(f"{place(module, node)}: changes {name}")
    assert wrong == []

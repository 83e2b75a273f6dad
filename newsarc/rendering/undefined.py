"""What a template asks for in vain, told in the words of docs/templates.md and not in Python's."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from types import ModuleType

from jinja2 import StrictUndefined
from jinja2.utils import missing
from msgspec import Struct


def undefined_beside(names: Sequence[str]) -> type[StrictUndefined]:
    """The kind of undefined values of templates that have ``names`` to use on every page."""

    class Undefined(StrictUndefined):
        """Raises jinja2.UndefinedError wherever it is used."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            name = self._undefined_name
            if self._undefined_hint or not isinstance(name, str):
                return str(super()._undefined_message)
            if self._undefined_obj is missing:
                return _plain_name(name, names)
            return _field(self._undefined_obj, name)

    return Undefined


def _plain_name(name: str, names: Sequence[str]) -> str:
    if name in names:
        return f"{name} is not defined here; a macro has only what it is called with"
    return f"{name} is not defined{_instead(name, names, 'there is')}"


def _field(owner: object, name: str) -> str:
    if owner is None:
        return f'None has no field "{name}"; not every page has a value here, so ask for it by "if"'
    kind = owner.__name__.split(".")[-1] if isinstance(owner, ModuleType) else type(owner).__name__
    return f'{kind} has no field "{name}"{_instead(name, _fields(owner), "it has")}'


def _fields(owner: object) -> Sequence[str]:
    """What templates may ask an object for; nothing of those that are not newsarc's."""
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    if isinstance(owner, ModuleType):
        return [name for name, value in vars(owner).items() if _is_of(owner, name, value)]
    if isinstance(owner, Struct):
        return owner.__struct_fields__
    if not dataclasses.is_dataclass(owner):
        return []
    computed = [name for name, value in vars(type(owner)).items() if isinstance(value, property)]
    return [*(field.name for field in dataclasses.fields(owner)), *computed]


def _is_of(module: ModuleType, name: str, value: object) -> bool:
    """Whether a module makes a name known, rather than only using it."""
    if name.startswith("_"):
        return False
    return name.isupper() or getattr(value, "__module__", None) == module.__name__


def _instead(name: str, names: Sequence[str], introduction: str) -> str:
    if not names:
        return ""
    nearest = get_close_matches(name, names, n=1, cutoff=0.75)
    return (f", did you mean {nearest[0]}?" if nearest else ";") + (
        f" {introduction} {', '.join(names)}"
    )

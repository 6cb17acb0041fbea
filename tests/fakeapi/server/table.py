"""Checks calls against the table of the Bot API: unknown methods and parameters, missing ones, wrong types."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import orjson

Kinds = tuple[str, ...]
Fields = dict[str, tuple[Kinds, bool]]


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = orjson.loads((Path(__file__).parent / "bot_api.json").read_bytes())
    return table


@cache
def parameters(method: str) -> Fields | None:
    """Parameter -> (types, required); None for a method that is not in the table."""
    found = _table()["methods"].get(method)
    return None if found is None else _fields(found)


@cache
def _type(name: str) -> tuple[Kinds, Fields]:
    entry = _table()["types"][name]
    return tuple(entry.get("one_of", ())), _fields(entry.get("fields", {}))


def _fields(raw: dict[str, Any]) -> Fields:
    return {name: (tuple(kinds), required) for name, (kinds, required) in raw.items()}


def complaint(method: str, given: dict[str, Any]) -> str:
    """What is wrong with the call's parameters; "" if nothing is."""
    fields = parameters(method)
    return f"method {method} is unknown" if fields is None else _object(fields, given, method)


def _object(fields: Fields, given: dict[str, Any], where: str) -> str:
    for name, value in given.items():
        known = fields.get(name)
        if known is None:
            return f"{where} has no parameter {name}"
        if not any(_fits(kind, value) for kind in known[0]):
            return f"{where}.{name} must be {' or '.join(known[0])}"
    for name, (_, required) in fields.items():
        if required and name not in given:
            return f"{where}.{name} is missing"
    return ""


def _fits(kind: str, value: object) -> bool:
    if kind.startswith("Array of "):
        return isinstance(value, list) and all(_fits(kind[9:], item) for item in value)
    match kind:
        case "String":
            return isinstance(value, str)
        case "Integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "Boolean" | "True":
            return isinstance(value, bool)
        case "Float":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "InputFile":
            return isinstance(value, bytes)
    variants, fields = _type(kind)
    if variants:
        return any(_fits(variant, value) for variant in variants)
    return isinstance(value, dict) and not _object(fields, value, kind)


def from_form(method: str, name: str, value: str) -> Any:
    """A form field is JSON unless its parameter can be a string."""
    kinds = (parameters(method) or {}).get(name, (("String",), False))[0]
    if "String" in kinds and not ("Integer" in kinds and value.lstrip("-").isdigit()):
        return value
    try:
        return orjson.loads(value)
    except orjson.JSONDecodeError:
        return value

"""Front matter as an editor would type it."""

from collections.abc import Mapping
from typing import Any

import yaml


class _Plain(yaml.SafeDumper):
    """Quotes nothing that our reading takes for text: neither a number nor a date."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own way
        first: [(tag, pattern) for tag, pattern in rules if tag.endswith((":bool", ":null", ":merge"))]
        for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Dashes stand in from their key."""
        super().increase_indent(flow, False)


_Plain.add_representer(int, lambda dumper, value: dumper.represent_str(str(value)))  # `30`, not `!!int '30'`


def front_matter(data: Mapping[str, Any]) -> str:
    """Keys and values as a block of YAML, one a line whatever their length."""
    return _dump(dict(data), False)


def flow(value: Any) -> str:
    """One value on one line: `[un, deux]`."""
    if isinstance(value, list | dict):
        return _dump(value, True).strip()
    return _dump({"x": value}, False).removeprefix("x: ").strip()


def _dump(value: Any, in_line: bool) -> str:
    return yaml.dump(
        value, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=float("inf"), default_flow_style=in_line
    )

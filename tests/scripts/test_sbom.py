"""The list of packages that a site is built with."""

import json
import re
import subprocess
from pathlib import Path

import bootstrap
import cyclonedx.schema
from conftest import ROOT, beside_hooks, script
from jsonschema import Draft7Validator
from referencing import Registry, Resource

SCHEMAS = Path(cyclonedx.schema.__file__).parent / "_res"


def bill() -> str:
    return subprocess.run(script("sbom"), capture_output=True, text=True, env=beside_hooks(), check=True).stdout


def test_the_list_is_cyclonedx_names_the_lock_and_is_always_the_same():
    said = bill()
    named = {path.name: json.loads(path.read_text("utf-8")) for path in SCHEMAS.glob("*.json")}
    registry = Registry().with_resources(
        (schema["$id"], Resource.from_contents(schema)) for schema in named.values() if "$id" in schema
    )
    schema = named["bom-1.6.SNAPSHOT.schema.json"]
    assert [
        str(error.message) for error in Draft7Validator(schema, registry=registry).iter_errors(json.loads(said))
    ] == []
    pins = re.findall(r"(?m)^[\w.-]+==[^ \n]+", (ROOT / bootstrap.SITE).read_text("utf-8"))
    components = json.loads(said)["components"]
    assert [f"{one['name']}=={one['version']}" for one in components] == pins
    assert [one["name"] for one in components if "licenses" not in one] == []
    assert bill() == said

"""Validates the files of packs against the schemas of their kinds, with jsonschema.

    validate.py CACHE SCHEMAS PACK...

Prints a line for each error, the file first. The packages are installed on the first run.
"""

import json
import re
import sys
from pathlib import Path

import packages

packages.prepare(sys.argv[1])
import jsonschema  # noqa: E402
import yaml  # noqa: E402


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no dates, and no numbers to the base of sixty."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?[0-9]+\.[0-9]*", "-+0123456789"),
    ("null", r"~|null|", ["~", "n", ""]),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))

schemas = {}
for path in sorted(Path(sys.argv[2]).glob("*.json")):
    schema = json.loads(path.read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    schemas[path.stem] = jsonschema.Draft202012Validator(schema)

for pack in map(Path, sys.argv[3:]):
    for path in sorted(pack.rglob("*.yaml")):
        kind = path.relative_to(pack).parts[0].removesuffix(".yaml")
        for error in schemas[kind].iter_errors(yaml.load(path.read_text(), Loader)):
            print(f"{path.relative_to(pack)}: {error.json_path}: {error.message[:200]}")

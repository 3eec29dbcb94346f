"""Holds the description of the interface against OpenAPI, and the running server against the description.

    python3 interface.py PACKAGES ADDRESS KEY EXAMPLES
"""

import json
import os
import subprocess
import sys
import urllib.request

import packages

packages.prepare(sys.argv[1])

from openapi_spec_validator import OpenAPIV31SpecValidator, validate  # noqa: E402

address, key, examples = sys.argv[2:5]
description = f"{address}/api/v1/openapi.json"
document = json.load(urllib.request.urlopen(description))
validate(document, cls=OpenAPIV31SpecValidator)
operations = sum(len(path) for path in document["paths"].values())
print(f"valid: {operations} operations")

# What makes no sense in our own words (no such code, an address that is none) is refused although its shape is right,
# so that acceptance of whatever has the right shape is not asked for.
command = [
    sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()", "run", description,
    "--header", f"Authorization: Bearer {key}", "--max-examples", examples, "--seed", "1",
    "--checks", "all", "--exclude-checks", "positive_data_acceptance", "--no-color", "--continue-on-failure",
    "--suppress-health-check", "all", "--warnings", "off", "--request-timeout", "20",
]
environment = os.environ | {"PYTHONPATH": sys.path[0]}
sys.exit(subprocess.run(command, env=environment).returncode)

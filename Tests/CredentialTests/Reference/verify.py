"""Verifies Open Badges 3.0 credentials with openbadgeslib.

    PYTHONPATH=Tests/PythonPackages python3 verify.py ENVIRONMENT PEM FILE...

Prints a line for each file, a token or an SVG with one baked in: what it certifies, or why it is refused.
"""

import sys
from pathlib import Path

import packages


def main() -> None:
    environment, pem, *files = sys.argv[1:]
    packages.prepare(environment)
    from openbadgeslib.errors import LibOpenBadgesException
    from openbadgeslib.ob3 import OB3Verifier

    verifier = OB3Verifier(Path(pem).read_bytes())
    for path in map(Path, files):
        content = path.read_bytes()
        try:
            if path.suffix == ".svg":
                token = OB3Verifier.extract_token_from_svg(content)
            else:
                token = content.decode().strip()
            credential = verifier.verify(token)
        except LibOpenBadgesException as refusal:
            print(f"refused: {' '.join(str(refusal).split())}")
        else:
            band = credential.results[0].value
            log = credential.evidence[0].id
            name = credential.identifiers[0].identity_hash
            print(f"{name}; {credential.recipient_id}; {credential.achievement.name}; {band}; {log}")


if __name__ == "__main__":
    main()

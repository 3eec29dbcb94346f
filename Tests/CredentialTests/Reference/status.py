"""Holds Open Badges 3.0 credentials that were baked into PNG pictures against a Bitstring Status List, with openbadgeslib,
which verifies both signatures.

    PYTHONPATH=Tests/PythonPackages python3 status.py ENVIRONMENT PEM STATUS-LIST PICTURE...

Prints a line for each picture: good or revoked, or why neither can be said.
"""

import sys
from pathlib import Path

import packages


def main() -> None:
    environment, pem, status_list, *pictures = sys.argv[1:]
    packages.prepare(environment)
    from openbadgeslib.errors import LibOpenBadgesException
    from openbadgeslib.ob3 import OB3Verifier
    from openbadgeslib.ob3.status import check_credential_status

    key = Path(pem).read_bytes()
    published = Path(status_list).read_bytes().strip()
    verifier = OB3Verifier(key)
    for path in map(Path, pictures):
        credential = verifier.verify(OB3Verifier.extract_token_from_png(path.read_bytes()))
        try:
            check_credential_status(credential, lambda url: published, verify_list=True, list_pubkey_pem=key)
        except LibOpenBadgesException as refusal:
            text = " ".join(str(refusal).split())
            print("revoked" if "'revocation' is set" in text else text)
        else:
            print("good")


if __name__ == "__main__":
    main()

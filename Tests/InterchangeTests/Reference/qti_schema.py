"""Validates every document of a QTI 2.1 package against 1EdTech's schemas, which may be used by everybody but
distributed only by those registered with 1EdTech, so that they have to be got from there first.

    python3 qti_schema.py ENVIRONMENT PACKAGE SCHEMAS

SCHEMAS is a folder with imscp_v1p1.xsd and qtiv2p1/imsqti_v2p1.xsd, and all that they import.
"""

import sys
import zipfile
from pathlib import Path

import packages


def main() -> None:
    environment, package, schemas = sys.argv[1:]
    packages.prepare(environment)
    from lxml import etree

    parser = etree.XMLParser(no_network=True)
    of_items = etree.XMLSchema(etree.parse(Path(schemas) / "qtiv2p1" / "imsqti_v2p1.xsd", parser))
    of_manifests = etree.XMLSchema(etree.parse(Path(schemas) / "imscp_v1p1.xsd", parser))
    count = bad = 0
    with zipfile.ZipFile(package) as archive:
        for name in archive.namelist():
            schema = of_manifests if name == "imsmanifest.xml" else of_items
            count += 1
            if not schema.validate(etree.fromstring(archive.read(name)).getroottree()):
                bad += 1
                for error in schema.error_log.filter_from_errors():
                    print(f"{name}:{error.line}: {error.message}")
    print(f"{count} documents, {bad} not valid")
    sys.exit(bad > 0)


if __name__ == "__main__":
    main()

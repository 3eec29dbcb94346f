"""Holds every document of a package of QTI 1.2 against qti12.dtd: what is wrong, as JSON.

    python3 qti12_structure.py ENVIRONMENT PACKAGE
"""

import json
import sys
import zipfile
from pathlib import Path

import packages


def main() -> None:
    environment, package = sys.argv[1:]
    packages.prepare(environment)
    from lxml import etree

    with open(Path(__file__).with_name("qti12.dtd"), "rb") as file:
        structure = etree.DTD(file)
    wrong = []
    with zipfile.ZipFile(package) as archive:
        names = [name for name in archive.namelist() if not name.endswith(("imsmanifest.xml", "assessment_meta.xml"))]
        for name in names:
            if not structure.validate(etree.fromstring(archive.read(name))):
                wrong += [f"{name}:{error.line}: {error.message[:300]}" for error in structure.error_log]
    json.dump(wrong if names else ["there is no document"], sys.stdout)


if __name__ == "__main__":
    main()

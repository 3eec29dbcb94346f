"""Holds a QTI 2.1 package and a QTI 3.0 package of the same questions against each other: an independent converter
turns the first into 3.0, and every file must then say what the second says. Another package, which makes packages for
Blackboard, looks for what refers to nothing in the first. As JSON: the files of the package, those that differ, what the
manifest names that is not there, and what was found.

    python3 qti.py ENVIRONMENT PACKAGE_2.1 PACKAGE_3.0
"""

import json
import sys
import zipfile

import packages

XSI = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


def main() -> None:
    environment, older, newer = sys.argv[1:]
    packages.prepare(environment)
    from lxml import etree
    from qti_convert import upgrade_package
    from qti_package_maker.common.package_integrity import check_package

    parser = etree.XMLParser(remove_blank_text=True)

    def canonical(document: str | bytes) -> bytes:
        root = etree.fromstring(document.encode() if isinstance(document, str) else document, parser)
        root.attrib.pop(XSI, None)
        return etree.tostring(root, method="c14n", exclusive=True)

    upgraded = upgrade_package(older)
    files = upgraded if isinstance(upgraded, dict) else upgraded.files
    with zipfile.ZipFile(older) as first, zipfile.ZipFile(newer) as second:
        broken = [archive.testzip() for archive in (first, second)]
        names = sorted(second.namelist())
        different = [name for name in names if canonical(files[name]) != canonical(second.read(name))]
        missing = []
        for archive in (first, second):
            manifest = etree.fromstring(archive.read("imsmanifest.xml"))
            resources = {element.get("identifier") for element in manifest.iter("{*}resource")}
            hrefs = {element.get("href") for element in manifest.iter("{*}file")}
            missing += sorted(hrefs ^ (set(archive.namelist()) - {"imsmanifest.xml"}))
            needed = {element.get("identifierref") for element in manifest.iter("{*}dependency")}
            missing += sorted(needed - resources)
        json.dump(
            {
                "files": names,
                "sameFiles": sorted(files) == names == sorted(first.namelist()),
                "different": different,
                "missing": missing,
                "dangling": check_package(older),
                "broken": [name for name in broken if name],
            },
            sys.stdout,
        )


if __name__ == "__main__":
    main()

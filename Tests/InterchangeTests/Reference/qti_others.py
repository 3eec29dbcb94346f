"""Writes a package of questions in QTI 2.1, as a program that others wrote makes it for Blackboard.

    python3 qti_others.py ENVIRONMENT PACKAGE
"""

import json
import sys

import packages


def main() -> None:
    environment, path = sys.argv[1:]
    packages.prepare(environment)
    from qti_package_maker.package_interface import QTIPackageInterface

    maker = QTIPackageInterface("visits", allow_mixed=True)
    maker.add_item("MC", ("What is <b>billed</b> &amp; why?", ["99601 x1", "99602 x2", "none"], "99602 x2"))
    maker.add_item("MA", ("Which two are needed?", ["a start", "a stop", "a stamp"], ["a start", "a stop"]))
    maker.add_item("FIB", ("What is billed?", ["99601 x1", "99601"]))
    maker.add_item("NUM", ("How many minutes count?", 150, 0.0, True))
    maker.add_item("NUM", ("About how many?", 150, 5.0, True))
    maker.add_item("MATCH", ("Match them.", ["a", "b"], ["1", "2"]))
    maker.save_package("blackboard_qti_v2_1", path)
    json.dump([], sys.stdout)


if __name__ == "__main__":
    main()

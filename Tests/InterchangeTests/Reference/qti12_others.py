"""Writes packages of questions in QTI 1.2, as two programs that others wrote make them for Canvas and for Blackboard: the
names of the files as JSON.

    python3 qti12_others.py ENVIRONMENT FOLDER
"""

import json
import sys
from pathlib import Path

import packages

QUIZ = """\
Quiz title: Visits

Title: First
1. Which code stands first?
... It is the one of the first two hours.
*a) 99601
... Just so.
b) 99602
... That is the add-on.

2. Which two are needed?
[*] a start
[*] a stop
[ ] a stamp

3. What is billed?
* 99601 x1
* 99601

4. How many minutes are two hours?
= 120

5. About how many?
= 150 +- 5

6. Tell of a visit.
___
"""


def main() -> None:
    environment, folder = sys.argv[1:]
    packages.prepare(environment)
    folder = Path(folder)
    from text2qti.config import Config
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz

    config = Config()
    QTI(Quiz(QUIZ, config=config)).save(folder / "canvas.zip")

    from qti_package_maker.package_interface import QTIPackageInterface

    for engine, name in [("canvas_qti_v1_2", "maker-canvas.zip"), ("blackboard_export_zip", "pool.zip")]:
        maker = QTIPackageInterface("visits", allow_mixed=True)
        maker.add_item("MC", ("What is <b>billed</b> &amp; why?", ["99601 x1", "99602 x2", "none"], "99602 x2"))
        maker.add_item("MA", ("Which two are needed?", ["a start", "a stop", "a stamp"], ["a start", "a stop"]))
        maker.add_item("FIB", ("What is billed?", ["99601 x1", "99601"]))
        maker.add_item("NUM", ("About how many?", 150, 5.0, True))
        maker.add_item("MATCH", ("Match them.", ["a", "b"], ["1", "2"]))
        maker.save_package(engine, str(folder / name))
    json.dump(["canvas.zip", "maker-canvas.zip", "pool.zip"], sys.stdout)


if __name__ == "__main__":
    main()

"""How long girth takes to calibrate a table of right (1) and wrong (0) answers, and what it finds, as JSON.

    PYTHONPATH=Tests/PythonPackages python3 speed.py ENVIRONMENT FILE

The file has a line of digits for each person.
"""

import json
import sys
import time

import packages


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    import girth
    import numpy

    with open(file) as lines:
        answers = numpy.array([[int(digit) for digit in line.strip()] for line in lines], dtype=int).T
    start = time.perf_counter()
    found = girth.twopl_mml(answers)
    seconds = time.perf_counter() - start
    print(json.dumps({
        "seconds": seconds,
        "discrimination": [float(value) for value in found["Discrimination"]],
        "difficulty": [float(value) for value in found["Difficulty"]],
    }))


if __name__ == "__main__":
    main()

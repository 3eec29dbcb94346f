"""How catsim, as it comes, gives adaptive tests from a pool to people of given abilities, as JSON.

    PYTHONPATH=Tests/PythonPackages python3 adaptive.py ENVIRONMENT FILE

The file holds {"items": [[discrimination, difficulty]], "abilities": [number], "length": number}.
"""

import json
import sys
import time
from collections import Counter

import packages


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    import numpy
    from catsim.estimation import NumericalSearchEstimator
    from catsim.initialization import FixedPointInitializer
    from catsim.selection import MaxInfoSelector
    from catsim.simulation import Simulator
    from catsim.stopping import TestLengthStopper

    with open(file) as given:
        test = json.load(given)
    discrimination, difficulty = numpy.array(test["items"]).T
    bank = numpy.column_stack([discrimination, difficulty, 0 * difficulty, 0 * difficulty + 1])
    abilities = numpy.array(test["abilities"])
    simulator = Simulator(
        bank, abilities, FixedPointInitializer(0), MaxInfoSelector(), NumericalSearchEstimator(),
        TestLengthStopper(max_items=test["length"]), seed=1)
    start = time.perf_counter()
    simulator.simulate()
    seconds = time.perf_counter() - start
    given = [[int(item) for item in items] for items in simulator.administered_items]
    counts = Counter(item for items in given for item in items)
    print(json.dumps({
        "microseconds": seconds * 1e6 / sum(counts.values()),
        "length": sum(counts.values()) / len(given),
        "error": float(numpy.sqrt(numpy.mean((numpy.array(simulator.latest_estimations) - abilities) ** 2))),
        "given": given,
    }))


if __name__ == "__main__":
    main()

"""The scale changes that mirt finds between calibrations, as JSON: a slope and an intercept by each method.

    PYTHONPATH=Tests/PythonPackages python3 link.py ENVIRONMENT FILE

The file holds a JSON array of sets of anchors: {"base": [[discrimination, difficulty]], "new": [[…]]}.
"""

import json
import sys

import packages


def model(parameters: list):
    import mirt
    import numpy

    items = mirt.TwoParameterLogistic(n_items=len(parameters))
    discrimination, difficulty = numpy.array(parameters, dtype=float).T
    items.set_parameters(discrimination=discrimination, difficulty=difficulty)
    return items


def changes(anchors: dict) -> dict:
    import mirt

    places = list(range(len(anchors["base"])))
    found = {}
    for method in ("mean_sigma", "stocking_lord"):
        constants = mirt.link(model(anchors["base"]), model(anchors["new"]), places, places, method=method).constants
        found[method] = [float(constants.A), float(constants.B)]
    return found


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    with open(file) as sets:
        json.dump([changes(anchors) for anchors in json.load(sets)], sys.stdout)


if __name__ == "__main__":
    main()

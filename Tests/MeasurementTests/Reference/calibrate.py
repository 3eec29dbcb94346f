"""What girth and mirt make of tables of right (1) and wrong (0) answers, as JSON.

    PYTHONPATH=Tests/PythonPackages python3 calibrate.py ENVIRONMENT FILE

The file holds a JSON array of tables, a row for each person.
"""

import json
import sys

import packages


def calibration(table: list) -> dict:
    import girth
    import mirt
    import numpy

    answers = numpy.array(table, dtype=int)
    one = girth.onepl_mml(answers.T)
    two = girth.twopl_mml(answers.T)
    fit = mirt.fit_mirt(answers, "2PL", n_quadpts=81, tol=1e-9, max_iter=5000, se_method="oakes")
    persons = answers[:: max(1, len(answers) // 40)]
    scores = {method: mirt.fscores(fit, persons, method=method, bounds=(-12, 12)) for method in ("EAP", "WLE")}
    summed = mirt.itemfit(fit, answers, statistics=["S_X2"])
    return {
        "girth1": {"discrimination": numbers([one["Discrimination"]] * answers.shape[1]),
                   "difficulty": numbers(one["Difficulty"])},
        "girth2": {key.lower(): numbers(two[key]) for key in ("Discrimination", "Difficulty")},
        "mirt": {key: numbers(fit.model.parameters[key]) for key in ("discrimination", "difficulty")},
        "errors": {key: numbers(fit.standard_errors[key]) for key in ("discrimination", "difficulty")},
        "logLikelihood": float(fit.log_likelihood),
        "statistic": numbers(summed["S_X2"]),
        "freedom": [int(value) for value in summed["df"]],
        "chance": numbers(summed["p_value"]),
        "persons": persons.tolist(),
        "abilities": {method: numbers(score.theta) for method, score in scores.items()},
        "abilityErrors": {method: numbers(score.standard_error) for method, score in scores.items()},
    }


def numbers(values) -> list[float]:
    import numpy

    return [float(value) for value in numpy.ravel(values)]


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    with open(file) as tables:
        json.dump([calibration(table) for table in json.load(tables)], sys.stdout)


if __name__ == "__main__":
    main()

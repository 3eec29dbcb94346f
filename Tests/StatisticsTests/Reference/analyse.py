"""What pingouin, girth, numpy and scipy make of tables of fractions, as JSON.

    PYTHONPATH=Tests/PythonPackages python3 analyse.py ENVIRONMENT FILE

The file holds a JSON array of tables: {"rows": [[fraction or null]], "milliseconds": [number], "passMark": number}.
"""

import json
import sys

import packages


def analysis(table: dict) -> dict:
    import numpy
    import pandas
    import pingouin
    from girth import INVALID_RESPONSE, classical_test_statistics
    from girth.common import cronbach_alpha

    scores = numpy.array([[numpy.nan if cell is None else cell for cell in row] for row in table["rows"]])
    classical = classical_test_statistics(numpy.where(numpy.isnan(scores), INVALID_RESPONSE, scores).T)
    found = {
        "difficulty": list(classical["Mean"]),
        "discrimination": list(classical["Item-Score Correlation"]),
        "quartiles": list(numpy.percentile(table["milliseconds"], [25, 50, 75])),
    }
    if not numpy.isnan(scores).any():
        totals = scores.sum(axis=1)
        alpha, _ = pingouin.cronbach_alpha(data=pandas.DataFrame(scores))
        found["alpha"] = [float(alpha), float(cronbach_alpha(scores.T))]
        found["standardError"] = float(totals.std(ddof=1) * numpy.sqrt(1 - alpha))
        found["kr20"] = kr20(scores) if set(scores.flat) <= {0, 1} else None
        found["consistency"] = subkoviak(scores, alpha, table["passMark"])
    return found


def kr20(scores) -> float:
    items = scores.shape[1]
    right = scores.mean(axis=0)
    return float(items / (items - 1) * (1 - (right * (1 - right)).sum() / scores.sum(axis=1).var()))


def subkoviak(scores, alpha: float, mark: float) -> list[float]:
    """Agreement, agreement by chance and kappa."""
    import numpy
    from scipy.stats import binom

    shares = scores.mean(axis=1)
    length = scores.shape[1]
    if not set(scores.flat) <= {0, 1}:
        between = shares.var(ddof=1)
        length = round((shares.mean() * (1 - shares.mean()) - alpha * between) / (between * (1 - alpha)))
    true = alpha * shares + (1 - alpha) * shares.mean()
    passing = binom.sf(numpy.ceil(mark * length - 1e-9) - 1, length, true)
    agreement = (passing**2 + (1 - passing) ** 2).mean()
    chance = passing.mean() ** 2 + (1 - passing.mean()) ** 2
    return [float(agreement), float(chance), float((agreement - chance) / (1 - chance))]


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    with open(file) as tables:
        json.dump([analysis(table) for table in json.load(tables)], sys.stdout)


if __name__ == "__main__":
    main()

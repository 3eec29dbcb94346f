"""What pingouin and numpy make of tables of ratings, as JSON.

    PYTHONPATH=Tests/PythonPackages python3 cut_score.py ENVIRONMENT FILE

The file holds a JSON array of tables: a row for each item, a column for each rater.
"""

import json
import sys

import packages


def analysis(table: list) -> dict:
    import numpy
    import pandas
    import pingouin

    ratings = numpy.array(table, dtype=float)
    items, raters = ratings.shape
    long = pandas.DataFrame(
        [(i, r, ratings[i, r]) for i in range(items) for r in range(raters)], columns=["item", "rater", "rating"]
    )
    correlations = pingouin.intraclass_corr(data=long, targets="item", raters="rater", ratings="rating")
    cuts = ratings.mean(axis=0)
    others = (ratings.sum(axis=1, keepdims=True) - ratings) / (raters - 1)
    return {
        "icc": [float(value) for value in correlations["ICC"]],
        "cut": float(ratings.mean()),
        "cuts": [float(cut) for cut in cuts],
        "deviation": float(cuts.std(ddof=1)),
        "standardError": float(cuts.std(ddof=1) / numpy.sqrt(raters)),
        "itemMeans": [float(mean) for mean in ratings.mean(axis=1)],
        "itemDeviations": [float(deviation) for deviation in ratings.std(axis=1, ddof=1)],
        "correlations": [float(numpy.corrcoef(ratings[:, r], others[:, r])[0, 1]) for r in range(raters)],
    }


def main() -> None:
    environment, file = sys.argv[1:]
    packages.prepare(environment)
    with open(file) as tables:
        json.dump([analysis(table) for table in json.load(tables)], sys.stdout)


if __name__ == "__main__":
    main()

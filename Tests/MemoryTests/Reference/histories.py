"""Random review histories, and what the reference packages make of them, as CSV without a header.

One line a review: history, rating, days since the review before, desired retention; from `fsrs` the retrievability just
before the review (0 at the first), then stability, difficulty and interval after it; from `fsrs-rs-python` stability,
difficulty and interval after it.

    PYTHONPATH=Tests/PythonPackages python3 histories.py ENVIRONMENT OUTPUT COUNT SEED
"""

import random
import sys
from datetime import datetime, timedelta, timezone

import packages

RETENTIONS = [0.7, 0.8, 0.9, 0.95, 0.99]
EPOCH = datetime(2020, 1, 1, tzinfo=timezone.utc)


def history(chance: random.Random) -> list[tuple[int, int]]:
    """Ratings with the days before each: from learners who guess to learners who know, and from cramming to neglect."""
    weights = chance.choice([(1, 1, 1, 1), (1, 1, 7, 1), (6, 2, 1, 1), (0, 1, 1, 2)])
    length = chance.randint(1, 20)
    ratings = chance.choices([1, 2, 3, 4], weights, k=length)
    gaps = [chance.choice([0, chance.randint(0, 7), chance.randint(0, 400), chance.randint(0, 400)]) for _ in ratings]
    return list(zip(ratings, [0] + gaps[1:]))


def main() -> None:
    environment, output, count, seed = sys.argv[1:]
    packages.prepare(environment)
    import fsrs
    import fsrs_rs_python as rust

    plain = {"enable_fuzzing": False, "learning_steps": [], "relearning_steps": []}
    schedulers = [fsrs.Scheduler(desired_retention=retention, **plain) for retention in RETENTIONS]
    model = rust.FSRS(rust.DEFAULT_PARAMETERS)
    chance = random.Random(int(seed))

    with open(output, "w") as lines:
        for number in range(int(count)):
            steps = history(chance)
            scheduler = chance.choice(schedulers)
            retention = scheduler.desired_retention
            item = rust.FSRSItem([rust.FSRSReview(rating, gap) for rating, gap in steps])
            card, now = fsrs.Card(card_id=number), EPOCH
            for (rating, gap), state in zip(steps, model.historical_memory_states(item)):
                now += timedelta(days=gap)
                recall = scheduler.get_card_retrievability(card, now)
                card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)
                python = f"{recall!r},{card.stability!r},{card.difficulty!r},{(card.due - now).days}"
                interval = model.next_interval(state.stability, retention, rating)
                print(
                    f"{number},{rating},{gap},{retention},{python},{state.stability!r},{state.difficulty!r},{interval!r}",
                    file=lines,
                )


if __name__ == "__main__":
    main()

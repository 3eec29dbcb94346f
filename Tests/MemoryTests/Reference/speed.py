"""How many next states a second `fsrs-rs-python` makes on one thread, each call making those of all four ratings.

    PYTHONPATH=Tests/PythonPackages python3 speed.py ENVIRONMENT
"""

import sys
import time

import packages

CALLS = 300_000


def main() -> None:
    packages.prepare(sys.argv[1])
    import fsrs_rs_python as rust

    model = rust.FSRS(rust.DEFAULT_PARAMETERS)
    state = model.next_states(None, 0.9, 0).good.memory
    begun = time.perf_counter()
    for call in range(CALLS):
        states = model.next_states(state, 0.9, call % 30)
        state = states.good.memory if call % 7 else states.again.memory
    print(4 * CALLS / (time.perf_counter() - begun))


if __name__ == "__main__":
    main()

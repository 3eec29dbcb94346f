"""Puts the packages of requirements.txt in reach; installs them on the first run, with pip and the network."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "MemoryTests" / "Reference"))

import packages  # noqa: E402


def prepare(folder: str) -> None:
    sys.path.insert(0, str(packages.install(Path(folder), HERE / "requirements.txt")))

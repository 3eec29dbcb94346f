"""Puts the packages that a script's neighbour requirements.txt names in reach, each list in a folder of its own."""

import fcntl
import shutil
import subprocess
import sys
import venv
from pathlib import Path


def prepare(folder: str, script: str) -> None:
    """Lets a script import the packages of the requirements.txt beside it, installed in a folder."""
    sys.path.insert(0, str(install(Path(folder), Path(script).with_name("requirements.txt"))))


def install(root: Path, requirements: Path) -> Path:
    """The folder that holds the packages of a list of requirements; installs them where that was not yet done.

    Test runs side by side wait for one another here. The stamp is written last, so that an installation that was cut
    off is done again, as it is for other requirements or another Python.
    """
    root.mkdir(parents=True, exist_ok=True)
    packages = root / "packages"
    stamp = root / "installed.txt"
    wanted = f"{sys.version}\n{requirements.read_text()}"
    with open(root / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text() != wanted:
            stamp.unlink(missing_ok=True)
            shutil.rmtree(packages, ignore_errors=True)
            command = [python_with_pip(root / "venv"), "-m", "pip", "install", "--quiet", "--no-input"]
            command += ["--disable-pip-version-check", "--target", packages, "--requirement", requirements]
            subprocess.run(command, check=True, stdout=sys.stderr)
            stamp.write_text(wanted)
    return packages


def python_with_pip(folder: Path) -> Path | str:
    """The Python of a fresh virtual environment, or this one where the venv module cannot provide pip."""
    try:
        venv.create(folder, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, ImportError):
        return sys.executable
    return folder / "bin" / "python"

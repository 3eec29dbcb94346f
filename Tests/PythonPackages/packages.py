"""Puts the packages of a list in `Lists` in reach, each list in a folder of its own.

    python3 packages.py FOLDER...

installs the lists that folders are named after, so that no script has to wait for it.
"""

import fcntl
import importlib.util
import shutil
import subprocess
import sys
import venv
from pathlib import Path

LISTS = Path(__file__).with_name("Lists")


def prepare(folder: str) -> None:
    """Lets a script import the packages of the list that the folder is named after, installed in that folder."""
    sys.path.insert(0, str(install(Path(folder))))


def install(root: Path) -> Path:
    """The folder within `root` that holds the packages of its list; installs them where that was not yet done.

    Test runs side by side wait for one another here. The stamp is written last, so that an installation that was cut
    off is done again, as it is for other requirements or another Python. Python compiles a module when it is imported
    first, which most of those that are installed never are.
    """
    requirements = LISTS / f"{root.name}.txt"
    root.mkdir(parents=True, exist_ok=True)
    packages = root / "packages"
    stamp = root / "installed.txt"
    wanted = f"{sys.version}\n{requirements.read_text()}"
    with open(root / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not stamp.exists() or stamp.read_text() != wanted:
            stamp.unlink(missing_ok=True)
            shutil.rmtree(packages, ignore_errors=True)
            command = [python_with_pip(root / "venv"), "-m", "pip", "install", "--quiet", "--no-input", "--no-compile"]
            command += ["--disable-pip-version-check", "--root-user-action=ignore", "--target", packages]
            subprocess.run([*command, "--requirement", requirements], check=True, stdout=sys.stderr)
            stamp.write_text(wanted)
    return packages


def python_with_pip(folder: Path) -> Path | str:
    """This Python where it has pip, or else that of a fresh virtual environment."""
    if importlib.util.find_spec("pip"):
        return sys.executable
    venv.create(folder, clear=True, with_pip=True)
    return folder / "bin" / "python"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        install(Path(name))

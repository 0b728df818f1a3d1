"""The programs we compare with: where they are, and how they come onto the machine.

PyPI's stand in an environment of their own (tools/requirements-bench.txt, made by `make bench`).
Debian's are installed when the rights are there; without, they are left out with a sentence.
"""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
from pathlib import Path
from typing import Iterable, Optional

from .frame import PYPI, Entry

ROOT = Path(__file__).resolve().parents[1]


@functools.cache
def pypi_python() -> Path:
    """Python of the environment with the peers from PyPI (it may not be there)."""
    found = subprocess.run(
        [str(ROOT / "tools" / "setup.sh"), "--where", "bench"],
        capture_output=True, text=True, check=True,
    )
    return Path(found.stdout.strip())


@functools.cache
def installed(package: str) -> bool:
    """Whether a Debian package is there."""
    if shutil.which("dpkg-query") is None:
        return False
    found = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}", package], capture_output=True, text=True
    )
    return found.stdout == "installed"


def missing(entry: Entry) -> Optional[str]:
    """Why an entry's program cannot run here, or None."""
    if entry.home == PYPI and not pypi_python().exists():
        return "The Python packages to compare with are not installed: run make bench."
    absent = [package for package in entry.debian if not installed(package)]
    if absent:
        return f"Debian's {' and '.join(absent)} is not installed."
    return None


def install(packages: Iterable[str], log: Path) -> Optional[str]:
    """Install Debian packages quietly; a sentence when that could not be done."""
    absent = sorted({package for package in packages if not installed(package)})
    if not absent:
        return None
    if shutil.which("apt-get") is None:
        return f"This is not Debian; not compared with: {', '.join(absent)}."
    if os.geteuid() != 0:
        return ("Installing programs to compare with needs root: run  sudo apt-get install "
                f"--no-install-recommends {' '.join(absent)}  for them to be measured.")
    command = ["apt-get", "install", "-y", "--no-install-recommends",
               "-o", "DPkg::Lock::Timeout=300", *absent]
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as file:
        done = subprocess.run(
            command, stdout=file, stderr=file, stdin=subprocess.DEVNULL,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        )
    installed.cache_clear()
    if done.returncode != 0:
        return f"Debian could not install {', '.join(absent)}; see {log}."
    return None

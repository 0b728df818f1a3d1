"""What the figures were measured on: machine, load, versions."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path
from typing import Dict, Iterable, List

from . import peers

_OURS = """
import numpy, scipy
from osgeo import gdal
from qgis.core import Qgis
print("QGIS", Qgis.QGIS_VERSION.split("-")[0])
print("GDAL", gdal.__version__)
print("numpy", numpy.__version__)
print("scipy", scipy.__version__)
"""
_PYPI = """
from importlib.metadata import version
for name in ("esda", "libpysal", "numba", "numpy", "pointpats", "scikit-learn"):
    print(name, version(name))
"""


def load() -> float:
    """How many processes wanted a core, on average over the last minute."""
    return os.getloadavg()[0]


def description() -> str:
    """Processor, cores and memory in words."""
    model = next(
        (line.split(":")[1].strip() for line in _lines("/proc/cpuinfo")
         if line.startswith("model name")), platform.processor() or platform.machine(),
    )
    memory = next((int(line.split()[1]) for line in _lines("/proc/meminfo")
                   if line.startswith("MemTotal")), 0)
    return f"{model}, {len(os.sched_getaffinity(0))} cores, {memory / 2**20:.0f} GB"


def versions(python: str, packages: Iterable[str]) -> List[str]:
    """Programs and their versions: ours, the peers from PyPI, those from Debian."""
    found = [f"Python {platform.python_version()}"]
    found += _said([python, "-c", _OURS])
    if peers.pypi_python().exists():
        found.append("PyPI: " + ", ".join(_said([str(peers.pypi_python()), "-c", _PYPI])))
    debian = [
        f"{package} {version}" for package, version in _debian(packages).items() if version
    ]
    if debian:
        found.append("Debian: " + ", ".join(debian))
    return found


def commit() -> str:
    """Which state of the project was measured."""
    if shutil.which("git") is None:
        return "unknown"
    said = _said(["git", "describe", "--always", "--dirty"])
    return said[0] if said else "unknown"


def _debian(packages: Iterable[str]) -> Dict[str, str]:
    if shutil.which("dpkg-query") is None:
        return {}
    return {
        package: "".join(_said(["dpkg-query", "-W", "-f", "${Version}", package]))
        for package in sorted(set(packages))
    }


def _said(command: List[str]) -> List[str]:
    done = subprocess.run(command, capture_output=True, text=True, cwd=peers.ROOT)
    return done.stdout.splitlines() if done.returncode == 0 else []


def _lines(path: str) -> List[str]:
    file = Path(path)
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []

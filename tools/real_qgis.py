"""Starts the real QGIS on a screen of its own, with a fresh profile, to run a script inside it.

Used by the tests of the built zip and by the screenshots. Nothing of the user's own QGIS is
read or written.
"""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

#: Settings that keep a fresh profile quiet: no news, no version check, no tips, no questions.
QUIET = {
    "qgis/checkVersion": "false",
    "qgis/showTips": "false",
    "qgis/newsFeed/enabled": "false",
    "core/NewsFeed/httpsfeedqgisorg/disabled": "true",
    "plugin_installer/checkOnStart": "false",
    "plugins/automatically-check-for-updates": "false",
    "qgis/askToSaveProjectChanges": "false",
}

#: Run by QGIS at start: the script's exceptions become the answer, and QGIS always ends. What
#: QGIS would show in a box that waits for a click (a plugin's exception) is an answer too.
_WRAPPER = """\
import json, runpy, traceback
from qgis import utils
from qgis.PyQt.QtCore import QTimer
from qgis.core import QgsProject

shown = []

def show(kind, value, trace, message, *others, **more):
    shown.append(f"{{message}}\\n" + "".join(traceback.format_exception(kind, value, trace)))

utils.showException = utils.open_stack_dialog = show

def answer():
    result = {{}}
    try:
        result["value"] = runpy.run_path({script!r}, {{"iface": utils.iface}})["result"]
    except BaseException:
        shown.append(traceback.format_exc())
    if shown:
        result["error"] = "\\n".join(shown)
    with open({answer!r}, "w", encoding="utf-8") as file:
        json.dump(result, file)
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(0, utils.iface.actionExit().trigger)

QTimer.singleShot(0, answer)
"""


class RealQgisError(Exception):
    """QGIS did not start, did not end, or the script inside it failed."""


@contextmanager
def screen(width: int = 1366, height: int = 768) -> Iterator[str]:
    """A virtual screen for as long as the block runs; gives its DISPLAY."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-nolisten", "tcp"]
        + ["-screen", "0", f"{width}x{height}x24"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RealQgisError("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=20)


class Profile:
    """A fresh QGIS profile in a folder of the caller's."""

    def __init__(self, folder: Path, settings: Optional[Dict[str, str]] = None) -> None:
        self.folder = folder
        self.plugins = folder / "profiles" / "default" / "python" / "plugins"
        self.plugins.mkdir(parents=True)
        ini = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        ini.parent.mkdir(parents=True)
        sections: Dict[str, Dict[str, str]] = {}
        for key, value in {**QUIET, **(settings or {})}.items():
            section, _, name = key.partition("/")
            sections.setdefault(section, {})[name.replace("/", "\\")] = value
        ini.write_text(
            "".join(
                f"[{section}]\n" + "".join(f"{name}={value}\n" for name, value in names.items())
                for section, names in sections.items()
            ),
            encoding="utf-8",
        )

    def install(self, package: Path) -> None:
        """Unpacks a plugin's zip as QGIS's plugin manager does."""
        with zipfile.ZipFile(package) as archive:
            archive.extractall(self.plugins)

    def environment(self, display: str) -> Dict[str, str]:
        """The environment of a QGIS process that sees this profile and this screen only."""
        home = self.folder / "home"
        home.mkdir(mode=0o700, exist_ok=True)
        return {
            **({"TZ": os.environ["TZ"]} if "TZ" in os.environ else {}),
            # QGIS's embedded Python takes the first python3 on PATH for its own: Debian's only
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "QGIS_CUSTOM_CONFIG_PATH": str(self.folder),
        }


def run_script(profile: Profile, script: Path, display: str, timeout: float = 180) -> Any:
    """Runs a Python script inside a started QGIS and gives what it calls ``result`` (JSON).

    Raises RealQgisError with QGIS's own words when the script fails or QGIS ends in any other
    way than by itself with status 0.
    """
    wrapper = profile.folder / "wrapper.py"
    answer = profile.folder / "answer.json"
    answer.unlink(missing_ok=True)
    wrapper.write_text(_WRAPPER.format(script=str(script), answer=str(answer)), encoding="utf-8")
    command = [
        "qgis",
        *("--nologo", "--noversioncheck"),
        *("--profiles-path", str(profile.folder), "--profile", "default"),
        *("--code", str(wrapper)),
    ]
    try:
        done = subprocess.run(
            command,
            env=profile.environment(display),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
        )
        ended, said = f"ended with status {done.returncode}", done.stderr[-2000:]
    except subprocess.TimeoutExpired as error:
        done = None
        ended, said = f"did not end in {timeout:.0f} s", repr((error.stderr or b"")[-2000:])
    result = json.loads(answer.read_text(encoding="utf-8")) if answer.exists() else {}
    if "error" in result:
        raise RealQgisError(f"The script failed inside QGIS:\n{result['error']}")
    if done is None or done.returncode != 0 or not result:
        raise RealQgisError(f"QGIS {ended}. It said: {said}")
    return result["value"]

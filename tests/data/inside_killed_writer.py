"""Writes records for ever and says which are committed; killed by test_kill.py."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from trygg_plugin.data.geometry import point_wkb
from trygg_plugin.data.workspace import open_workspace


def main() -> None:
    workspace = open_workspace(sys.argv[1])
    if sys.argv[2] == "wal":
        workspace.engine.connect().execute("PRAGMA journal_mode = WAL")
    number = 0
    while True:
        with workspace.transaction("skrivaren") as transaction:
            made = [
                transaction.insert(
                    "incident",
                    {
                        "category": "vandalism",
                        "time_from": datetime(2024, 1, 1),
                        "channel": "import",
                        "place_name": f"nummer {number}",
                    },
                    geometry=point_wkb(500000 + number, 6600000),
                )
                for _ in range(40)
            ]
        print(" ".join(made), flush=True)
        number += 1


if __name__ == "__main__":
    main()

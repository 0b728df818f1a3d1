"""Imports a file and tells how far it has come; killed by test_kill_import.py."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from trygg_plugin.data.workspace import open_workspace
from trygg_plugin.exchange.import_incidents import import_incidents
from trygg_plugin.exchange.profile import load_profile
from trygg_plugin.exchange.source_table import open_table


def main() -> None:
    workspace = open_workspace(sys.argv[1])
    table, profile = open_table(Path(sys.argv[2])), load_profile(Path(sys.argv[3]))
    import_incidents(
        workspace, table, profile, progress=lambda share: print(f"{share:.2f}", flush=True)
    )
    print("done", flush=True)


if __name__ == "__main__":
    main()

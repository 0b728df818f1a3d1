"""One panel of the EST cycle per module, or a few that begin alike; the frame is panel.py."""

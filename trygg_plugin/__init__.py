"""Trygg: crime prevention by the EST method inside QGIS (see docs/architecture.md)."""

"""Spatial and temporal crime statistics: arrays in, arrays out; no QGIS, no Qt."""

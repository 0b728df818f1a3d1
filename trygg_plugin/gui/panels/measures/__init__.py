"""Measures by state and by deadline."""

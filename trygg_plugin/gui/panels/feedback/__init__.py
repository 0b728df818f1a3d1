"""Feedback to the reporters."""

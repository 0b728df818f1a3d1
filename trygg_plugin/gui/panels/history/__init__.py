"""A record's history, and what was deleted."""

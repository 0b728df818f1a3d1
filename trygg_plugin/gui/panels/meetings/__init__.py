"""Planning meetings, and meeting mode."""

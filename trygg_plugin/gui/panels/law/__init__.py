"""Where the municipality stands against the law."""

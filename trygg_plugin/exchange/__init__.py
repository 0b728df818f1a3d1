"""What comes in and goes out: imports, open data, field packages, publication."""

"""Following measures up, and what they did."""

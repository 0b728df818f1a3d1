"""One algorithm per file; the provider finds them here by itself (see ``base.py``)."""

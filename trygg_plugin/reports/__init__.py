"""Report context, charts, layouts and documents."""

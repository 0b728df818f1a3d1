"""Docks, dialogs, widgets, options page, locator."""

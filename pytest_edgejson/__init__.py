"""The pytest plugin: dataset rules as pytest items."""

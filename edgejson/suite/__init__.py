"""The suite: rules, schemas and settings, and the engine that asks them about a file."""

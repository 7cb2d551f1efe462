"""The suite: rules, schemas and settings, and the engine that runs them over a file."""

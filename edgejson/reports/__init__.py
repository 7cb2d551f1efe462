"""Findings and verdicts as people and programs read them."""

"""Grounding: a prompt is scanned, a label bound to it, and the flaws read off."""

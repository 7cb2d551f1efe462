"""Attestations, and the gate that only attested data passes."""

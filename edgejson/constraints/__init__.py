"""Constraints that rules are written with: values by path, orders in time, references, sums, vocabularies."""

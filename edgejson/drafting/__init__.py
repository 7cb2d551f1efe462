"""Schemas and rules drafted from the labels of a file: what `edgejson init` writes."""

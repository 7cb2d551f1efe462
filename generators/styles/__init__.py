"""Prompt styles: ways to word a tree of statements. Each is a function from statements to text."""

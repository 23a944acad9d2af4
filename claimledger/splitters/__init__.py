"""Splitters: the ways in which a text becomes claims, by name."""

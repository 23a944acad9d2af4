"""Slips of the parser that can be told without doubt, undone before the rules read a tree."""

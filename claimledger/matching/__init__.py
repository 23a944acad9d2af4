"""Matching: whether two claims say the same, and how near a text comes to a claim. Pure."""

"""Splitting by a large model that the person has set up; every claim anchored in the text."""

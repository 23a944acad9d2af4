"""Records to show, and a console that prints the same everywhere."""

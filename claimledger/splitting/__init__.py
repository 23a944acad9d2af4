"""From the text of an article to its claims; no file but its own model, no socket."""

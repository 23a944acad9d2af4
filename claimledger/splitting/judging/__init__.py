"""The kind, the checkability and the check-worthiness of a claim."""

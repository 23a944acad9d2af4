"""Names, pronouns and descriptions, and what they stand for."""
